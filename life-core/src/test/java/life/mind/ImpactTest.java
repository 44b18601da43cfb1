package life.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import life.body.Shift;
import life.body.Vitals;
import life.world.Stimulus;
import life.world.StimulusKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ImpactTest {
  static final List<Long> SEEDS = List.of(21L, 22L, 23L);

  private static final StimulusKind SHOCK =
      new StimulusKind("shock", 1, 0, 1, new Shift(-5, -0.5, -0.2), 1);

  @ParameterizedTest
  @FieldSource("SEEDS")
  void noStimulusHoweverOftenSentTakesAValueOutOfItsRange(long seed) {
    var random = new SplittableRandom(seed);
    var condition = Condition.NEWBORN;
    for (int i = 0; i < 100_000; i++) {
      var impact =
          new Shift(
              random.nextDouble(-100, 100), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
      var kind = new StimulusKind("any", 1, 0, 1, impact, random.nextDouble());
      var stimulus = new Stimulus("any", random.nextDouble());
      var meaning = Meaning.of(stimulus, kind, condition.vitals());
      condition = condition.stirred(stimulus, meaning);
      assertThat(condition.arousal()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theSameStimulusMeansMoreToAWeakBeing() {
    var shock = new Stimulus("shock", 0.25);
    assertThat(response(shock, 1)).isEqualTo(Response.DAMPEN);
    assertThat(response(shock, 0.6)).isEqualTo(Response.ABSORB);
    assertThat(response(shock, 0.2)).isEqualTo(Response.AMPLIFY);
  }

  @Test
  void whatIsTooSlightPassesUnnoticed() {
    var slight = new Stimulus("shock", 0.01);
    var meaning = Meaning.of(slight, SHOCK, Vitals.FULL);
    assertThat(meaning.response()).isEqualTo(Response.IGNORE);
    assertThat(Condition.NEWBORN.stirred(slight, meaning)).isEqualTo(Condition.NEWBORN);
  }

  @Test
  void arousalSpeedsTheInnerClockUpAndItNeverStandsStill() {
    assertThat(SubjectiveClock.rate(0, 100, 1.5)).isEqualTo(1);
    assertThat(SubjectiveClock.rate(1, 100, 1.5)).isEqualTo(2.5);
    assertThat(SubjectiveClock.rate(1, 100, 10)).isEqualTo(SubjectiveClock.FASTEST);
    assertThat(SubjectiveClock.rate(0, 0, 0)).isGreaterThanOrEqualTo(SubjectiveClock.SLOWEST);
  }

  private static Response response(Stimulus stimulus, double stability) {
    return Meaning.of(stimulus, SHOCK, new Vitals(100, stability, 1)).response();
  }
}
