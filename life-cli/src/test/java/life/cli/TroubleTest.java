package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "lives",
        "show ada",
        "poke ada shock 1",
        "born ada",
        "time",
        "state ada",
        "replay ada",
        "grep ada",
        "why ada energy",
        "diff ada eve",
        "tell ada",
        "plot ada",
        "verify",
        "verify ada",
        "what-if ada",
        "export ada -o -"
      })
  void withoutAServerEveryVerbSaysSoAtOnceAndHowToStartIt(String command) throws IOException {
    var alone = new Shell(null).with("LIFE_URL", "http://127.0.0.1:" + freePort());
    var result = alone.type(command);
    assertThat(result.exit()).isEqualTo(5);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("nothing answers there")
        .contains("life run")
        .contains("--url")
        .contains("--data DIR");
    assertThat(alone.waits).isEmpty();
  }

  @Test
  void errorsAreJsonWhereDataIs() throws IOException {
    var alone = new Shell(null).with("LIFE_PORT", String.valueOf(freePort()));
    var error = Json.parse(alone.type("lives --json").err()).orElseThrow().path("error");
    assertThat(error.path("code").asText()).isEqualTo("unreachable");
    assertThat(error.path("message").asText()).contains("nothing answers there");
    assertThat(error.path("hint").asText()).contains("life run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status adda",
        "show adda",
        "show adda --from 1",
        "poke adda shock 1",
        "state adda",
        "replay adda",
        "grep adda",
        "why adda energy",
        "diff ada adda",
        "diff adda ada",
        "tell adda",
        "plot adda -o never.svg",
        "verify adda",
        "what-if adda",
        "export adda -o -"
      })
  void aMisspeltNameIsGuessed(String command) {
    server.on("GET /v1/lives", Ada.LIVES);
    for (var what :
        new String[] {
          "GET /v1/lives/adda",
          "GET /v1/lives/adda/facts?after=0&limit=500",
          "POST /v1/lives/adda/stimuli",
          "GET /v1/lives/adda/state",
          "GET /v1/lives/adda/state?at=head",
          "GET /v1/lives/adda/why?path=energy&at=head",
          "GET /v1/lives/ada/diff?at=head&with=adda&to=head",
          "GET /v1/lives/adda/diff?at=head&with=ada&to=head",
          "GET /v1/lives/adda/tell?of=day",
          "GET /v1/lives/adda/series?buckets=1000",
          "POST /v1/lives/adda/verifications",
          "POST /v1/lives/adda/branches",
          "GET /v1/lives/adda/export?format=life"
        }) {
      server.refuse(what, 404, "unknown-life", "no life is called adda", "");
    }
    var result = shell.type(command);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).contains("no life is called adda").contains("did you mean \"ada\"?");
  }

  @ParameterizedTest
  @CsvSource({"stauts,status", "lifes,lives", "pkoe,poke", "Show,show", "tiem,time"})
  void aMisspeltVerbIsGuessed(String typed, String meant) {
    var result = shell.type(typed);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("knows no verb \"" + typed + "\"")
        .contains("did you mean \"" + meant + "\"?");
  }

  @Test
  void aMisspeltOptionIsGuessed() {
    var result = shell.type("show ada --folow");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("knows no option \"--folow\"")
        .contains("did you mean \"--follow\"?");
  }

  @Test
  void anOptionBeforeTheVerbIsPutRight() {
    assertThat(shell.type("--url http://somewhere lives").err())
        .contains("options come after the verb");
  }

  @Test
  void withoutAVerbTheVerbsAreListed() {
    var result = shell.type("");
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("poke", "show", "Exit codes:");
  }

  @Test
  void wrongUsageIsToldAsJsonToo() {
    var result = shell.type("poke --json");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(Json.parse(result.err()).orElseThrow().path("error").path("code").asText())
        .isEqualTo("wrong-usage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dance", "lives --color purple", "poke ada shock much", "status --url ada"})
  void whatCantBeUnderstoodEndsWithTwo(String command) {
    assertThat(shell.type(command).exit()).isEqualTo(2);
  }

  @Test
  void aNameThatIsTakenIsAFailureThatSaysWhatToDo() {
    server.refuse("POST /v1/admin/lives", 409, "life-exists", "ada is already there", "");
    var result = shell.type("born ada");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("ada is already there").contains("choose another name");
  }

  @Test
  void aMisspeltWorldIsGuessed() {
    server.refuse(
        "POST /v1/admin/lives",
        422,
        "unknown-world",
        "no world strom",
        ",\"known\":[\"default\",\"storm\"]");
    var result = shell.type("born eve --world strom");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean \"storm\"? the server knows: default, storm");
  }

  @Test
  void aDamagedJournalIsToldAtOnceWithItsOwnExitCode() {
    server.refuse(
        "POST /v1/lives/ada/stimuli",
        503,
        "journal-damaged",
        "ada's journal is damaged at fact 7",
        "");
    var result = shell.type("poke ada shock 1");
    assertThat(result.exit()).isEqualTo(6);
    assertThat(result.err()).contains("damaged at fact 7");
    assertThat(shell.waits).isEmpty();
  }

  @Test
  void anotherProgramOnThePortIsRecognized() {
    server.on("GET /v1/lives", "<html>It works!</html>");
    var result = shell.type("lives");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("not as Life does").contains("another program");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
