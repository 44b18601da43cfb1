package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  private void adaHasThreeFacts() {
    server
        .on("GET /v1/lives/ada/state?at=head", Ada.then(3, "null"))
        .on("GET /v1/lives/ada/facts?after=0&limit=3", Ada.facts("null", 1, 2, 3));
    for (var seq = 1; seq <= 3; seq++) {
      server.on(
          "GET /v1/lives/ada/facts?after=%d&limit=1".formatted(seq - 1), Ada.facts("null", seq));
    }
  }

  @Test
  void theWholeStoryIsToldAsShowTellsIt() {
    adaHasThreeFacts();
    var result = shell.type("replay ada");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "      1             1s  fact 1 happened",
            "      2             2s  fact 2 happened",
            "      3             3s  fact 3 happened");
    assertThat(shell.waits).isEmpty();
  }

  @Test
  void aLongStoryIsReadPageByPage() {
    server
        .on("GET /v1/lives/ada/facts?after=9&limit=500", Ada.facts("11", 10, 11))
        .on("GET /v1/lives/ada/facts?after=11&limit=500", Ada.facts("12", 12));
    for (var after = 12; after < 1_000; after++) {
      server.on("GET /v1/lives/ada/facts?after=12&limit=500", Ada.facts("null"));
    }
    assertThat(shell.type("replay ada --from 10 --to seq:1000").lines()).hasSize(3);
  }

  @Test
  void aPartIsFromTheFactThatWasTheLastOneThen() {
    server
        .on("GET /v1/lives/ada/state?at=age%3A1d", Ada.then(2, "null"))
        .on("GET /v1/lives/ada/facts?after=1&limit=2", Ada.facts("3", 2, 3));
    assertThat(shell.type("replay ada --from age:1d --to 3").lines()).hasSize(2);
  }

  @Test
  void atASpeedItGoesInStepWithTheLife() {
    adaHasThreeFacts();
    assertThat(shell.type("replay ada --speed 10x").lines()).hasSize(3);
    assertThat(shell.waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
    shell.waits.clear();
    shell.type("replay ada --speed 0.5");
    assertThat(shell.waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "-1", "fast", "NaN", "1e999"})
  void whatIsNoSpeedIsRefused(String speed) {
    var result = shell.type("replay ada --speed " + speed);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("10x");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void stepByStepItGoesWhereItIsToldTo() {
    adaHasThreeFacts();
    server.on("GET /v1/lives/ada/state?seq=1", Ada.then(1, "null"));
    var result = shell.typing("\nn\nn\nb\n1\ns\nx\nq\nn\n").type("replay ada --step");
    assertThat(result.exit()).isZero();
    assertThat(result.lines().stream().filter(line -> line.contains("happened")))
        .extracting(line -> line.replaceAll(".*(fact \\d).*", "$1"))
        .containsExactly("fact 1", "fact 2", "fact 3", "fact 2", "fact 1");
    assertThat(result.out()).contains("after fact 1, at tick 456");
    assertThat(result.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.equals("the story goes from fact 1 to fact 3"));
  }

  @Test
  void theEndOfTheInputEndsTheSteps() {
    adaHasThreeFacts();
    var result = shell.typing("n").type("replay ada --step --json");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(2).allMatch(line -> Json.parse(line).isPresent());
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aStoryThatEndsBeforeItBeginsIsNone() {
    adaHasThreeFacts();
    var result = shell.type("replay ada --from 4");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("begin with fact 4", "with fact 3");
  }

  @Test
  void stepsHaveNoSpeed() {
    assertThat(shell.type("replay ada --step --speed 2").exit()).isEqualTo(2);
  }
}
