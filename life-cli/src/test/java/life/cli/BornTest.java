package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BornTest {
  private final ScriptedServer server = new ScriptedServer().on("POST /v1/admin/lives", Ada.ALIVE);
  private final Shell shell = new Shell(server);

  @AfterEach
  void closes() {
    server.close();
  }

  @Test
  void onlyWhatWasSaidIsSent() {
    var result = shell.type("born ada");
    assertThat(result.out()).isEqualTo("ada is born into the world \"default\", with seed 7\n");
    shell.type("born ada --seed 7 --world storm --mortality off");
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::body)
        .containsExactly(
            "{\"name\":\"ada\"}",
            "{\"name\":\"ada\",\"seed\":7,\"world\":\"storm\",\"mortality\":false}");
  }
}
