package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void factsAreReadPageByPageFromTheFirstAskedFor() {
    server
        .on("GET /v1/lives/ada/facts?after=9&limit=500", Ada.facts("11", 10, 11))
        .on("GET /v1/lives/ada/facts?after=11&limit=500", Ada.facts("null", 12))
        .on("GET /v1/lives/ada/facts?after=12&limit=500", Ada.facts("null"));
    var result = shell.type("show ada --from 10");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "     10            10s  fact 10 happened",
            "     11            11s  fact 11 happened",
            "     12            12s  fact 12 happened");
  }

  @Test
  void withoutAStartTheLastFiftyAreShownAndTheRestIsMentioned() {
    server
        .on("GET /v1/lives/ada", Ada.ALIVE)
        .on("GET /v1/lives/ada/facts?after=73&limit=500", Ada.facts("null", 123))
        .on("GET /v1/lives/ada/facts?after=123&limit=500", Ada.facts("null"));
    var result = shell.type("show ada");
    assertThat(result.out()).contains("fact 123 happened");
    assertThat(result.err()).contains("73 earlier facts", "--from 1");
  }

  @Test
  void aLimitIsKept() {
    server.on("GET /v1/lives/ada/facts?after=0&limit=2", Ada.facts("2", 1, 2));
    assertThat(shell.type("show ada --from 1 --limit 2").lines()).hasSize(2);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void jsonIsOneDocumentALine() {
    server.on("GET /v1/lives/ada/facts?after=0&limit=2", Ada.facts("2", 1, 2));
    assertThat(shell.type("show ada --from 1 --limit 2 --json").lines())
        .allMatch(line -> Json.parse(line).isPresent())
        .hasSize(2);
  }

  @Test
  void followingGoesOnUntilTheBeingDiesAndMissesNotEvenTheLastFact() {
    server
        .on("GET /v1/lives/ada/facts?after=0&limit=500", Ada.facts("1", 1))
        .on("GET /v1/lives/ada/facts?after=1&limit=500", Ada.facts("null"))
        .on("GET /v1/lives/ada/facts?after=1&limit=500", Ada.facts("2", 2))
        .on("GET /v1/lives/ada/facts?after=2&limit=500", Ada.facts("null"))
        .on("GET /v1/lives/ada/facts?after=2&limit=500", Ada.facts("null", 3))
        .on("GET /v1/lives/ada/facts?after=3&limit=500", Ada.facts("null"))
        .on("GET /v1/lives/ada", Ada.ALIVE)
        .on("GET /v1/lives/ada", Ada.DEAD);
    var result = shell.type("show ada --from 1 --follow");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(3).last().asString().contains("fact 3 happened");
  }

  @Test
  void followingOutlivesALostConnection() {
    server
        .hangUp("GET /v1/lives/ada/facts?after=0&limit=500")
        .on("GET /v1/lives/ada/facts?after=0&limit=500", Ada.facts("null", 1))
        .on("GET /v1/lives/ada/facts?after=1&limit=500", Ada.facts("null"))
        .on("GET /v1/lives/ada", Ada.DEAD);
    assertThat(shell.type("show ada --from 1 -f").lines()).hasSize(1);
  }

  @Test
  void factsAreCountedFromOne() {
    var result = shell.type("show ada --from 0");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--from 0 is too small");
  }
}
