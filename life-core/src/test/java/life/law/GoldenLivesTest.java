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
    "1, 1, 8380b1fa380e138425426d3d8e6e4fd2878669b420574700a3c6a6b628f936ab",
    "1, 30, 9b2bd98cbe584a8c04828c4978a991861e4a860df95415f3e4e98f5e0f0169bc",
    "2, 30, 72c213ce174bd7dc8f499e23cceca3d7112c022919859d6c8ca66eaaeb99cdff",
    "3, 60, 618bc16ea00ddea1b503af70a50fe5a3b856a59038369a01ebfe1ef6ecf75b34",
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
