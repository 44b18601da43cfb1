package life.being;

import java.util.HexFormat;
import java.util.regex.Pattern;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.body.Canon;

/**
 * The fingerprint of a state: SHA-256 over its {@link Canon canonical form}. Two states have the
 * same hash if and only if the beings are the same to the last bit.
 *
 * <p>What is not the being's own is left out: seqs (they tell into how many facts the same time was
 * cut) and the wall clock. So a life has the same hash at the same tick, however fast it was lived
 * and however often its process was killed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record StateHash(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public StateHash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a state hash has 64 hexadecimal digits, not: " + hex);
    }
  }

  /** The hash of a state. */
  public static StateHash of(SelfState state) {
    var canon = new Canon();
    switch (state) {
      case Unborn _ -> canon.text("unborn");
      case Alive alive -> write(alive, canon.text("alive"));
      case Dead(var last, var cause, _) -> write(last, canon.text("dead").text(cause.word()));
    }
    return new StateHash(HexFormat.of().formatHex(canon.digest()));
  }

  private static void write(Alive being, Canon canon) {
    canon.text(being.origin().id().slug()).whole(being.origin().seed());
    being.origin().laws().writeTo(canon);
    being.world().writeTo(canon);
    canon.whole(being.tick()).text(being.phase().name());
    canon.whole(being.sleep().asleep() ? 1 : 0).whole(being.sleep().since());
    canon.whole(being.sleep().roused() ? 1 : 0);
    being.condition().writeTo(canon);
    being.mind().writeTo(canon);
    canon.list(
        being.agenda().appointments(),
        (due, form) -> {
          form.whole(due.tick()).text(due.stimulus().kind());
          form.number(due.stimulus().intensity());
        });
  }

  @Override
  public String toString() {
    return hex;
  }
}
