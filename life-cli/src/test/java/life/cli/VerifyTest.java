package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTest {
  private static final String EQUAL =
      result("ada", "equal", ",\"divergence\":null,\"lawsVersion\":null,\"damage\":null");
  private static final String DIVERGED =
      result(
          "bob",
          "diverged",
          ",\"divergence\":{\"seq\":57,\"field\":\"after.vitals.energy\",\"expected\":57.25,\"recorded\":null,"
              + "\"cause\":56,\"words\":\"bob lives 1 s\",\"type\":\"lived\"}");
  private static final String CORRUPT =
      result(
          "cyd",
          "corrupt",
          ",\"damage\":{\"where\":\"fact 7\",\"problem\":\"its checksum is wrong\",\"remedy\":\"take the backup\"}");
  private static final String NOT_COMPARABLE =
      result("dan", "not-comparable", ",\"lawsVersion\":9");

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @TempDir Path folder;

  @AfterEach
  void closes() {
    server.close();
  }

  private static String result(String life, String verdict, String rest) {
    return "{\"life\":\"%s\",\"verdict\":\"%s\",\"after\":0,\"told\":123456,\"compared\":123456,\"inputs\":12,\"marks\":3,\"ticks\":9000,\"hash\":\"01\"%s}"
        .formatted(life, verdict, rest);
  }

  private static String post(String life) {
    return "POST /v1/lives/" + life + "/verifications";
  }

  private void fourLives() {
    server
        .on(post("ada"), Ada.done(EQUAL))
        .on(post("bob"), Ada.done(DIVERGED))
        .on(post("cyd"), Ada.done(CORRUPT))
        .on(post("dan"), Ada.done(NOT_COMPARABLE));
  }

  @Test
  void anEqualLifeIsOneLine() {
    fourLives();
    var result = shell.type("verify ada");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .isEqualTo(
            "ada: equal; 123456 of 123456 facts compared (12 inputs, 3 marks, 9000 ticks lived again, 210 k facts/s)\n");
    assertThat(server.asked())
        .singleElement()
        .extracting("body")
        .isEqualTo("{\"from\":\"genesis\"}");
  }

  @Test
  void whatIsWrongIsToldInFull() {
    fourLives();
    assertThat(shell.type("verify bob").lines())
        .containsExactly(
            "bob: diverged at fact 57 (lived), in after.vitals.energy",
            "  the laws make   57.25",
            "  the record says nothing",
            "  caused by fact 56; bob lives 1 s");
    assertThat(shell.type("verify cyd").lines())
        .containsExactly("cyd: corrupt at fact 7; its checksum is wrong", "  take the backup");
    assertThat(shell.type("verify dan").out())
        .startsWith(
            "dan: not comparable; it was lived under laws 9, which are not in this program");
  }

  @ParameterizedTest
  @CsvSource({
    "ada,0",
    "bob,1",
    "cyd,2",
    "dan,3",
    "ada dan,3",
    "dan bob ada,1",
    "bob dan cyd ada,2"
  })
  void theWorstOfAllIsTheExitCode(String lives, int exit) {
    fourLives();
    assertThat(shell.type("verify " + lives).exit()).isEqualTo(exit);
  }

  @Test
  void withoutANameAllLivesAreVerifiedAndJsonIsADocumentALine() {
    fourLives();
    server.on("GET /v1/lives", "{\"lives\":[{\"id\":\"ada\"},{\"id\":\"bob\"}]}");
    var result = shell.type("verify --json --from snapshot");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines()).containsExactly(EQUAL, DIVERGED);
    assertThat(server.asked()).last().extracting("body").isEqualTo("{\"from\":\"snapshot\"}");
  }

  @Test
  void aDamagedJournalIsAVerdictToo() {
    server.refuse(post("ada"), 503, "journal-damaged", "fact 7 is torn", "");
    var result = shell.type("verify ada");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).contains("ada: corrupt; fact 7 is torn");
  }

  @Test
  void aFileIsVerifiedWithoutAServer() throws IOException {
    var file = Files.writeString(folder.resolve("ada.life"), "all of ada");
    var inside = new Canned("", EQUAL);
    var result = new Shell(null).inside(inside).type("verify " + file);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("ada: equal; 123456 of 123456");
    assertThat(inside.asked).containsExactly("verify ada.life", "close");
  }

  @Test
  void aFileHasNoSnapshotsAndMustBeThere() throws IOException {
    var file = Files.writeString(folder.resolve("ada.life"), "all of ada");
    var inside = new Canned("", EQUAL);
    var alone = new Shell(null).inside(inside);
    assertThat(alone.type("verify --from snapshot " + file).err()).contains("no snapshots");
    assertThat(alone.type("verify none.life").err()).contains("there is no file none.life");
    assertThat(inside.asked).isEmpty();
  }

  @Test
  void aLongWorkIsAskedForUntilItIsDone() {
    server
        .accept(post("ada"), Ada.work("running", ""))
        .on("GET /v1/work/7", Ada.work("running", ""))
        .on("GET /v1/work/7", Ada.work("running", ""))
        .on("GET /v1/work/7", Ada.done(EQUAL));
    var result = shell.type("verify ada");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("ada: equal");
    assertThat(result.err()).isEmpty();
    assertThat(shell.waits).extracting(wait -> wait.toMillis()).containsExactly(200L, 300L, 450L);
  }

  @Test
  void progressIsForPeopleAtATerminalOnly() {
    for (var n = 0; n < 3; n++) {
      server.accept(post("ada"), Ada.work("running", "")).on("GET /v1/work/7", Ada.done(EQUAL));
    }
    assertThat(new Shell(server).watched().type("verify ada").err())
        .contains("verifying ada: 21.0 k of 100 k (21 %), 210 k/s, 1 s left")
        .endsWith("\r\u001b[K");
    assertThat(new Shell(server).watched().with("CI", "true").type("verify ada").err()).isEmpty();
    assertThat(new Shell(server).watched().type("verify ada --json").err()).isEmpty();
  }

  @Test
  void aWorkThatFailedOrWasCalledOffIsToldLikeAnyProblem() {
    server
        .on(
            post("ada"),
            Ada.work(
                "failed",
                ",\"problem\":{\"type\":\"/problems/unknown-life\",\"status\":404,\"detail\":\"ada is gone\"}"))
        .on(post("bob"), Ada.work("cancelled", ""));
    assertThat(shell.type("verify ada").exit()).isEqualTo(3);
    var cancelled = shell.type("verify bob");
    assertThat(cancelled.exit()).isEqualTo(1);
    assertThat(cancelled.err()).contains("was called off");
  }
}
