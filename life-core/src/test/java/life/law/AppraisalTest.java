package life.law;

import static life.being.Given.born;
import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.body.Shift;
import life.body.Vitals;
import life.mind.Meaning;
import life.mind.Response;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AppraisalTest {
  static final List<Long> SEEDS = List.of(21L, 22L, 23L);

  @ParameterizedTest
  @FieldSource("SEEDS")
  void noStimulusHoweverOftenSentTakesAValueOutOfItsRange(long seed) {
    var random = new SplittableRandom(seed);
    for (int n = 0; n < 200; n++) {
      var impact =
          new Shift(
              random.nextDouble(-100, 100), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
      var any = new StimulusKind("any", 1, 0, 1, impact, random.nextDouble(), Family.BODILY);
      var immortal = LawSettings.DEFAULT.withMortality(false);
      var life =
          Given.unborn()
              .when(Given.birth("ada", seed, immortal, World.plain("w", 0, List.of(any))));
      for (int i = 0; i < 100; i++) {
        life.when(meeting("any", random.nextDouble())).after(1 + random.nextInt(30));
        assertThat(life.alive().condition().arousal()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void theSameStimulusMeansMoreToAWeakBeing() {
    assertThat(met(1, "shock", 0.2).response()).isEqualTo(Response.DAMPEN);
    assertThat(met(0.6, "shock", 0.2).response()).isEqualTo(Response.ABSORB);
    assertThat(met(0.2, "shock", 0.2).response()).isEqualTo(Response.AMPLIFY);
    assertThat(met(0.2, "shock", 0.2).significance())
        .isGreaterThan(met(0.9, "shock", 0.2).significance());
  }

  @Test
  void whatIsTooSlightPassesUnnoticed() {
    var life = born().when(meeting("shock", 0.01));
    assertThat(lastMet(life).meaning().response()).isEqualTo(Response.IGNORE);
    assertThat(life.alive().condition()).isEqualTo(born().alive().condition());
    assertThat(life.alive().mind().memory().shortTerm()).isEmpty();
  }

  @Test
  void whatComesAgainAndAgainMattersLessAndRestMakesItNewAgain() {
    var life = born();
    double first = lastMet(life.when(meeting("noise", 0.5))).meaning().significance();
    for (int i = 0; i < 20; i++) {
      life.when(meeting("noise", 0.5));
    }
    double worn = lastMet(life).meaning().significance();
    assertThat(worn).isLessThan(first * 0.75);
    life.after(Given.days(0.5));
    var again = lastMet(life.when(meeting("noise", 0.5))).meaning();
    assertThat(again.novelty()).isBetween(0.7, 1.0);
  }

  @Test
  void helpMattersMoreToABeingInNeed() {
    assertThat(met(0.1, "recovery", 0.5).significance())
        .isGreaterThan(met(0.9, "recovery", 0.5).significance());
    assertThat(met(0.1, "recovery", 0.5).relief())
        .isGreaterThan(met(0.9, "recovery", 0.5).relief());
  }

  @Test
  void whateverHappensIsToldAsAFactWithItsDrive() {
    var life = born();
    var met = lastMet(life.when(meeting("shock", 0.9)));
    assertThat(met.meaning().relief()).isCloseTo(-life.alive().drive(), offset());
  }

  private static Meaning met(double stability, String kind, double intensity) {
    var life = born(LawSettings.DEFAULT, new Vitals(100, stability, 1));
    return lastMet(life.when(meeting(kind, intensity))).meaning();
  }

  static Fact.Met lastMet(Given life) {
    return life.lastFacts().stream()
        .filter(Fact.Met.class::isInstance)
        .map(Fact.Met.class::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }
}
