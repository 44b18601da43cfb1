package life.being;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.mind.Condition;
import life.world.StimulusKind;
import life.world.World;

/**
 * The fingerprint of a state: SHA-256 over its canonical form. Two states have the same hash if and
 * only if the beings are the same to the last bit.
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
      case Alive alive -> canon.text("alive").alive(alive);
      case Dead(var last, var cause, _) -> canon.text("dead").text(cause.word()).alive(last);
    }
    return canon.hash();
  }

  @Override
  public String toString() {
    return hex;
  }

  /** The canonical form: fixed order, texts with their length, numbers as big-endian bits. */
  private static final class Canon {
    private final MessageDigest sha = sha256();

    Canon alive(Alive being) {
      origin(being.origin());
      world(being.world());
      whole(being.tick()).text(being.phase().name());
      condition(being.condition());
      whole(being.agenda().appointments().size());
      for (var due : being.agenda().appointments()) {
        whole(due.tick()).text(due.stimulus().kind()).number(due.stimulus().intensity());
      }
      return this;
    }

    private void origin(Origin origin) {
      var laws = origin.laws();
      text(origin.id().slug()).whole(origin.seed());
      whole(laws.version()).number(laws.tickSeconds()).whole(laws.mortality() ? 1 : 0);
      number(laws.energyPerHour()).number(laws.arousalCost());
      number(laws.arousalHalfLifeSeconds()).number(laws.arousalGain());
      number(laws.wearPerHour()).number(laws.decayPerHour()).number(laws.healPerHour());
    }

    private void world(World world) {
      text(world.name()).number(world.activity()).whole(world.kinds().size());
      for (StimulusKind kind : world.kinds()) {
        text(kind.name()).number(kind.weight()).number(kind.low()).number(kind.high());
        number(kind.impact().energy()).number(kind.impact().stability());
        number(kind.impact().integrity()).number(kind.significance());
      }
    }

    private void condition(Condition condition) {
      var vitals = condition.vitals();
      number(vitals.energy()).number(vitals.stability()).number(vitals.integrity());
      number(condition.arousal()).number(condition.felt());
    }

    private Canon text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      whole(bytes.length);
      sha.update(bytes);
      return this;
    }

    private Canon number(double value) {
      return whole(Double.doubleToLongBits(value));
    }

    private Canon whole(long value) {
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
      return this;
    }

    StateHash hash() {
      return new StateHash(HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
