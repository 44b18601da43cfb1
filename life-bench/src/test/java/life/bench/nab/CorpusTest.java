package life.bench.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import life.bench.nab.Series.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path folder;

  @BeforeEach
  void aFolderWithOneSeries() throws IOException {
    Files.createDirectories(folder.resolve("data/group"));
    write("data/group/a.csv", "timestamp,value\n2014-01-01 00:00:00,1\n2014-01-01 00:05:00,2.5\n");
    write(
        "windows.json",
        "{\"group/a.csv\":[[\"2014-01-01 00:00:00.000000\",\"2014-01-01 00:05:00.000000\"]]}");
    write(
        "profiles.json",
        "{\"standard\":{\"CostMatrix\":{\"tpWeight\":1,\"fnWeight\":2,\"fpWeight\":0.11}}}");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void seriesWindowsAndProfilesAreRead() {
    var corpus = Corpus.read(folder);
    assertThat(corpus.series())
        .containsExactly(new Series("group/a.csv", List.of(1.0, 2.5), List.of(new Window(0, 1))));
    assertThat(corpus.profiles()).containsExactly(new Profile("standard", 1, 0.11, 2));
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("data/group/a.csv"));
    assertThatThrownBy(() -> Corpus.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.csv is missing; the folder must hold data/");
    assertThatThrownBy(() -> Corpus.read(folder.resolve("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("windows.json is missing");
  }

  @Test
  void whatIsNoNumberAndAWindowWithoutAPointAreNamed() throws IOException {
    write("data/group/a.csv", "timestamp,value\n2014-01-01 00:00:00,much\n");
    assertThatThrownBy(() -> Corpus.read(folder)).hasMessageContaining("'much' is no number");
    write("data/group/a.csv", "timestamp,value\n2014-01-01 00:00:00,1\n");
    assertThatThrownBy(() -> Corpus.read(folder))
        .hasMessageContaining("has no point at '2014-01-01 00:05:00.000000'");
  }
}
