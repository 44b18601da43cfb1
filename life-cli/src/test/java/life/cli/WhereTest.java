package life.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereTest {
  private static final Map<String, String> SILENT = Map.of();

  @TempDir Path folder;

  @Test
  void theFlagComesFirstThenTheEnvironmentThenTheFileThenTheDefault() throws IOException {
    var file = Optional.of(Files.writeString(folder.resolve("life.conf"), "life { port = 4000 }"));
    var both = Map.of("LIFE_URL", "http://two:2", "LIFE_PORT", "3");
    assertThat(Where.find("http://one:1/", both, file)).hasToString("http://one:1");
    assertThat(Where.find(null, both, file)).hasToString("http://two:2");
    assertThat(Where.find(null, Map.of("LIFE_PORT", "3"), file)).hasToString("http://127.0.0.1:3");
    assertThat(Where.find(null, SILENT, file)).hasToString("http://127.0.0.1:4000");
    assertThat(Where.find(null, SILENT, Optional.empty())).hasToString("http://127.0.0.1:7717");
  }

  @Test
  void aFileThatIsNotThereOrSaysNothingIsNoTrouble() throws IOException {
    var silent = Files.writeString(folder.resolve("life.conf"), "life { }");
    assertThat(Where.find(null, SILENT, Optional.of(silent))).hasToString("http://127.0.0.1:7717");
    assertThat(Where.find(null, SILENT, Optional.of(folder.resolve("none"))))
        .hasToString("http://127.0.0.1:7717");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    var damaged = Optional.of(Files.writeString(folder.resolve("life.conf"), "life {"));
    assertThatThrownBy(() -> Where.find(null, SILENT, damaged)).hasMessageContaining("life.conf");
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithItsOrigin() {
    assertThatThrownBy(() -> Where.find(null, Map.of("LIFE_URL", "localhost"), Optional.empty()))
        .hasMessageContaining("LIFE_URL gives \"localhost\"");
  }
}
