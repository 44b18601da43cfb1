package life.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFileTest {
  @TempDir Path folder;

  @Test
  void theDefaultWorldIsAWorld() {
    var worlds = WorldFile.readAll(Path.of("../config/worlds"));
    assertThat(worlds.get("default"))
        .satisfies(world ->
            assertThat(world.kindNames()).contains("noise", "decay", "recovery", "shock", "idle"));
  }

  @Test
  void aWorldIsNamedLikeItsFile() throws IOException {
    var world =
        WorldFile.read(
            file(
                "activity = 0.5, kinds { shock { weight = 1,"
                    + " intensity = [0, 1], energy = -3, significance = 1 } }"));
    assertThat(world.name()).isEqualTo("mine");
    assertThat(world.kinds().getFirst().impact().energy()).isEqualTo(-3);
  }

  @Test
  void aMistakeIsNamedWithItsFileAndLine() throws IOException {
    var file =
        file(
            """
            activity = 0.5
            kinds {
              shock { weight = 1, intensity = [0, 1], enrgy = -3, significance = 1 }
            }
            """);
    assertThatThrownBy(() -> WorldFile.read(file))
        .hasMessageContaining("mine.conf: 3")
        .hasMessageContaining("the kind 'shock' has no 'enrgy'; it has energy, integrity,");
  }

  @Test
  void whatIsMissingOrOutOfRangeIsNamed() throws IOException {
    var noWeight = file("activity = 0.5, kinds { shock { intensity = [0, 1], significance = 1 } }");
    assertThatThrownBy(() -> WorldFile.read(noWeight)).hasMessageContaining("weight");
    var tooBusy =
        file(
            "activity = 2, kinds { shock { weight = 1, intensity = [0, 1],"
                + " significance = 1 } }");
    assertThatThrownBy(() -> WorldFile.read(tooBusy))
        .hasMessageContaining("activity must be a number from 0.0 to 1.0, but was 2.0");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.conf"), text);
  }
}
