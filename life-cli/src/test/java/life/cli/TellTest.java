package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellTest {
  private static final String TALE =
      """
      {"life":"ada","of":"day","number":2,"over":true,"title":"Ada, day 2","paragraphs":[
       {"title":"","statements":[
        {"words":"The day found Ada awake and serene.","facts":[762]},
        {"words":"It had to take two shocks, the hardest of 0.91.","facts":[766,781]}]},
       {"title":"days 3 to 4","statements":[{"words":"Nothing came that mattered.","facts":[1654]}]}]}
      """;

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void statementsAreFollowedByTheirFactsInLinesOfTheTerminal() {
    server.on("GET /v1/lives/ada/tell?of=day", TALE);
    var result = shell.with("COLUMNS", "50").type("tell ada");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "Ada, day 2",
            "",
            "The day found Ada awake and serene. (#762) It had",
            "to take two shocks, the hardest of 0.91. (#766,",
            "#781)",
            "",
            "days 3 to 4",
            "Nothing came that mattered. (#1654)");
  }

  @ParameterizedTest
  @CsvSource({
    "--day 2, of=day&number=2",
    "--hour 30, of=hour&number=30",
    "--life, of=life",
  })
  void howMuchOfItIsAsked(String option, String question) {
    server.on("GET /v1/lives/ada/tell?" + question, TALE);
    assertThat(shell.type("tell ada " + option + " --json").out())
        .contains("\"title\":\"Ada, day 2\"");
  }

  @Test
  void aDayThatHasNotComeIsRefusedWithTheDaysThatThereAre() {
    server.refuse(
        "GET /v1/lives/ada/tell?of=day&number=9",
        404,
        "no-such-moment",
        "ada has lived 3 days so far, so there is no day 9",
        "");
    var result = shell.type("tell ada --day 9");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("ada has lived 3 days so far, so there is no day 9");
  }

  @ParameterizedTest
  @CsvSource({"--day 0", "--hour -1", "--day 1 --life", "--hour 2 --day 1"})
  void whatIsNoDayIsWrongUsage(String option) {
    assertThat(shell.type("tell ada " + option).exit()).isEqualTo(2);
  }
}
