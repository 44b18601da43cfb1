package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannersTest {
  private static final String ESCAPE = "\u001b[";

  private final ScriptedServer server = new ScriptedServer();

  @BeforeEach
  void adaLives() {
    server.on("GET /v1/lives", Ada.LIVES);
  }

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void colourIsForTerminalsOnly() {
    assertThat(new Shell(server).type("lives").out()).doesNotContain(ESCAPE);
    assertThat(new Shell(server).onTerminal().type("lives").out()).contains(ESCAPE);
  }

  @Test
  void noColorIsHonouredAndTheOptionIsStronger() {
    var shell = new Shell(server).onTerminal().with("NO_COLOR", "1");
    assertThat(shell.type("lives").out()).doesNotContain(ESCAPE);
    assertThat(shell.type("lives --color always").out()).contains(ESCAPE);
    assertThat(new Shell(server).onTerminal().type("lives --color=never").out())
        .doesNotContain(ESCAPE);
  }

  @Test
  void colourSaysNothingThatWordsDoNot() {
    var colourful = new Shell(server).type("lives --color always").out();
    assertThat(colourful.replaceAll("\u001b\\[\\d*m", ""))
        .isEqualTo(new Shell(server).type("lives").out());
  }

  @Test
  void jsonIsNeverColoured() {
    assertThat(new Shell(server).type("lives --json --color always").out()).doesNotContain(ESCAPE);
  }

  @Test
  void aBrokenPipeEndsQuietly() {
    var talk = new StringWriter();
    var console =
        new Console(
            new ClosedPipe(), new PrintWriter(talk), Map.of("LIFE_URL", server.url()), false, true);
    var exit =
        Cli.of(console, new Patience(1, Duration.ZERO, wait -> {}, console::say)).run("lives");
    assertThat(exit).isZero();
    assertThat(talk.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "lives", "show", "poke", "born", "time"})
  void helpShowsExamplesAndExitCodes(String verb) {
    var help = new Shell(server).type(verb + " --help");
    assertThat(help.exit()).isZero();
    assertThat(help.out())
        .contains("Examples:", "  life " + verb, "Exit codes:", "no such life", "--json", "--url");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(new Shell(server).type("--version").out())
        .matches("(?s)life \\d+\\.\\d+\\.\\d+.*Java 25.*");
  }

  @Test
  void completionKnowsEveryVerb() {
    assertThat(new Shell(server).type("completion").out())
        .contains("poke", "born", "show", "complete -F");
  }

  /** What {@code | head} leaves behind. */
  private static final class ClosedPipe extends Writer {
    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void close() {}
  }
}
