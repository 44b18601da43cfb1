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
    "1, 1, 6bd4191d1b34a52a8645fde2cc94463a8449c52e1f995542641f3dfdc0d0d270",
    "1, 30, 23046570b094ab29afa25f3cb7f938f6d55f4cd07e7edf90b149ce7bb1961108",
    "2, 30, 4ce634ce35b46de6ff6f0e36c11efc25ad301ee9057b5d49ebc89fe4fd078ef1",
    "3, 60, 3b307aa6bb0d847ac9b746d1e301244dbf6cb6813698ce5de767730c743e3f48",
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
