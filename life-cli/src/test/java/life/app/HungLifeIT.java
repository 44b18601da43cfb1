package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever part of a process never ends, the process does, and says which part it was. */
class HungLifeIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"intake", "streams", "ticker", "lives", "journal"})
  void aPartThatDoesNotEndIsNamedAndForcedAndNothingIsLost(String part)
      throws IOException, InterruptedException, ExecutionException {
    try (var witness = new Witness(folder.resolve("witness"));
        var process = start(part)) {
      var caller = process.caller();
      try (var senders = new Senders(witness, caller, 7)) {
        Thread.sleep(500);
        assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
        senders.stop();
      }
      assertThat(process.talk()).contains(part + " did not end within");
      var past = Past.of(folder.resolve("data/journal"), Terrarium.NAME).isWhole();
      new Testimony(past).agreesWith(witness);
    }
  }

  @Test
  void aSecondSignalIsAnsweredAndEndsItAtOnce() throws IOException, InterruptedException {
    try (var process = start("lives")) {
      process.caller();
      ProcessHandle.of(process.pid()).orElseThrow().destroy();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Files.readString(log()).contains("Running CoordinatedShutdown"));
      Thread.sleep(300);
      ProcessHandle.of(process.pid()).orElseThrow().destroy();
      assertThat(process.ended()).isEqualTo(LifeProcess.BY_SIGTERM);
      assertThat(process.talk())
          .contains("told to end once more: ending at once", "nothing that was answered is lost");
      assertThat(process.talk()).doesNotContain("did not end within");
    }
    Past.of(folder.resolve("data/journal"), Terrarium.NAME).isWhole();
  }

  private Path log() {
    return folder.resolve("data/logs/life.log");
  }

  private LifeProcess start(String part) throws IOException {
    var lib = LifeProcess.LAUNCHER.resolve("../../lib").normalize();
    String jars;
    try (var files = Files.list(lib)) {
      jars = files.sorted().map(Path::toString).collect(Collectors.joining(":"));
    }
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlife.config=" + lib.resolve("../config/life.conf").normalize(),
                "-cp",
                Path.of("target/test-classes").toAbsolutePath() + ":" + jars,
                HungLife.class.getName(),
                part));
    command.addAll(
        List.of(
            "run",
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0",
            "--speed",
            "100",
            "--mortality",
            "off"));
    return LifeProcess.start(command, Map.of(), folder.resolve("process.err"));
  }
}
