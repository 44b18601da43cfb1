package life.bench.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import life.bench.trouble.Trial.Purpose;
import life.observe.SemanticMonitor;
import life.world.Weather;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The monitor notices trouble, and seldom anything else. In every build a few lives with seeds of
 * their own; with {@code -Psoak} those that docs/monitor.md tells of.
 */
class TroubleIsNoticedTest {
  private static final boolean FULL = Boolean.getBoolean("life.trouble.full");
  private static final Purpose PURPOSE = FULL ? Purpose.TESTING : Purpose.BUILDING;
  private static final int SEEDS = FULL ? TroubleBench.USUAL_SEEDS : 2;

  private static Trial trial;
  private static String table;

  @BeforeAll
  static void live() {
    trial =
        Trial.of(
            PURPOSE,
            Observed.WORLD,
            List.of(Trouble.values()),
            SEEDS,
            TroubleBench.CLEANS_PER_SEED * SEEDS,
            () -> new SemanticMonitor()::next);
    var text = new ByteArrayOutputStream();
    TroubleBench.print(trial, new PrintStream(text, true, StandardCharsets.UTF_8));
    table = PURPOSE + "\n" + text.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nineOfTenTroublesAreFound() {
    assertThat(trial.all().recall()).as(table).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void fourOfFiveEpisodesAreTrue() {
    assertThat(trial.all().precision()).as(table).isGreaterThanOrEqualTo(0.8);
  }

  @ParameterizedTest
  @EnumSource
  void aCleanLifeHasAtMostOneFalseEpisodeInTenDays(Weather weather) {
    assertThat(trial.of(weather).falsesPerTenDays()).as(table).isLessThanOrEqualTo(1);
  }
}
