package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void aMomentIsToldAndThenThePortraitAsOfNow() {
    server
        .on("GET /v1/lives/ada/state?seq=120", Ada.then(120, "null"))
        .on("GET /v1/lives/ada", Ada.ALIVE);
    var result = shell.type("state ada --seq 120");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).first().isEqualTo("after fact 120, at tick 456, 7m 36s old");
    assertThat(result.out())
        .contains("ada  ALIVE  tick 456\n", "memory     2 in mind, 1 kept", "energy     ███");
  }

  @ParameterizedTest
  @CsvSource({
    "--tick 600,tick=600",
    "--age 1d2h,age=1d2h",
    "--felt 3h,felt=3h",
    "--time 2026-11-22T10:15:30Z,time=2026-11-22T10%3A15%3A30Z",
    "--at birth,at=birth",
    "--at tick:600,at=tick%3A600"
  })
  void aMomentMayBeNamedInManyWays(String option, String query) {
    server.on("GET /v1/lives/ada/state?" + query, Ada.then(120, "null"));
    assertThat(shell.type("state ada " + option).exit()).isZero();
  }

  @Test
  void butInOneWayAtATime() {
    assertThat(shell.type("state ada --seq 1 --tick 2").exit()).isEqualTo(2);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void withinAQuietSpanItIsSaidWhetherItWasLivedAgain() {
    var within = "{\"seq\":57,\"fromTick\":400,\"toTick\":655,\"livedAgain\":%s}";
    server
        .on("GET /v1/lives/ada/state?tick=456", Ada.then(56, within.formatted("true")))
        .on("GET /v1/lives/ada/state?tick=456", Ada.then(56, within.formatted("false")));
    assertThat(shell.type("state ada --tick 456").lines().getFirst())
        .contains("quiet span from tick 400 to 655 that fact 57 tells of, lived again");
    assertThat(shell.type("state ada --tick 456").lines().getFirst()).contains("not exact");
  }

  @Test
  void aPathIsTheValueAlone() {
    var answer = "{\"life\":\"ada\",\"seq\":3,\"tick\":4,\"path\":\"p\",\"value\":%s}";
    server
        .on("GET /v1/lives/ada/state?path=energy", answer.formatted("57.25"))
        .on("GET /v1/lives/ada/state?seq=3&path=phase", answer.formatted("\"ALIVE\""))
        .on("GET /v1/lives/ada/state?path=memory.long", answer.formatted("[{\"kind\":\"shock\"}]"));
    assertThat(shell.type("state ada --path energy").out()).isEqualTo("57.25\n");
    assertThat(shell.type("state ada --seq 3 --path phase").out()).isEqualTo("ALIVE\n");
    assertThat(shell.type("state ada --path memory.long").lines())
        .hasSizeGreaterThan(1)
        .anyMatch(line -> line.contains("\"kind\" : \"shock\""));
    assertThat(shell.type("state ada --path energy --json").out())
        .isEqualTo(answer.formatted("57.25") + "\n");
  }

  @Test
  void aMisspeltPathIsGuessed() {
    server.refuse(
        "GET /v1/lives/ada/state?path=enrgy",
        422,
        "unknown-path",
        "there is no enrgy",
        ",\"known\":[\"vitals\",\"memory\"]");
    var result = shell.type("state ada --path enrgy");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean \"energy\"? `life state LIFE --json`");
  }

  @Test
  void aMomentThatNeverWasIsRefusedWithTheWaysToNameOne() {
    server.refuse(
        "GET /v1/lives/ada/state?seq=999", 404, "no-such-moment", "ada has 123 facts", "");
    var result = shell.type("state ada --seq 999");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("ada has 123 facts", "life status", "age:1d2h");
  }
}
