package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to end leaves nothing open. */
class TerminatedLifeIT {
  private static final long SEED = Long.getLong("life.seed", System.nanoTime());
  private static final int TIMES_AWAKE = 3;
  private static final int TIMES_STARTING = 6;

  @TempDir Path folder;

  private final Random random = new Random(SEED);

  @Test
  void whatIsInFlightAtSigtermIsDurableOrWasNeverAcknowledged()
      throws IOException, InterruptedException, ExecutionException {
    System.out.println("Moments are drawn from -Dlife.seed=" + SEED);
    var terrarium = new Terrarium(folder, 97);
    try (var witness = new Witness(folder.resolve("witness"))) {
      for (int time = 1; time <= TIMES_AWAKE; time++) {
        try (var process = start(terrarium)) {
          var caller = process.caller();
          try (var senders = new Senders(witness, caller, SEED + time)) {
            Thread.sleep(500 + random.nextLong(500));
            long asked = System.nanoTime();
            assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
            System.out.printf(
                "It ended %d ms after SIGTERM%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
            var seen = senders.stop();
            var past = terrarium.past().isWhole();
            var testimony = new Testimony(past);
            testimony.agreesWith(witness);
            testimony.everyStimulusIsMetOnce();
            testimony.theWorldBroughtAllItHad();
            testimony.explains(seen);
            assertThat(process.talk()).doesNotContain("stumbled");
          }
        }
      }
      System.out.printf(
          "%d stimuli, %d acknowledged%n", witness.sent().size(), witness.answered().size());
    }
    assertThat(Twin.of(terrarium.past()).facts()).isEqualTo(terrarium.past().facts());
  }

  @Test
  void aProcessThatIsStillStartingEndsToo() throws IOException, InterruptedException {
    System.out.println("Moments are drawn from -Dlife.seed=" + SEED);
    var terrarium = new Terrarium(folder, 97);
    long began = System.nanoTime();
    try (var process = start(terrarium)) {
      process.caller();
      assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
    long startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    for (int time = 0; time < TIMES_STARTING; time++) {
      try (var process = start(terrarium)) {
        Thread.sleep(random.nextLong(startMillis));
        assertThat(process.terminate()).as(process.talk()).isEqualTo(LifeProcess.BY_SIGTERM);
        assertThat(process.talk()).doesNotContain("stumbled", "Exception");
      }
    }
    terrarium.past().isWhole();
  }

  private static LifeProcess start(Terrarium terrarium) throws IOException {
    return terrarium.run("--speed", "2000", "--seed", "5", "--mortality", "off");
  }
}
