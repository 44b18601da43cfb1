package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a life, what made it so, and what distinguishes two. */
class QuestionVerbsTest {
  private static final String GREP = "GET /v1/lives/ada/facts?after=%d&limit=%d&kind=met%%2Cshock";
  private static final String DIFF = "GET /v1/lives/ada/diff?at=120&with=eve&to=head";
  private static final String WHY = "GET /v1/lives/ada/why?path=energy&at=head";

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void theSearchGoesOnOverPagesWithoutAFind() {
    server
        .on(GREP.formatted(0, 500), Ada.facts("5000", 7))
        .on(GREP.formatted(5000, 500), Ada.facts("10000"))
        .on(GREP.formatted(10000, 500), Ada.facts("null", 10001));
    var result = shell.type("grep ada --kind met --kind shock");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "      7             7s  fact 7 happened",
            "  10001     2h 46m 41s  fact 10001 happened");
  }

  @Test
  void aLimitEndsTheSearch() {
    server.on(GREP.formatted(0, 1), Ada.facts("7", 7));
    assertThat(shell.type("grep ada --kind met,shock --limit 1").lines()).hasSize(1);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void allConditionsHoldAndNoneFoundIsNoFailure() {
    server.on(
        "GET /v1/lives/ada/facts?after=0&limit=500&where=energy%20%3C%2020%20and%20asleep%20%3D%20true",
        Ada.facts("null"));
    var result = shell.words("grep", "ada", "--where", "energy < 20", "--where", "asleep = true");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("no fact of ada fits");
  }

  @Test
  void aConditionThatCantBeUnderstoodIsWrongUsage() {
    server.refuse(
        "GET /v1/lives/ada/facts?after=0&limit=500&where=energy",
        400,
        "bad-input",
        "no operator",
        "");
    assertThat(shell.type("grep ada --where energy").exit()).isEqualTo(2);
  }

  @Test
  void differencesAreATableAndAsJsonAPatch() {
    server.on(
        DIFF,
        """
        {"a":{"life":"ada","seq":120,"tick":60,"age":"PT1M"},"b":{"life":"eve","seq":7,"tick":61,"age":"PT61S"},
         "same":false,"differences":[{"path":"vitals.energy","a":57.2,"b":60.1},{"path":"cause","a":"starvation"},
         {"path":"mind","a":{"a":"0123456789012345678901234567890123456789"},"b":[]}],
         "patch":[{"op":"replace","path":"/vitals/energy","value":60.1}]}
        """);
    var result = shell.type("diff ada@120 eve");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "FIELD                                   ada@120 (1m 0s)  eve@7 (1m 1s)",
            "vitals.energy                                      57.2           60.1",
            "cause                                        starvation              -",
            "mind           {\"a\":\"0123456789012345678901234567890...             []");
    assertThat(shell.type("diff ada@120 eve --json").out())
        .isEqualTo("[{\"op\":\"replace\",\"path\":\"/vitals/energy\",\"value\":60.1}]\n");
  }

  @Test
  void whatIsTheSameIsSaidToBe() {
    server.on(
        DIFF,
        """
        {"a":{"life":"ada","seq":120,"age":"PT1M"},"b":{"life":"eve","seq":7,"age":"PT1M"},"same":true,"differences":[],"patch":[]}
        """);
    var result = shell.type("diff ada@120 eve@head");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo("the same: ada@120 (1m 0s) and eve@7 (1m 0s)\n");
    assertThat(shell.type("diff ada@120 eve --json").out()).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff @120 eve", "diff ada@ eve", "why ada @120", "why ada energy@"})
  void aPlaceWithAHoleIsRefused(String command) {
    var result = shell.type(command);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("ada@120");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aPlaceIsSplitAtItsFirstSign() {
    assertThat(Place.of("ada")).isEqualTo(new Place("ada", "head"));
    assertThat(Place.of("ada@tick:600")).isEqualTo(new Place("ada", "tick:600"));
  }

  @Test
  void aValueIsExplainedDownToWhatCameFromOutside() {
    server.on(
        WHY,
        """
        {"life":"ada","path":"energy","seq":30,"tick":20,"value":57.25,"complete":false,"changes":[
         {"seq":29,"tick":19,"age":"PT19S","type":"met","words":"ada meets a shock","before":60.0,"after":57.25,"causes":[
          {"seq":28,"tick":19,"age":"PT19S","type":"due","words":"a shock falls due","input":false,"causes":[
           {"seq":10,"tick":5,"age":"PT5S","type":"stimulated","words":"a shock of 0.90 comes","input":true,"causes":[]}]}]},
         {"seq":9,"tick":4,"age":"PT4S","type":"lived","words":"ada lives 1 s","before":null,"after":60.0,"causes":[]}]}
        """);
    var result = shell.type("why ada energy");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "ada: energy is 57.25 after fact 30, at tick 20",
            "60.0 -> 57.25  ada meets a shock  (#29, 19s old)",
            "  └ because a shock falls due  (#28, 19s old)",
            "    └ because a shock of 0.90 comes  (#10, 5s old)  (from outside)",
            "nothing -> 60.0  ada lives 1 s  (#9, 4s old)");
    assertThat(result.err()).contains("earlier changes");
  }

  @Test
  void aValueThatNeverChangedIsSaidToBeOfBirth() {
    server.on(
        "GET /v1/lives/ada/why?path=seed&at=120&limit=3",
        "{\"life\":\"ada\",\"path\":\"seed\",\"seq\":120,\"tick\":20,\"value\":7,\"complete\":true,\"changes\":[]}");
    assertThat(shell.type("why ada seed@120 --limit 3").out())
        .contains("seed is 7 after fact 120", "nothing has changed it since it was born");
  }
}
