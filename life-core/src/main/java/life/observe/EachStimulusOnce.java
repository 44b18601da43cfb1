package life.observe;

import java.util.ArrayDeque;
import java.util.List;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Each stimulus comes once and is met: one that is due when it comes is met before time goes on,
 * and no two have the same idempotency key.
 */
final class EachStimulusOnce implements Expectation {
  private static final int KEYS = 64;

  private record Keyed(String key, long seq) {}

  private final ArrayDeque<Keyed> keys = new ArrayDeque<>();

  /** The hashes of these keys, side by side: a flood of stimuli is looked through at a glance. */
  private final int[] hashes = new int[KEYS];

  private int place;
  private long unmet;
  private long unmetTick;
  private String unmetKind = "";

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.Reached(var stimulus, long due, _, var key, _) -> {
        once(key, stimulus.kind(), after, signs);
        if (due <= after.tick()) {
          forgotten(after, signs);
          unmet = after.seq();
          unmetTick = after.tick();
          unmetKind = stimulus.kind();
        }
      }
      case Fact.Met met -> unmet = met.causes().contains(unmet) ? 0 : unmet;
      case Fact.Lived _ -> forgotten(after, signs);
      case Fact.Branched _ -> keys.clear();
      case Fact.Born _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Marked _ -> {}
    }
  }

  private void forgotten(Alive after, Signs signs) {
    if (unmet > 0) {
      var kind = unmetKind;
      signs.show(
          SignKind.MISSING_STIMULUS,
          "unmet",
          new Juncture(unmet, unmetTick),
          List.of(unmet, after.seq()),
          Sign.CERTAIN,
          () -> kind + " reached it and was never met");
      unmet = 0;
    }
  }

  private void once(@Nullable String key, String kind, Alive after, Signs signs) {
    if (key == null) {
      return;
    }
    if (mayKnow(key)) {
      for (var known : keys) {
        if (known.key().equals(key)) {
          signs.show(
              SignKind.UNCALLED_STIMULUS,
              "key",
              new Juncture(after.seq(), after.tick()),
              List.of(known.seq(), after.seq()),
              Sign.CERTAIN,
              () -> kind + " came twice under the same key '" + key + "'");
        }
      }
    }
    remember(new Keyed(key, after.seq()));
    if (keys.size() > KEYS) {
      keys.removeFirst();
    }
  }

  private boolean mayKnow(String key) {
    int hash = key.hashCode();
    boolean found = false;
    for (int known : hashes) {
      found |= known == hash;
    }
    return found;
  }

  private void remember(Keyed keyed) {
    keys.addLast(keyed);
    hashes[place] = keyed.key().hashCode();
    place = (place + 1) % KEYS;
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    unmet = checkpoint.whole(unmet);
    unmetTick = checkpoint.whole(unmetTick);
    unmetKind = checkpoint.text(unmetKind);
    int count = checkpoint.size(keys.size());
    for (int i = 0; i < count; i++) {
      var key = checkpoint.isReading() ? new Keyed("", 0) : keys.removeFirst();
      remember(new Keyed(checkpoint.text(key.key()), checkpoint.whole(key.seq())));
    }
  }
}
