package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own that is ended while something is under way; Ctrl-C goes the same way. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
class InterruptedTest {
  private static final int BY_SIGTERM = 128 + 15;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aWorkThatNobodyWaitsForAnyMoreIsCalledOff() throws IOException, InterruptedException {
    try (var server = new ScriptedServer()) {
      server
          .accept("POST /v1/lives/ada/verifications", Ada.work("running", ""))
          .on("GET /v1/work/7", Ada.work("running", ""))
          .on("DELETE /v1/work/7", Ada.work("cancelled", ""));
      var life = life("verify", "ada", "--url", server.url());
      try {
        await().atMost(PATIENCE).until(() -> asked(server, "GET /v1/work/7"));
        life.destroy();
        assertThat(life.waitFor()).isEqualTo(BY_SIGTERM);
      } finally {
        life.destroyForcibly();
      }
      assertThat(asked(server, "DELETE /v1/work/7")).isTrue();
    }
  }

  @Test
  void anExportThatIsCutLeavesNothingHalfDone() throws IOException, InterruptedException {
    var over = new CountDownLatch(1);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("half of ada".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    try {
      var out = Files.createDirectory(folder.resolve("out"));
      var url = "http://127.0.0.1:" + server.getAddress().getPort();
      var life = life("export", "ada", "-o", out.resolve("ada.life").toString(), "--url", url);
      try {
        await().atMost(PATIENCE).until(() -> !names(out).isEmpty());
        assertThat(names(out)).singleElement().asString().endsWith(".part");
        life.destroy();
        assertThat(life.waitFor()).isEqualTo(BY_SIGTERM);
      } finally {
        life.destroyForcibly();
      }
      assertThat(names(out)).isEmpty();
    } finally {
      over.countDown();
      server.stop(0);
    }
  }

  private Process life(String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "life.app.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("talk").toFile())
        .start();
  }

  private static boolean asked(ScriptedServer server, String what) {
    return server.asked().stream().anyMatch(asked -> asked.what().equals(what));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
