package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
  private static final String NOTES = "/v1/lives/ada/notes";
  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  static String note(int number, String text) {
    return "{\"number\":%d,\"seq\":721,\"tick\":50040,\"age\":\"PT13H54M\",\"text\":%s,\"at\":\"2026-11-22T15:42:10.5Z\"}"
        .formatted(number, Json.text(new com.fasterxml.jackson.databind.node.TextNode(text)));
  }

  private static String page(String next, String... notes) {
    return "{\"life\":\"ada\",\"notes\":[%s],\"next\":%s}".formatted(String.join(",", notes), next);
  }

  @Test
  void whatSomebodyThinksIsPinnedToTheMoment() {
    server.on("POST " + NOTES, note(1, "here it began to fear noise"));
    var result = shell.words("note", "ada", "here it began to fear noise", "--at", "age:13h54m");
    assertThat(result.exit()).isZero();
    assertThat(server.asked().getFirst().body())
        .isEqualTo("{\"text\":\"here it began to fear noise\",\"at\":\"age:13h54m\"}");
    assertThat(result.err())
        .contains("note 1 is pinned to ada, 13h 54m 0s old, at tick 50040, fact 721");
  }

  @Test
  void withoutAPointItIsPinnedToThePresent() {
    server.on("POST " + NOTES, note(1, "calm"));
    assertThat(shell.type("note ada calm --json").out()).contains("\"number\":1");
    assertThat(server.asked().getFirst().body()).isEqualTo("{\"text\":\"calm\"}");
  }

  @Test
  void theyAreReadInTheOrderOfTheLifeInLinesOfTheTerminal() {
    server.on("GET " + NOTES, page("\"50040-2\"", note(2, "two\nlines")));
    server.on(
        "GET " + NOTES + "?after=50040-2", page("null", note(12, "a thought that is a long one")));
    var result = shell.with("COLUMNS", "20").type("notes ada");
    assertThat(result.lines())
        .containsExactly(
            "   2 13h 54m 0s old, at tick 50040, fact 721",
            "     two",
            "     lines",
            "  12 13h 54m 0s old, at tick 50040, fact 721",
            "     a thought that",
            "     is a long one");
  }

  @Test
  void forMachinesEachIsALine() {
    server.on("GET " + NOTES, page("null", note(2, "two\nlines"), note(1, "one")));
    assertThat(shell.type("notes ada --json").lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("two\\nlines");
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    server.on("GET " + NOTES, page("null"));
    var result = shell.type("notes ada");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("no note is pinned to ada");
  }

  @Test
  void oneThatWasAMistakeIsRemoved() {
    server.nothing("DELETE " + NOTES + "/3");
    var result = shell.type("note ada --remove 3");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("note 3 of ada is gone");
  }

  @Test
  void oneThatIsNotThereIsSaid() {
    server.refuse("DELETE " + NOTES + "/3", 404, "no-such-note", "There is no note 3 of ada", "");
    var result = shell.type("note ada --remove 3");
    assertThat(result.exit()).isEqualTo(Exit.FAILED.code());
    assertThat(result.err())
        .contains("There is no note 3 of ada")
        .contains("`life notes LIFE` lists those that there are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"note ada", "note ada x --remove 3", "note ada --remove 3 --at birth"})
  void whatIsNotSaidClearlyIsNotDone(String command) {
    var result = shell.type(command);
    assertThat(result.exit()).isEqualTo(Exit.WRONG_USAGE.code());
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aTextHasAnEnd() {
    var result = shell.words("note", "ada", "x".repeat(2_001));
    assertThat(result.exit()).isEqualTo(Exit.WRONG_USAGE.code());
    assertThat(result.err()).contains("a note has 1 to 2000 characters, but this has 2001");
  }

  @Test
  void aNameThatIsNearlyRightIsGuessed() {
    server.refuse("GET /v1/lives/ade/notes", 404, "unknown-life", "There is no life 'ade'", "");
    server.on("GET /v1/lives", Ada.LIVES);
    assertThat(shell.type("notes ade").err()).contains("did you mean \"ada\"?");
  }
}
