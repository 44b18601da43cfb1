package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FullDiskIT {
  private static final int MEBIBYTES = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no mount")
  void aLifeOutlastsAFullDiskAndMissesNothing() throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 97, Terrarium.SMALL_FILES);
    var mounted = SmallDisk.at(terrarium.data(), MEBIBYTES);
    assumeThat(mounted).as("a disk may be mounted here").isPresent();
    try (var disk = mounted.orElseThrow();
        var witness = new Witness(folder.resolve("witness"))) {
      var random = new Random(1);
      try (var process = start(terrarium)) {
        var caller = process.caller();
        Senders.bring(witness, caller, witness.next(random));
        for (int time = 0; time < 3; time++) {
          disk.fill();
          await("a refusal")
              .atMost(PATIENCE)
              .until(() -> isRefused(witness, caller, witness.next(random)));
          saysThatTheJournalIsFull(process);
          disk.free();
          await("an answer")
              .atMost(PATIENCE)
              .until(() -> !isRefused(witness, caller, witness.next(random)));
          assertThat(process.health("/readyz").statusCode()).isEqualTo(200);
          assertThat(process.health("/metrics").body()).contains("\nlife_journal_outage 0.0\n");
        }
        for (var open = witness.nextOpen(); open.isPresent(); open = witness.nextOpen()) {
          Senders.bring(witness, caller, open.get());
        }
        assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
        assertThat(process.talk()).doesNotContain("stumbled");
      }
      var past = terrarium.past().isWhole();
      var testimony = new Testimony(past);
      testimony.agreesWith(witness);
      testimony.everyStimulusIsMetOnce();
      testimony.theWorldBroughtAllItHad();
      assertThat(Twin.of(past).facts()).isEqualTo(past.facts());
    }
  }

  private static void saysThatTheJournalIsFull(LifeProcess process)
      throws IOException, InterruptedException {
    var ready = process.health("/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body())
        .contains("\"name\":\"journal-writable\",\"status\":\"fail\"")
        .contains("\"name\":\"recovered\",\"status\":\"pass\"");
    assertThat(process.health("/livez").statusCode()).isEqualTo(200);
    assertThat(process.health("/metrics").body()).contains("\nlife_journal_outage 1.0\n");
  }

  private static boolean isRefused(Witness witness, Caller caller, Errand errand)
      throws IOException, InterruptedException {
    int before = witness.answered().size();
    Senders.bring(witness, caller, errand);
    return witness.answered().size() == before;
  }

  private static LifeProcess start(Terrarium terrarium) throws IOException {
    return terrarium.run("--speed", "20000", "--seed", "5", "--mortality", "off");
  }
}
