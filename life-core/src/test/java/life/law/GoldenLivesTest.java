package life.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import life.being.Course;
import life.being.Decider;
import life.being.Given;
import life.being.LawSettings;
import life.being.StateHash;
import life.body.Shift;
import life.world.Chain;
import life.world.Family;
import life.world.Kinds;
import life.world.StimulusKind;
import life.world.Weather;
import life.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lives that must never be lived differently: the laws of version 2 end in these states. Whoever
 * changes the arithmetic of a law makes a new version, and golden lives of its own.
 */
class GoldenLivesTest {
  private static final World WORLD =
      new World(
          "golden",
          Weather.NORMAL,
          0.002,
          new Kinds(
              List.of(
                  kind("noise", 6, 0, -0.02, 0, 0.3, Family.BODILY),
                  kind("recovery", 4, 6, 0.05, 0.01, 0.6, Family.BODILY),
                  kind("shock", 0.5, -6, -0.3, -0.05, 1, Family.BODILY),
                  kind("isolation", 1, -1, -0.1, 0, 0.6, Family.SOCIAL),
                  kind("connection", 1, 1, 0.1, 0, 0.7, Family.SOCIAL),
                  kind("silence", 0, 0, -0.01, 0, 0.4, Family.BODILY),
                  kind("memory-echo", 0, 0, 0.04, 0, 0.6, Family.INNER))),
          List.of(new Chain("isolation", "connection", 3, 1_800)));

  @ParameterizedTest
  @CsvSource({
    "1, 1, 928fa722e7a798987006171507e743621e3172119c09a12a8eff8adfcc8c59f7",
    "1, 30, 98da17507c0a9bbaa697efd7c0c234e34727feda82aa524e3958293ef89836af",
    "2, 30, 2f176f05cae79f67d1f3c7446b4519e22911efc7ab341a94fa08f59ae9e0aca0",
    "3, 60, 97576e04ec0850c70b099d91cb3cd80a9e099d4f1121d9659907abad0a641cb4",
  })
  void aLifeOfTheseLawsEndsInTheSameStateForEver(long seed, double days, String hash) {
    var life = new Course(new Decider(new Laws()), Decider.UNBORN, _ -> {});
    life.take(Given.birth("ada", seed, LawSettings.DEFAULT, WORLD));
    life.until(Given.days(days));
    assertThat(StateHash.of(life.state()).hex()).isEqualTo(hash);
  }

  @Test
  void theseLivesAreOfThisVersion() {
    assertThat(Laws.VERSION).isEqualTo(2);
    assertThat(LawSettings.DEFAULT.version()).isEqualTo(Laws.VERSION);
  }

  private static StimulusKind kind(
      String name,
      double weight,
      double energy,
      double stability,
      double integrity,
      double significance,
      Family family) {
    return new StimulusKind(
        name, weight, 0.2, 0.9, new Shift(energy, stability, integrity), significance, family);
  }
}
