package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
  private static final String SERIES =
      """
      {"life":"ada","phase":"ALIVE","cause":null,"age":"PT7M36S","from":0,"to":456,"tickSeconds":1.0,
       "buckets":[{"tick":0,"until":456,"energy":[88,100],"stability":[1,1],"integrity":[1,1],"drive":[0,1],
       "felt":430.0,"asleep":0.0,"stimuli":0,"strongest":null,"phase":"ALIVE"}],"turnings":[]}
      """;

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @TempDir Path folder;

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void withoutAFileItIsDrawnAsWideAsTheTerminal() {
    server
        .on("GET /v1/lives/ada/series?buckets=128", SERIES)
        .on("GET /v1/lives/ada/series?buckets=168", SERIES);
    assertThat(shell.type("plot ada").out()).startsWith("ada  ").contains("energy", "phase", "age");
    var wide = shell.with("COLUMNS", "100").type("plot ada");
    assertThat(wide.exit()).isZero();
    assertThat(wide.lines())
        .anyMatch(line -> line.length() > 80)
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void aPartOfALifeIsAskedForByItsMoments() {
    server.on("GET /v1/lives/ada/series?buckets=128&from=age%3A1d&to=head", SERIES);
    assertThat(shell.type("plot ada --from age:1d --to head").exit()).isZero();
  }

  @Test
  void theNamesEndingSaysWhichPicture() throws IOException {
    server.on("GET /v1/lives/ada/series?buckets=1000", SERIES);
    var svg = folder.resolve("story.svg");
    var png = folder.resolve("story.PNG");
    assertThat(shell.type("plot ada -o " + svg).out()).isEmpty();
    assertThat(Files.readString(svg)).startsWith("<?xml").contains("ada");
    var json = shell.type("plot ada --json -o " + png);
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(json.out())
        .isEqualTo("{\"file\":\"%s\",\"bytes\":%d}\n".formatted(png, Files.size(png)));
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void otherEndingsAreRefusedBeforeAnythingIsAsked() {
    var result = shell.type("plot ada -o story.jpg");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains(".svg or .png");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsToldAsSuch() {
    server.on("GET /v1/lives/ada/series?buckets=1000", SERIES);
    var result = shell.type("plot ada -o " + folder.resolve("nowhere/story.svg"));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("could not be written", "folder exists");
  }
}
