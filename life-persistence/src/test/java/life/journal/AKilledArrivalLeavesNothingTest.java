package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import life.being.LifeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AKilledArrivalLeavesNothingTest {

  private static final int KILLS = 8;

  @TempDir Path directory;

  @Test
  void by_sigkill_at_random_moments() throws IOException, InterruptedException {
    long seed = Long.getLong("life.seed", System.nanoTime());
    System.out.println("Kills are drawn from -Dlife.seed=" + seed);
    Random random = new Random(seed);
    Set<String> admitted = new LinkedHashSet<>();
    int inTheMiddle = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      killAfter(5 + random.nextInt(150), admitted);
      inTheMiddle += stagedNow() > 0 ? 1 : 0;
      check(admitted, "kill " + kill + ", seed " + seed);
    }
    assertThat(inTheMiddle).as("kills in the middle of an arrival, seed " + seed).isPositive();
  }

  private void killAfter(int lines, Set<String> admitted) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ArrivingChild.class.getName(),
                    directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = child.inputReader()) {
      String line = said.readLine();
      for (int i = 0; line != null; i++) {
        if (line.matches("life-\\d+")) {
          admitted.add(line);
        }
        if (i == lines) {
          child.toHandle().destroyForcibly(); // the process's own would close what it said
        }
        line = said.readLine();
      }
    }
    assertThat(child.waitFor()).isEqualTo(128 + 9);
  }

  private int stagedNow() {
    try (FactStore reader = FactStore.openReadOnly(directory)) {
      return reader.allLivesAfter(0, 1000).size() - reader.livesAfter(0, 1000).size();
    }
  }

  private void check(Set<String> admitted, String when) {
    try (FactStore store = FactStore.open(directory)) {
      assertThat(store.allLivesAfter(0, 1000)).as(when).isEqualTo(store.livesAfter(0, 1000));
      List<String> lives = store.livesAfter(0, 1000).stream().map(LifeName::name).toList();
      // One more may be whole: admitted, but killed before it was said.
      assertThat(lives)
          .as(when)
          .containsAll(admitted)
          .hasSizeLessThanOrEqualTo(admitted.size() + 1);
      admitted.addAll(lives);
      Biography biography = new Biography(store);
      for (String life : lives) {
        assertThat(Facts.all(store, life)).as(when).hasSize(ArrivingChild.LIFE.facts().size());
        assertThat(biography.stateAt(new LifeId(life), Long.MAX_VALUE))
            .as(when)
            .isEqualTo(ArrivingChild.LIFE.last());
      }
    }
  }
}
