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
    for (var command : new String[] {"lives", "--help"}) {
      assertThat(typed(command, new Broken("Broken pipe"), talk)).isZero();
    }
    assertThat(talk.toString()).isEmpty();
  }

  @Test
  void aFullDiskIsToldOnce() {
    var talk = new StringWriter();
    assertThat(typed("lives", new Broken("No space left on device"), talk)).isEqualTo(1);
    assertThat(talk.toString().lines())
        .containsExactly(
            "life: the output could not be written: No space left on device",
            "  check the disk or the program that the output goes to");
  }

  private int typed(String command, Writer data, Writer talk) {
    var console =
        new Console(data, new PrintWriter(talk), Map.of("LIFE_URL", server.url()), false, true);
    return Cli.of(console, new Patience(1, Duration.ZERO, wait -> {}, console::say)).run(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status", "lives", "show", "poke", "born", "time", "state", "replay", "grep", "why", "diff",
        "tell", "plot", "what-if", "verify", "export", "import"
      })
  void helpShowsExamplesAndExitCodes(String verb) {
    var help = new Shell(server).type(verb + " --help");
    assertThat(help.exit()).isZero();
    assertThat(help.out())
        .contains("Examples:", "  life " + verb, "Exit codes:", "no such life", "--json", "--url");
  }

  @Test
  void fsckNeedsNoServerAndVerifyHasExitCodesOfItsOwn() {
    assertThat(new Shell(server).type("fsck --help").out())
        .contains("Examples:", "Exit codes:", "--json")
        .doesNotContain("--url", "--data DIR");
    assertThat(new Shell(server).type("verify --help").out())
        .contains("one has diverged", "one is corrupt", "one is not comparable")
        .doesNotContain("the life is dead");
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

  /** Takes nothing. */
  private static final class Broken extends Writer {
    private final String why;

    private Broken(String why) {
      this.why = why;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      throw new IOException(why);
    }

    @Override
    public void flush() throws IOException {
      throw new IOException(why);
    }

    @Override
    public void close() {}
  }
}
