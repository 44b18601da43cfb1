package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PokeTest {
  private static final String STIMULI = "POST /v1/lives/ada/stimuli";
  private static final String RECEIPT = "{\"life\":\"ada\",\"seq\":12,\"tick\":345,\"due\":345}";

  private static final String RECEIVED =
      "{\"status\":201,\"seq\":7,\"tick\":5,\"due\":5,\"replayed\":false}\n";
  private static final String RESULTS =
      RECEIVED
          + "{\"status\":400,\"problem\":{\"type\":\"/problems/bad-input\",\"detail\":\"the body is not JSON\"}}\n"
          + "{\"status\":201,\"seq\":9,\"tick\":5,\"due\":65,\"replayed\":false}\n";

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void aStimulusReachesTheLifeWithAKeyOfItsOwn() {
    server.on(STIMULI, RECEIPT);
    var result = shell.type("poke ada shock 0.9");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("ada: shock 0.9 reaches it at tick 345 (fact 12)\n");
    shell.type("poke ada shock 0.9");
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::key)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(server.asked())
        .first()
        .extracting("body")
        .isEqualTo("{\"kind\":\"shock\",\"intensity\":0.9}");
  }

  @Test
  void aStimulusMayComeDueLater() {
    server.on(STIMULI, "{\"life\":\"ada\",\"seq\":12,\"tick\":345,\"due\":600}");
    assertThat(shell.type("poke ada shock 1 --at-tick 600").out()).contains("waits for tick 600");
    shell.type("poke ada shock 1 --in-ticks 60");
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::body)
        .containsExactly(
            "{\"kind\":\"shock\",\"intensity\":1.0,\"atTick\":600}",
            "{\"kind\":\"shock\",\"intensity\":1.0,\"inTicks\":60}");
  }

  @Test
  void itIsDueAtATickOrInTicksButNotBoth() {
    assertThat(shell.type("poke ada shock 1 --at-tick 1 --in-ticks 2").exit()).isEqualTo(2);
  }

  @Test
  void aBusyServerIsAskedAgainWithTheSameKeyWhenItSaidSo() {
    server.refuse(STIMULI, 503, "not-ready", "still starting", "").on(STIMULI, RECEIPT);
    var result = shell.type("poke ada shock 0.9");
    assertThat(result.exit()).isZero();
    assertThat(shell.waits).containsExactly(Duration.ofSeconds(3));
    assertThat(server.asked())
        .hasSize(2)
        .extracting(ScriptedServer.Asked::key)
        .containsOnly(server.asked().getFirst().key());
    assertThat(result.err()).contains("trying again in 3s (2 of 4)");
  }

  @Test
  void aLostConnectionIsTriedAgainWithTheSameKey() {
    server.hangUp(STIMULI).hangUp(STIMULI).on(STIMULI, RECEIPT);
    var result = shell.type("poke ada shock 0.9 --key mine --json");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .isEqualTo("{\"life\":\"ada\",\"seq\":12,\"tick\":345,\"due\":345,\"key\":\"mine\"}\n");
    assertThat(server.asked())
        .hasSize(3)
        .extracting(ScriptedServer.Asked::key)
        .containsOnly("mine");
  }

  @Test
  void patienceEnds() {
    server.refuse(STIMULI, 503, "agenda-full", "ada's agenda is full", "");
    var result = shell.type("poke ada shock 0.9");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(server.asked()).hasSize(4);
    assertThat(result.err()).contains("ada's agenda is full").contains("life time --speed");
  }

  @Test
  void aServerThatNeverAnswersEndsAsUnreachableAndTheKeyIsTold() {
    server.hangUp(STIMULI);
    var result = shell.type("poke ada shock 0.9 --key mine");
    assertThat(result.exit()).isEqualTo(5);
    assertThat(server.asked()).hasSize(4);
    assertThat(result.err()).contains("--key mine");
  }

  @Test
  void theDeadAreNotReached() {
    server.refuse(STIMULI, 409, "dead", "ada died at tick 212040", "");
    var result = shell.type("poke ada shock 0.9");
    assertThat(result.exit()).isEqualTo(4);
    assertThat(result.err()).contains("ada died at tick 212040").contains("life show");
  }

  @Test
  void aMisspeltKindIsGuessed() {
    server.refuse(
        STIMULI,
        422,
        "unknown-kind",
        "no kind shokc",
        ",\"known\":[\"noise\",\"shock\",\"recovery\"]");
    var result = shell.type("poke ada shokc 0.9");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("did you mean \"shock\"? the world knows: noise, shock, recovery");
  }

  @Test
  void anIntensityOutOfRangeIsNotEvenSent() {
    for (var intensity : new String[] {"1.01", "-0.1", "NaN"}) {
      var result = shell.type("poke ada shock " + intensity);
      assertThat(result.exit()).isEqualTo(2);
    }
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void whatIsSaidAboutAStimulusGoesWithIt() {
    server.on(STIMULI, RECEIPT);
    shell.type("poke ada shock 0.9 --meta room=kitchen --meta note=a=b");
    assertThat(server.asked().getFirst().body())
        .isEqualTo(
            "{\"kind\":\"shock\",\"intensity\":0.9,\"metadata\":{\"room\":\"kitchen\",\"note\":\"a=b\"}}");
  }

  @Test
  void theLinesOfAFileAreSentTogetherAndEachIsAnswered(@TempDir Path folder) throws IOException {
    var file = folder.resolve("stimuli.ndjson");
    Files.writeString(file, "{\"kind\":\"shock\"}\n\nnonsense\n{\"kind\":\"noise\"}");
    server.answer(STIMULI, RESULTS);
    var result = shell.words("poke", "ada", "--file", file.toString());
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().getFirst().body())
        .isEqualTo("{\"kind\":\"shock\"}\nnonsense\n{\"kind\":\"noise\"}\n");
    assertThat(result.lines())
        .containsExactly(
            "ada: line 1 reaches it at tick 5 (fact 7)",
            "ada: line 3 is refused: the body is not JSON",
            "ada: line 4 waits for tick 65 (fact 9)");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("1 of 3 stimuli were refused");
  }

  @Test
  void whatIsPipedInIsSentInBatchesOfAThousandUnderNamesOfTheSameRun() {
    server.answer(STIMULI, RECEIVED.repeat(1_000)).answer(STIMULI, RECEIVED.repeat(5));
    var result = shell.typing("{}\n".repeat(1_005)).type("poke ada --file - --key mine --json");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(1_005).containsOnly(RECEIVED.strip());
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::key)
        .containsExactly("mine.1", "mine.2");
    assertThat(server.asked().getLast().body()).isEqualTo("{}\n".repeat(5));
  }

  @Test
  void aBatchIsSentAgainUnderItsNameUntilItIsAnswered() {
    server
        .refuse(STIMULI, 503, "overloaded", "too many wait", "")
        .hangUp(STIMULI)
        .answer(STIMULI, RECEIVED);
    assertThat(shell.typing("{}").type("poke ada --file -").exit()).isZero();
    assertThat(server.asked())
        .hasSize(3)
        .extracting(ScriptedServer.Asked::key)
        .containsOnly(server.asked().getFirst().key());
  }

  @Test
  void whenItIsGivenUpItIsSaidWhatIsDone() {
    server.answer(STIMULI, RECEIVED.repeat(1_000)).hangUp(STIMULI);
    var result = shell.typing("{}\n".repeat(1_005)).type("poke ada --file - --key mine");
    assertThat(result.exit()).isEqualTo(5);
    assertThat(result.err()).contains("lines before 1001 are done").contains("--key mine");
  }

  @Test
  void aStimulusStandsOnTheLineOrInAFileButNotInBoth() {
    assertThat(shell.type("poke ada").exit()).isEqualTo(2);
    assertThat(shell.type("poke ada shock").exit()).isEqualTo(2);
    assertThat(shell.type("poke ada shock 1 --file x").exit()).isEqualTo(2);
    assertThat(shell.type("poke ada --file x --meta a=b").exit()).isEqualTo(2);
    assertThat(shell.type("poke ada --file /nowhere/x").err()).contains("can't be read");
    assertThat(server.asked()).isEmpty();
  }
}
