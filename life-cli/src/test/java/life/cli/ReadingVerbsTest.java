package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingVerbsTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void livesAreListedWithTheirFate() {
    server.on("GET /v1/lives", Ada.LIVES);
    var result = shell.type("lives");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "NAME  PHASE          AGE  ENERGY  CAUSE OF DEATH",
            "ada   ALIVE       7m 36s    88.1",
            "eve   DEAD   1d 1h 0m 0s     0.0  starvation");
  }

  @Test
  void aLifeThatCantBeReadIsListedWithTheReason() {
    server
        .on("GET /v1/time", "{\"speed\":1.0,\"paused\":false}")
        .on(
            "GET /v1/lives",
            "{\"lives\":[{\"id\":\"eve\",\"status\":\"damaged\",\"why\":\"fact 7 is torn\"}]}");
    assertThat(shell.type("lives").lines())
        .last()
        .asString()
        .matches("eve +damaged +- +- +fact 7 is torn");
    assertThat(shell.type("status").out())
        .contains("0 living, 0 dead, 1 being recovered or damaged");
  }

  @Test
  void anEmptyWorldSaysHowToPopulateItAndWritesNoData() {
    server.on("GET /v1/lives", "{\"lives\":[]}");
    var result = shell.type("lives");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("life born ada");
  }

  @Test
  void statusOfALifeShowsVitalsAgesPhaseAndAgenda() {
    server.on("GET /v1/lives/ada", Ada.ALIVE);
    var result = shell.type("status ada");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .startsWith("ada  ALIVE  tick 456\n")
        .contains("age        7m 36s  felt as 7m 10.25s, now at 1.02×")
        .contains("energy     █████████████████████░░░  88.1")
        .contains("integrity  ████████████████████████  1.00")
        .contains("agenda     2 waiting, next: noise 0.1 at tick 500")
        .contains("sleep      awake, with a pressure of 0.34")
        .contains("memory     2 in mind, 1 kept")
        .contains("world default in weather storm")
        .contains(
            "born       2026-11-22T08:00:00Z  seed 7, world default in weather storm, laws 1, mortal")
        .contains("state 0123456789ab\n");
  }

  @Test
  void statusOfALifeSaysHowItIsDoingWhereThatCanBeHad() {
    var interpretation = "GET /v1/lives/ada/interpretation";
    server
        .on("GET /v1/lives/ada", Ada.ALIVE)
        .on(interpretation, Ada.interpretation())
        .refuse(interpretation, 503, "too-much-work", "busy", "")
        .hangUp(interpretation);
    assertThat(shell.type("status ada").lines()).contains("  condition  " + Ada.DOING);
    assertThat(shell.type("status ada").out()).doesNotContain("condition").contains("energy");
    var result = shell.type("status ada");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).doesNotContain("condition").contains("energy");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void statusOfADeadLifeIsItsLastStateAndNoFailure() {
    server.on("GET /v1/lives/ada", Ada.DEAD);
    var result = shell.type("status ada");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("ada  DEAD of starvation  tick 456\n");
  }

  @Test
  void statusAloneIsThatOfTheServer() {
    server.on("GET /v1/lives", Ada.LIVES).on("GET /v1/time", "{\"speed\":100.0,\"paused\":false}");
    assertThat(shell.type("status").out())
        .contains("running at " + server.url())
        .contains("flows at 100× the wall clock")
        .contains("1 living, 1 dead");
    assertThat(shell.type("status --json").out())
        .isEqualTo(
            "{\"url\":\"%s\",\"living\":1,\"dead\":1,\"other\":0,\"time\":{\"speed\":100.0,\"paused\":false}}\n"
                .formatted(server.url()));
  }

  @Test
  void jsonPassesOnWhatTheServerSaysOnOneLine() {
    server.on("GET /v1/lives/ada", "{\"id\":\"ada\",\n\"grown\":{\"later\":1}}");
    assertThat(shell.type("status ada --json").out())
        .isEqualTo("{\"id\":\"ada\",\"grown\":{\"later\":1}}\n");
  }

  @Test
  void timeIsShownAndChangedInAFixedOrder() {
    server
        .on("GET /v1/time", "{\"speed\":0.5,\"paused\":false}")
        .on("PUT /v1/time", "{\"speed\":2.0,\"paused\":false}")
        .on("PUT /v1/time", "{\"speed\":2.0,\"paused\":true}");
    assertThat(shell.type("time").out()).isEqualTo("flows at 0.5× the wall clock\n");
    assertThat(shell.type("time --pause --speed 2").out())
        .isEqualTo("paused (2× the wall clock when it flows)\n");
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::body)
        .containsExactly("", "{\"speed\":2.0}", "{\"paused\":true}");
  }

  @Test
  void pausingAndResumingAtOnceIsWrongUsage() {
    assertThat(shell.type("time --pause --resume").exit()).isEqualTo(2);
  }
}
