package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import life.cli.Cli;
import life.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldsTest {
  private static final String DEFAULT = "../config/worlds/default.conf";

  @TempDir Path folder;

  private final StringWriter data = new StringWriter();
  private final StringWriter talk = new StringWriter();

  private int type(String... words) {
    var console = new Console(data, new PrintWriter(talk), Map.of(), false, true);
    return Cli.of(console)
        .with("world", () -> Worlds.with((file, play) -> Checking.of(console, file, play)))
        .run(words);
  }

  @Test
  void aWorldThatIsAllRightIsSummedUp() {
    assertThat(type("world", "check", DEFAULT)).as(talk.toString()).isZero();
    assertThat(data.toString()).contains("the world 'default' is all right: 32 kinds, 12 chains");
  }

  @Test
  void everyMistakeIsNamedByItsLine() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("mine.conf"),
            """
            activity = 0.5
            kinds {
              shock { weight = -1, intensity = [0, 1], significance = 1 }
              noise { weight = 1, intensity = [0, 3], significance = 1 }
            }
            """);
    assertThat(type("world", "check", file.toString())).isEqualTo(2);
    assertThat(talk.toString())
        .contains("mine.conf: 3: weight of shock must be")
        .contains("mine.conf: 4: highest intensity of noise must be");
    assertThat(data.toString()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereOrIsNoTextIsRefused() throws IOException {
    assertThat(type("world", "check", folder.resolve("none.conf").toString())).isEqualTo(2);
    var broken = Files.writeString(folder.resolve("broken.conf"), "activity = {{{");
    assertThat(type("world", "check", broken.toString())).isEqualTo(2);
    assertThat(talk.toString()).contains("none.conf").contains("broken.conf: 1");
    assertThat(type("world", "check", folder.resolve("odd.txt").toString())).isEqualTo(2);
  }

  @Test
  void aScenarioIsCheckedForThatWorld() throws IOException {
    var good = Files.writeString(folder.resolve("day"), "shock 0.9 at tick 600\n");
    assertThat(type("world", "check", DEFAULT, "--scenario", good.toString())).isZero();
    assertThat(data.toString()).contains("the scenario is all right: 1 to come");
    var bad = Files.writeString(folder.resolve("bad"), "\nthunder 0.9 at tick 600\n");
    assertThat(type("world", "check", DEFAULT, "--scenario", bad.toString())).isEqualTo(2);
    assertThat(talk.toString()).contains("line 2: there is no kind 'thunder'");
  }
}
