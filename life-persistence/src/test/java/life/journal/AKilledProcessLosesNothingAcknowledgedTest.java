package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AKilledProcessLosesNothingAcknowledgedTest {

  private static final int KILLS = 12;

  @TempDir Path directory;

  @Test
  void by_sigkill_at_random_moments() throws IOException, InterruptedException {
    long seed = Long.getLong("life.seed", System.nanoTime());
    System.out.println("Kills are drawn from -Dlife.seed=" + seed);
    Random random = new Random(seed);
    Map<String, Long> acknowledged = new HashMap<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      killAfter(1 + random.nextInt(4000), acknowledged);
      check(acknowledged, "kill " + kill + ", seed " + seed);
    }
    assertThat(acknowledged).hasSize(AppendingChild.LIVES);
  }

  /**
   * Runs a child until it acknowledged so many appends, kills it, and takes in what else it said.
   */
  private void killAfter(int lines, Map<String, Long> acknowledged)
      throws IOException, InterruptedException {
    Process child = start();
    try (BufferedReader said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ready");
      String line = said.readLine();
      for (int i = 1; line != null; i++) {
        String[] parts = line.split(" ", -1);
        // The last line may be cut short by the kill: a smaller number than was acknowledged, which
        // is no harm.
        if (parts.length == 2 && !parts[1].isEmpty()) {
          acknowledged.merge(parts[0], Long.parseLong(parts[1]), Math::max);
        }
        if (i == lines) {
          child.toHandle().destroyForcibly(); // the process's own would close what it said
        }
        line = said.readLine();
      }
    }
    assertThat(child.waitFor()).isEqualTo(128 + 9);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingChild.class.getName(),
                directory.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void check(Map<String, Long> acknowledged, String when) {
    try (FactStore store = FactStore.open(directory)) {
      acknowledged.forEach((life, seq) -> {
        List<StoredFact> facts = Facts.all(store, life);
        assertThat(facts).as(when).hasSizeGreaterThanOrEqualTo(seq.intValue());
        assertThat(facts).as(when).allMatch(Facts::isTrue);
      });
      FactsOfAllLivesHaveOneOrderTest.assertOnceEach(store);
      assertThat(store.livesAfter(0, 100)).as(when).hasSizeLessThanOrEqualTo(AppendingChild.LIVES);
    }
  }
}
