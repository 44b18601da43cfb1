package life.observe;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Vital;
import life.body.Vitals;
import life.detect.Checkpoint;
import life.mind.Meaning;
import life.mind.Response;

/**
 * Vitals move when they should: living uses energy up, and what a stimulus does is seen in the
 * vitals. One that stays the same to its last bit is stuck.
 */
final class VitalsMove implements Expectation {
  /** How often it must have stayed the same when it should have moved. */
  private static final long ENOUGH = 3;

  private static final double LEAST_SECONDS = 600;

  /** Digits of the odds that each miss is worth. */
  private static final double DIGITS = 3;

  private final Map<Vital, Watched> watched = new EnumMap<>(Vital.class);

  VitalsMove() {
    for (var vital : Vital.values()) {
      watched.put(vital, new Watched());
    }
  }

  /** How long one vital has not moved. */
  private static final class Watched {
    private long misses;
    private long since;
    private long firstSeq = 1;
    private long missedSeq = 1;

    void keep(Checkpoint checkpoint) {
      misses = checkpoint.whole(misses);
      since = checkpoint.whole(since);
      firstSeq = checkpoint.whole(firstSeq);
      missedSeq = checkpoint.whole(missedSeq);
    }
  }

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.Lived _ -> lived(before, after, signs);
      case Fact.Met met -> struck(before, met.meaning(), after, signs);
      case Fact.Echoed echoed -> struck(before, echoed.meaning(), after, signs);
      case Fact.Born _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Marked _ -> {}
    }
  }

  private void lived(Alive before, Alive after, Signs signs) {
    var laws = after.origin().laws();
    boolean usesUp =
        laws.energyPerHour() > 0 && (!before.sleep().asleep() || laws.energyAsleep() > 0);
    var then = before.condition().vitals();
    if (usesUp && then.energy() > 0) {
      look(Vital.ENERGY, then, after, signs);
    }
    for (var vital : Vital.values()) {
      if (then.of(vital) != after.condition().vitals().of(vital)) {
        watched(vital).misses = 0;
      }
    }
  }

  private void struck(Alive before, Meaning meaning, Alive after, Signs signs) {
    var then = before.condition().vitals();
    var due = meaning.response() == Response.IGNORE ? then : then.shifted(meaning.impact());
    for (var vital : Vital.values()) {
      if (due.of(vital) != then.of(vital)) {
        look(vital, then, after, signs);
      }
    }
  }

  private void look(Vital vital, Vitals then, Alive after, Signs signs) {
    var one = watched(vital);
    double value = after.condition().vitals().of(vital);
    if (value != then.of(vital)) {
      one.misses = 0;
      return;
    }
    if (one.misses++ == 0) {
      one.since = after.tick();
      one.firstSeq = after.seq();
    }
    one.missedSeq = after.seq();
    double seconds = (after.tick() - one.since) * after.origin().laws().tickSeconds();
    if (one.misses >= ENOUGH && seconds >= LEAST_SECONDS) {
      signs.show(
          SignKind.STUCK_VITAL,
          vital.word(),
          new Juncture(one.firstSeq, one.since),
          List.of(one.firstSeq, one.missedSeq),
          DIGITS * one.misses,
          () ->
              String.format(
                  Locale.ROOT,
                  "its %s has stood at %.4g for %s, though it should have moved %d times",
                  vital.word(),
                  value,
                  Words.duration(seconds),
                  one.misses));
    }
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    watched.values().forEach(one -> one.keep(checkpoint));
  }

  private Watched watched(Vital vital) {
    return watched.computeIfAbsent(vital, _ -> new Watched());
  }
}
