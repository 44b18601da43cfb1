package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verbs that work on a folder of lives, not through a server's address. */
class DataTest {
  private static final String WHOLE =
      "{\"directory\":\"/data\",\"lives\":3,\"facts\":120,\"rows\":200,\"tables\":12,\"bytes\":4096,\"findings\":[],\"findingsInAll\":0}";
  private static final String HURT =
      "{\"directory\":\"/data\",\"lives\":3,\"facts\":120,\"rows\":200,\"tables\":12,\"bytes\":4096,"
          + "\"findings\":[{\"where\":\"000012.sst\",\"problem\":\"a block is torn\",\"remedy\":\"take the backup\"}],\"findingsInAll\":3}";

  private final ScriptedServer server = new ScriptedServer();
  private final Canned inside = new Canned(server.url(), WHOLE);
  private final Shell shell = new Shell(null).inside(inside);

  @AfterEach
  void closes() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "status ada --data d,open d",
    "what-if ada --data d,open d",
    "what-if ada --data d --keep eve,open d to write",
    "import - --data d,open d to write"
  })
  void aFolderIsOpenedForWritingOnlyIfALifeIsAdded(String command, String asked) {
    server
        .on("GET /v1/lives/ada", Ada.ALIVE)
        .on("POST /v1/lives/ada/branches", Ada.done("{}"))
        .on("POST /v1/admin/imports?verify=true", Ada.done("{}"));
    assertThat(shell.type(command).exit()).isZero();
    assertThat(inside.asked).containsExactly(asked, "close");
  }

  @Test
  void itIsLetGoOfAfterAFailureToo() {
    assertThat(shell.type("status bob --data d").exit()).isEqualTo(1);
    assertThat(inside.asked).endsWith("close");
  }

  @Test
  void aFolderAndAnAddressAreTwoPlaces() {
    var result = shell.type("status ada --data d --url " + server.url());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--data and --url");
    assertThat(inside.asked).isEmpty();
  }

  @Test
  void aProgramThatCantOpenFoldersSaysSo() {
    for (var command : new String[] {"status ada --data d", "fsck d"}) {
      var result = new Shell(server).type(command);
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("can only speak to a running Life", "life run");
    }
  }

  @Test
  void aWholeFolderIsCounted() {
    var result = shell.type("fsck d");
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .isEqualTo("/data: 3 lives, 120 facts, 200 rows in 12 tables, 4096 bytes; whole\n");
    assertThat(result.err()).isEmpty();
    assertThat(inside.asked).containsExactly("check d", "close");
    assertThat(shell.type("fsck d --json").out()).isEqualTo(WHOLE + "\n");
  }

  @Test
  void whatIsOnlyWorthKnowingIsNoDamage() {
    var noted =
        HURT.replace("\"findings\":[{", "\"whole\":true,\"findings\":[{\"weight\":\"note\",");
    var result = new Shell(null).inside(new Canned("", noted)).type("fsck d");
    assertThat(result.exit()).isZero();
    assertThat(result.lines())
        .contains("  note: 000012.sst: a block is torn")
        .first()
        .asString()
        .endsWith("; whole");
  }

  @Test
  void findingsAreToldWithTheirRemediesAndAnExitCode() {
    var hurt = new Shell(null).inside(new Canned("", HURT));
    var result = hurt.type("fsck d");
    assertThat(result.exit()).isEqualTo(6);
    assertThat(result.lines())
        .containsExactly(
            "/data: 3 lives, 120 facts, 200 rows in 12 tables, 4096 bytes; damaged",
            "  000012.sst: a block is torn",
            "    take the backup",
            "  and 2 more");
    assertThat(hurt.type("fsck d --json").exit()).isEqualTo(6);
  }
}
