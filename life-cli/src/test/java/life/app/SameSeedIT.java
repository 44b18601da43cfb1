package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import life.being.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two lives of one seed, in different houses, at different speeds. */
class SameSeedIT {
  private static final long SEED = Long.getLong("life.seed", System.nanoTime());
  private static final long TICKS = 100_000;
  private static final int KILLS = 4;

  @TempDir Path folder;

  @Test
  void aHurriedLifeAndOneThatIsOftenKilledAreTheSame() throws IOException, InterruptedException {
    System.out.println("Lives and kills are drawn from -Dlife.seed=" + SEED);
    var hurried = new Terrarium(Files.createDirectory(folder.resolve("hurried")), 1_000);
    var killed = new Terrarium(Files.createDirectory(folder.resolve("killed")), 50);
    var random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      try (var process = start(killed, 10_000)) {
        process.reachable();
        Thread.sleep(random.nextLong(700));
        process.kill();
      }
    }
    liveToTheEnd(killed, 20_000);
    liveToTheEnd(hurried, 100_000);

    var one = hurried.past().isWhole();
    var other = killed.past().isWhole();
    System.out.printf(
        "%d facts and %d, with %d resumptions%n",
        one.told().size(), other.told().size(), other.those(Fact.Resumed.class).count());
    assertThat(other.those(Fact.Resumed.class)).as("it was interrupted").isNotEmpty();
    assertThat(Past.living(one.last()).tick()).isEqualTo(TICKS);
    assertThat(other.marks()).isEqualTo(one.marks()).hasSize((int) (TICKS / 3_600));
    assertThat(other.hash()).isEqualTo(one.hash());
    for (var past : List.of(one, other)) {
      var testimony = new Testimony(past);
      testimony.everyStimulusIsMetOnce();
      testimony.theWorldBroughtAllItHad();
    }
    assertThat(Twin.of(other).facts()).isEqualTo(other.facts());
    assertThat(Twin.uninterrupted(other).hash()).isEqualTo(one.hash());
  }

  private static LifeProcess start(Terrarium terrarium, int speed) throws IOException {
    return terrarium.run(
        "--speed", String.valueOf(speed),
        "--seed", String.valueOf(SEED),
        "--mortality", "off",
        "--until-tick", String.valueOf(TICKS));
  }

  private static void liveToTheEnd(Terrarium terrarium, int speed)
      throws IOException, InterruptedException {
    try (var process = start(terrarium, speed)) {
      assertThat(process.ended()).isZero();
    }
  }
}
