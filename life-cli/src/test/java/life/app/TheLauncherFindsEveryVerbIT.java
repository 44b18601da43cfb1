package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As it was built: each verb's help with the jars that the launcher gives it. */
class TheLauncherFindsEveryVerbIT {
  private static final String CONFIG = "../config/";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "world --help",
        "world check --help",
        "world check " + CONFIG + "worlds/default.conf",
        "status --help",
        "lives --help",
        "show --help",
        "poke --help",
        "born --help",
        "time --help",
        "state --help",
        "replay --help",
        "grep --help",
        "observations --help",
        "note --help",
        "notes --help",
        "watch --help",
        "why --help",
        "diff --help",
        "tell --help",
        "plot --help",
        "what-if --help",
        "verify --help",
        "export --help",
        "import --help",
        "fsck --help",
        "token --help",
        "dev --help",
        "completion"
      })
  void andItsHelp(String words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(LifeProcess.LAUNCHER.toString()));
    command.addAll(List.of(words.split(" ", -1)));
    try (var process = LifeProcess.start(command, Map.of(), folder.resolve("process.err"))) {
      assertThat(process.ended()).as(process.talk()).isZero();
      assertThat(process.talk()).doesNotContain("Exception");
    }
  }
}
