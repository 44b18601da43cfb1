package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import life.http.gate.Right;
import life.http.gate.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs Life may rule over it from the same machine; others need what was given to them. */
class TokenIT {
  @TempDir Path folder;

  @Test
  void verbsOnTheSameMachineFindTheTokenByThemselves() throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    try (var process = terrarium.run()) {
      var url = process.reachable().orElseThrow().toString();
      for (var there : new String[] {url, url.replace("127.0.0.1", "localhost")}) {
        assertThat(life("time", "--speed", "2", "--url", there).done().out()).contains("2×");
      }
      assertThat(life("born", "eve", "--url", url).exit()).isZero();
      assertThat(process.talk()).doesNotContain(operate(terrarium));
    }
    assertThat(Files.readString(terrarium.data().resolve("logs/life.log")))
        .doesNotContain(operate(terrarium));
  }

  @Test
  void aServerThatDoesNotHaveTheDirectoryDoesNotGetItsToken()
      throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    try (var process = terrarium.run()) {
      var url = process.reachable().orElseThrow().toString();
      var refused =
          Command.life(
              folder, Map.of("LIFE_TOKEN", "0".repeat(64)), "time", "--speed", "2", "--url", url);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("The token is not one of this Life");
    }
  }

  @Test
  void aTokenOfALesserRightIsForLess() throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    try (var process = terrarium.run("--allow-remote")) {
      var url = process.reachable().orElseThrow().toString();
      var data = terrarium.data().toString();
      var observe = life("token", "--right", "observe", "--data", data).done().out().strip();
      assertThat(observe).isEqualTo(Token.find(terrarium.data()).orElseThrow().of(Right.OBSERVE));
      var mayObserve = Map.of("LIFE_TOKEN", observe);
      assertThat(Command.life(folder, mayObserve, "lives", "--url", url).exit()).isZero();
      var refused = Command.life(folder, mayObserve, "poke", "ada", "shock", "0.5", "--url", url);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("needs the right to stimulate");
    }
  }

  @Test
  void withoutATokenTheVerbSaysWhereOneComesFrom() throws IOException, InterruptedException {
    var none = life("token", "--data", folder.toString());
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("there is no token in " + folder, "life run");
    var wrong = life("token", "--right", "all", "--data", folder.toString());
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("observe, stimulate, operate");
  }

  @Test
  void anAddressForOthersMustBeWanted() throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    try (var process = terrarium.run("--host", "0.0.0.0")) {
      assertThat(process.ended()).isEqualTo(2);
      assertThat(process.talk()).contains("add --allow-remote");
    }
  }

  private Command life(String... words) throws IOException, InterruptedException {
    return Command.life(folder, words);
  }

  private static String operate(Terrarium terrarium) throws IOException {
    return Token.find(terrarium.data()).orElseThrow().of(Right.OPERATE);
  }
}
