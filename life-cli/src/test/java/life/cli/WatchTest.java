package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {
  private static final String FACTS = "GET /v1/lives/ada/facts/stream";
  private static final String OBSERVATIONS = "GET /v1/lives/ada/observations/stream";
  private static final String FACT =
      "{\"seq\":124,\"tick\":457,\"age\":\"PT7M37S\",\"type\":\"met\",\"words\":\"a shock comes\"}";

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  private void script() {
    server
        .on("GET /v1/lives/ada", Ada.ALIVE)
        .on(FACTS, "id: 124\nevent: met\ndata: " + FACT + "\n\n")
        .nothing(FACTS)
        .on(OBSERVATIONS, Noticed.event(5, Noticed.flood(1, 5, true)))
        .nothing(OBSERVATIONS);
  }

  @Test
  void inAPipeItIsALineForEachFactAndAllThatWasNoticed() {
    script();
    var result = shell.type("watch ada");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .contains("    124         7m 37s  a shock comes")
        .anyMatch(line -> line.startsWith("   1 warning  from 10m 0s, goes on"));
    assertThat(result.out()).doesNotContain("\u001b");
  }

  @Test
  void aDumbTerminalGetsLinesToo() {
    script();
    var result = shell.onTerminal().with("TERM", "dumb").type("watch ada");
    assertThat(result.out()).contains("a shock comes").doesNotContain("\u001b");
  }

  @Test
  void machinesGetDocuments() {
    script();
    assertThat(shell.type("watch ada --json").lines())
        .containsExactlyInAnyOrder(FACT, Noticed.flood(1, 5, true));
  }

  @Test
  void whereNobodyWatchesTheFactsAreStillTold() {
    server
        .on("GET /v1/lives/ada", Ada.ALIVE)
        .on(FACTS, "id: 124\nevent: met\ndata: " + FACT + "\n\n")
        .nothing(FACTS)
        .refuse(OBSERVATIONS, 503, "monitor-off", "off", "");
    var result = shell.type("watch ada");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).containsExactly("    124         7m 37s  a shock comes");
  }

  @Test
  void anUnknownLifeIsSaidWithTheNearestName() {
    server
        .refuse("GET /v1/lives/adda", 404, "unknown-life", "There is no life 'adda'", "")
        .on("GET /v1/lives", Ada.LIVES);
    var result = shell.type("watch adda");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("did you mean \"ada\"?");
  }

  @ParameterizedTest
  @CsvSource({"40, 16", "80, 24", "133, 50"})
  void theSceneFitsTheScreen(int columns, int rows) {
    for (boolean unicode : new boolean[] {true, false}) {
      var lines = scene(unicode).lines(new Tty.Size(columns, rows));
      assertThat(lines).hasSizeLessThanOrEqualTo(rows);
      assertThat(lines).allMatch(line -> line.length() < columns);
      assertThat(lines.getLast()).startsWith("q quits");
      assertThat(lines).anyMatch(line -> line.startsWith("  1 warning"));
      assertThat(lines).anyMatch(line -> line.contains("a shock comes"));
    }
  }

  @Test
  void aScreenThatIsTooLowShowsTheBeginning() {
    assertThat(scene(true).lines(new Tty.Size(80, 5))).hasSize(5);
    assertThat(scene(true).lines(new Tty.Size(80, 12))).hasSize(12);
  }

  @Test
  void theSceneShowsHowItIsAndHowThatChanged() {
    var lines = scene(true).lines(new Tty.Size(80, 24));
    assertThat(lines.getFirst()).isEqualTo("ada  ALIVE  7m 36s, felt as 7m 10.25s  #123");
    assertThat(lines.get(1)).isEqualTo("awake, 2 in mind, 1 remembered, 2 waiting");
    assertThat(lines.get(3)).startsWith("energy     ███").contains("   88.1  ▇▇");
    assertThat(scene(false).lines(new Tty.Size(80, 24)).get(3)).startsWith("energy     ###");
  }

  @Test
  void howItIsDoingIsSaidInWordsAsFarAsTheyFit() {
    var scene = scene(true);
    scene.does(Ada.DOING);
    assertThat(scene.lines(new Tty.Size(80, 24)).get(1)).isEqualTo(Ada.DOING);
    assertThat(scene.lines(new Tty.Size(41, 24)).get(1)).isEqualTo(Ada.DOING.substring(0, 40));
    scene.does("");
    assertThat(scene.lines(new Tty.Size(80, 24)).get(1)).startsWith("awake, 2 in mind");
    scene.does(Ada.DOING);
    scene.is(Json.parse(Ada.DEAD).orElseThrow());
    assertThat(scene.lines(new Tty.Size(80, 24)).get(1)).isEqualTo("died of starvation");
  }

  private static Scene scene(boolean unicode) {
    var scene = new Scene(new Paint(false), unicode);
    scene.is(Json.parse(Ada.ALIVE).orElseThrow());
    scene.is(Json.parse(Ada.ALIVE).orElseThrow());
    for (int i = 0; i < 100; i++) {
      scene.happened(Json.parse(FACT).orElseThrow());
    }
    scene.noticed(Json.parse(Noticed.flood(1, 5, true)).orElseThrow());
    return scene;
  }

  @Test
  void onlyLinesThatHaveChangedAreDrawnAndTheTerminalIsGivenBack() {
    var out = new StringWriter();
    var console = new Console(out, new PrintWriter(new StringWriter()), Map.of(), true, true);
    var size = new Tty.Size(80, 24);
    try (var screen = new Screen(console)) {
      screen.show(List.of("one", "two"), size);
      out.getBuffer().setLength(0);
      screen.show(List.of("one", "TWO"), size);
      assertThat(out.toString()).isEqualTo("\u001b[2;1HTWO\u001b[K");
      out.getBuffer().setLength(0);
      screen.show(List.of("one", "TWO"), size);
      assertThat(out.toString()).isEmpty();
      screen.show(List.of("one", "TWO"), new Tty.Size(90, 24));
      assertThat(out.toString()).startsWith("\u001b[2J").contains("one", "TWO");
    }
    assertThat(out.toString()).endsWith("\u001b[?25h\u001b[?1049l");
  }
}
