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
            assertThat(world.kinds().names())
                .contains("noise", "decay", "recovery", "shock", "idle"));
  }

  @Test
  void aWorldIsNamedLikeItsFile() throws IOException {
    var world =
        WorldFile.read(
            file(
                "activity = 0.5, kinds { shock { weight = 1,"
                    + " intensity = [0, 1], energy = -3, significance = 1 } }"));
    assertThat(world.name()).isEqualTo("mine");
    assertThat(world.kinds().list().getFirst().impact().energy()).isEqualTo(-3);
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
        .hasMessageContaining("the kind 'shock' has no 'enrgy'; it has energy, family,");
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

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    var file =
        file(
            """
            activity = 0.5
            kinds {
              shock { weight = -1, intensity = [0, 1], significance = 1 }
              noise { weight = 1, intensity = [0, 1, 2], significance = 1, family = odd }
              doubt { weight = 1, intensity = [0, 1], significance = 1, family = odd }
            }
            chains = [ { from = shock, to = fear, factor = much, half-life-ticks = 5 } ]
            wether = calm
            """);
    assertThatThrownBy(() -> WorldFile.read(file))
        .hasMessageContaining("mine.conf: 3: weight of shock must be a number from 0.0")
        .hasMessageContaining("mine.conf: 4: the intensity of 'noise' must be a range")
        .hasMessageContaining("mine.conf: 5: there is no family 'odd'; there are bodily, social")
        .hasMessageContaining("mine.conf: 7: factor has type STRING rather than NUMBER")
        .hasMessageContaining("mine.conf: 8: Invalid value at 'wether': a world has no 'wether'");
  }

  @Test
  void aChainBetweenKindsThatAreNotThereIsRefused() throws IOException {
    var file =
        file(
            """
            activity = 0.5
            kinds { shock { weight = 1, intensity = [0, 1], significance = 1 } }
            chains = [ { from = shock, to = fear, factor = 2, half-life-ticks = 5 } ]
            """);
    assertThatThrownBy(() -> WorldFile.read(file))
        .hasMessageContaining("a chain names the kind 'fear', which is none");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.conf"), text);
  }
}
