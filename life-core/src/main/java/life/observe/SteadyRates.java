package life.observe;

import java.util.List;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Vitals;
import life.detect.Checkpoint;
import life.mind.Condition;

/**
 * What flows in a being flows as it always did: how fast it uses energy up awake and asleep, calms
 * down, heals, tires and rests. Each {@link Rate} is learned from this being alone, in the spans of
 * quiet time in which nothing else moves what it is about.
 */
final class SteadyRates implements Expectation {
  private static final double SECONDS_PER_HOUR = 3_600;

  /** Arousal below which its fading is too small to be measured. */
  private static final double STIRRED = 1e-3;

  /** Energy from which a being heals in its sleep. */
  private static final double HEALS = 40;

  private final Rate awake = new Rate("uses energy up", "awake");
  private final Rate asleep = new Rate("uses energy up", "asleep");
  private final Rate calming = new Rate("calms down", "after being stirred");
  private final Rate healing = new Rate("mends its stability", "in its sleep");
  private final Rate tiring = new Rate("builds up sleep pressure", "awake");
  private final Rate resting = new Rate("works sleep pressure off", "asleep");
  private final List<Rate> all = List.of(awake, asleep, calming, healing, tiring, resting);

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    switch (fact) {
      case Fact.Lived(long ticks, _) -> lived(before, ticks, after, signs);
      case Fact.Branched _ -> all.forEach(Rate::forget); // laws may be others from here on
      case Fact.Born _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Met _,
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

  private void lived(Alive before, long ticks, Alive after, Signs signs) {
    double hours = ticks * after.origin().laws().tickSeconds() / SECONDS_PER_HOUR;
    var from = before.condition();
    var to = after.condition();
    boolean sleeps = before.sleep().asleep();
    energy(from, hours, to, sleeps ? asleep : awake, after);
    if (to.arousal() > STIRRED) {
      calming.take(StrictMath.log(from.arousal() / to.arousal()) / hours, hours, after);
    }
    if (sleeps) {
      rest(from, hours, to, after);
    } else if (to.pressure() < 1) {
      double left = StrictMath.log((1 - from.pressure()) / (1 - to.pressure()));
      tiring.take(left / hours, hours, after);
    }
    for (var rate : all) {
      if (rate.isOff()) {
        show(rate, after, signs);
      }
    }
  }

  private void rest(Condition from, double hours, Condition to, Alive after) {
    if (to.pressure() > 0) {
      double share = StrictMath.log(from.pressure() / to.pressure());
      resting.take(share / hours, hours, after);
    }
    boolean heals = isFed(from.vitals()) && isFed(to.vitals()) && to.vitals().stability() < 1;
    if (heals) {
      double mended = to.vitals().stability() - from.vitals().stability();
      healing.take(mended / hours, hours, after);
    }
  }

  private static boolean isFed(Vitals vitals) {
    return vitals.energy() >= HEALS;
  }

  /** As if it were calm: what being stirred costs, as it was born, is taken out. */
  private static void energy(Condition from, double hours, Condition to, Rate rate, Alive after) {
    if (to.vitals().energy() > 0) {
      double stirred =
          from.arousal() > STIRRED && to.arousal() > 0 && from.arousal() != to.arousal()
              ? (from.arousal() - to.arousal()) / StrictMath.log(from.arousal() / to.arousal())
              : to.arousal();
      double used = from.vitals().energy() - to.vitals().energy();
      double cost = 1 + after.origin().laws().arousalCost() * stirred;
      rate.take(used / hours / cost, hours, after);
    }
  }

  private static void show(Rate rate, Alive after, Signs signs) {
    signs.show(
        SignKind.CHANGED_RATE,
        rate.does + " " + rate.when,
        rate.since,
        List.of(rate.since.seq(), after.seq()),
        rate.strength(),
        rate::words);
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    all.forEach(rate -> rate.keep(checkpoint));
  }

  /** A rate a hour that is always about the same in this being. */
  static final class Rate {
    /** Hours that count as recent. */
    private static final double RECENT_HOURS = 2;

    /** Hours after which a rate is known. */
    private static final double KNOWN_HOURS = 6;

    /** Hours after which a changed rate has become the usual one. */
    private static final double LASTING_HOURS = 48;

    /** What it may be off, as a share. */
    private static final double TOLERANCE = 0.04;

    private static final double DIGITS = 4;

    private final String does;
    private final String when;
    private double usual;
    private double hours;
    private double recent;
    private double weight;
    private double offHours;
    private Juncture since = new Juncture(1, 0);

    Rate(String does, String when) {
      this.does = does;
      this.when = when;
    }

    /** It was so much an hour for so many hours. */
    void take(double rate, double lasted, Alive after) {
      double kept = StrictMath.exp(-lasted / RECENT_HOURS);
      recent = (recent * weight * kept + rate * lasted) / (weight * kept + lasted);
      weight = weight * kept + lasted;
      if (hours < KNOWN_HOURS) {
        learn(rate, lasted);
        return;
      }
      if (Math.abs(off()) <= TOLERANCE) {
        offHours = 0;
        learn(rate, lasted);
        return;
      }
      if (offHours == 0) {
        since = new Juncture(after.seq(), after.tick());
      }
      offHours += lasted;
      if (offHours > LASTING_HOURS) {
        usual = recent;
        offHours = 0;
      }
    }

    private void learn(double rate, double lasted) {
      hours += lasted;
      usual += (rate - usual) * lasted / hours;
    }

    private double off() {
      return usual == 0 ? 0 : recent / usual - 1;
    }

    /** Whether it is not what it always was, and has not been for a while. */
    boolean isOff() {
      return offHours >= RECENT_HOURS / 2;
    }

    double strength() {
      return DIGITS * Math.abs(off()) / TOLERANCE;
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "it %s %.0f %% %s than ever %s",
          does,
          100 * Math.abs(off()),
          off() > 0 ? "faster" : "more slowly",
          when);
    }

    void forget() {
      usual = 0;
      hours = 0;
      weight = 0;
      offHours = 0;
    }

    void keep(Checkpoint checkpoint) {
      usual = checkpoint.number(usual);
      hours = checkpoint.number(hours);
      recent = checkpoint.number(recent);
      weight = checkpoint.number(weight);
      offHours = checkpoint.number(offHours);
      since = since.keep(checkpoint);
    }
  }
}
