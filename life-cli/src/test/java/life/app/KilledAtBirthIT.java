package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process is killed while it makes the journal of its very first life. */
class KilledAtBirthIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"MANIFEST-000001", "CURRENT", "000004.log", "acknowledged"})
  void aJournalThatWasJustBeingMadeIsNoDanger(String file)
      throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 97);
    File made = terrarium.journal().resolve(file).toFile();
    try (var process = terrarium.run()) {
      while (process.isAlive() && !made.exists()) {
        Thread.onSpinWait();
      }
      process.kill();
    }
    for (int start = 1; start <= 2; start++) {
      try (var process = terrarium.run("--speed", "1000")) {
        var errand = new Errand("start-" + start, "noise", 0.5, 0);
        var reply = process.caller().bring(errand).orElseThrow();
        assertThat(reply.status()).isEqualTo(Caller.CREATED);
        assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
      }
    }
    new Testimony(terrarium.past().isWhole()).everyStimulusIsMetOnce();
  }
}
