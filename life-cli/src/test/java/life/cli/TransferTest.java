package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lives that leave as files, and lives that come as such. */
class TransferTest {
  private static final String IMPORT = "POST /v1/admin/imports?verify=true";
  private static final String IMPORTED =
      Ada.done("{\"life\":\"ada\",\"facts\":123,\"verified\":true,\"hash\":\"0123456789abcdef\"}");

  private final ScriptedServer server = new ScriptedServer();
  private final Shell shell = new Shell(server);

  @TempDir Path folder;

  @AfterEach
  void closes() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"ada.life,life", "ada.jsonl,jsonl", "ADA.CSV,csv"})
  void theNamesEndingSaysTheFormat(String name, String format) throws IOException {
    server.on("GET /v1/lives/ada/export?format=" + format, "all of ada");
    var file = folder.resolve(name);
    var result = shell.type("export ada -o " + file);
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("ada is written to", "10 bytes");
    assertThat(file).hasContent("all of ada");
    assertThat(shell.type("export ada --force --json -o " + file).out())
        .contains("\"format\":\"" + format + "\",\"bytes\":10}");
  }

  @Test
  void aNameThatSaysNothingNeedsAFormat() {
    server.on("GET /v1/lives/ada/export?format=csv", "seq,tick");
    var file = folder.resolve("ada.txt");
    assertThat(shell.type("export ada -o " + file).exit()).isEqualTo(2);
    assertThat(file).doesNotExist();
    assertThat(shell.type("export ada --format csv -o " + file).exit()).isZero();
    assertThat(file).hasContent("seq,tick");
  }

  @Test
  void aFileThatIsThereIsLeftAloneUnlessForced() throws IOException {
    server.on("GET /v1/lives/ada/export?format=life", "new");
    var file = Files.writeString(folder.resolve("ada.life"), "old");
    var result = shell.type("export ada -o " + file);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("is there already", "--force");
    assertThat(file).hasContent("old");
    assertThat(server.asked()).isEmpty();
    shell.type("export ada --force -o " + file);
    assertThat(file).hasContent("new");
  }

  @Test
  void stdoutGetsTheBytesAndATerminalNoBinaryOnes() {
    server
        .on("GET /v1/lives/ada/export?format=life", "bytes")
        .on("GET /v1/lives/ada/export?format=jsonl", "{}\n");
    assertThat(shell.type("export ada -o -").out()).isEqualTo("bytes");
    var terminal = new Shell(server).onTerminal();
    var refused = terminal.type("export ada -o -");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("not for reading on a terminal");
    assertThat(terminal.type("export ada -o - --format jsonl").out()).isEqualTo("{}\n");
  }

  @Test
  void aRefusedExportLeavesNothingBehind() {
    server.refuse("GET /v1/lives/ada/export?format=life", 500, "broken", "it broke", "");
    var result = shell.type("export ada -o " + folder.resolve("ada.life"));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("it broke");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aConnectionLostOnTheWayLeavesTheOldFileAsItWas() throws IOException {
    var half = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    half.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("half of".getBytes(UTF_8));
          exchange.close();
        });
    half.start();
    try {
      var file = Files.writeString(folder.resolve("ada.life"), "old");
      var url = "http://127.0.0.1:" + half.getAddress().getPort();
      var result = shell.type("export ada --force --url " + url + " -o " + file);
      assertThat(result.exit()).isEqualTo(5);
      assertThat(result.err()).contains("the connection was lost");
      assertThat(folder).isDirectoryContaining(path -> path.equals(file));
      assertThat(folder.toFile().list()).hasSize(1);
      assertThat(file).hasContent("old");
    } finally {
      half.stop(0);
    }
  }

  @Test
  void aFileIsSentAndTheLifeIsThere() throws IOException {
    server.on(IMPORT, IMPORTED);
    var file = Files.writeString(folder.resolve("ada.life"), "all of ada");
    var result = shell.type("import " + file);
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .isEqualTo("ada is here with 123 facts, each as its laws make it (state 0123456789ab)\n");
    assertThat(result.err()).isEqualTo("next: life status ada\n");
    assertThat(server.asked()).singleElement().extracting("body").isEqualTo("all of ada");
  }

  @Test
  void stdinIsSentUnderAnotherNameAndUnverified() {
    server.on(
        "POST /v1/admin/imports?as=ada-2&verify=false",
        Ada.done("{\"life\":\"ada-2\",\"facts\":1,\"verified\":false,\"hash\":\"01\"}"));
    var result = shell.typing("piped in").type("import - --as ada-2 --unverified");
    assertThat(result.out()).isEqualTo("ada-2 is here with 1 facts, not verified (state 01)\n");
    assertThat(server.asked()).singleElement().extracting("body").isEqualTo("piped in");
  }

  @Test
  void aFileThatDivergesIsRefusedWithItsPlace() throws IOException {
    server.on(
        IMPORT,
        Ada.work(
            "failed",
            ",\"problem\":{\"type\":\"/problems/not-equal\",\"status\":422,\"detail\":\"fact 57 differs\"}"));
    var file = Files.writeString(folder.resolve("ada.life"), "all of ada");
    var result = shell.type("import " + file);
    assertThat(result.exit()).isEqualTo(6);
    assertThat(result.err()).contains("fact 57 differs", "--unverified");
  }

  @Test
  void whatCantBeReadIsNotSent() throws IOException {
    var empty = Files.createFile(folder.resolve("empty.life"));
    for (var file : new Path[] {folder.resolve("none.life"), folder, empty}) {
      var result = shell.type("import " + file);
      assertThat(result.exit()).as(file.toString()).isEqualTo(2);
      assertThat(result.err()).contains("can't be read");
    }
    assertThat(server.asked()).isEmpty();
  }
}
