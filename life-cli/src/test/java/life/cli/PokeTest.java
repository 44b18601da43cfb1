package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PokeTest {
  private static final String STIMULI = "POST /v1/lives/ada/stimuli";
  private static final String RECEIPT = "{\"life\":\"ada\",\"seq\":12,\"tick\":345,\"due\":345}";

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
}
