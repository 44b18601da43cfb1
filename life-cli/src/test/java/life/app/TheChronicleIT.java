package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past of a being, asked of the running process and, after it was killed, of its directory. */
class TheChronicleIT {
  private static final List<String> QUESTIONS =
      List.of(
          "state ada --tick 30003 --json",
          "state ada --seq 100",
          "state ada --age 5h --path memory.short",
          "diff ada@tick:100 ada@tick:30000",
          "diff ada@tick:100 ada@tick:30000 --json",
          "why ada stability@tick:30000",
          "grep ada --kind shock --where energy<99 --limit 5",
          "replay ada --from tick:100 --to tick:4000",
          "verify ada --json",
          "what-if ada --at tick:20000 --put shock@+10 --until 9h --seeds 3 --json",
          "tell ada",
          "tell ada --life",
          "tell ada --hour 7 --json",
          "plot ada");

  @TempDir Path folder;

  @Test
  void theSameWordsHaveTheSameAnswerWithAndWithoutAServer()
      throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 100);
    var live = new TreeMap<String, String>();
    var file = folder.resolve("ada.life").toString();
    try (var process =
        terrarium.run("--speed", "20000", "--seed", "4", "--mortality", "off", "--port", "0")) {
      var caller = process.caller();
      for (int n = 0; caller.look().orElseThrow().body().path("tick").asLong() < 40_000; n++) {
        caller.bring(new Errand("errand-" + n, n % 9 == 0 ? "shock" : "joy", 0.4, n % 50));
        Thread.sleep(20);
      }
      caller.pause();
      var url = process.reachable().orElseThrow().toString();
      for (var question : QUESTIONS) {
        live.put(question, ask(question, "--url", url));
      }
      Command.life(folder, words("export ada -o " + file, "--url", url)).done();
      Command.life(folder, words("what-if ada --at tick:9000 --keep eve", "--url", url)).done();
      assertThat(Command.life(folder, words("verify eve", "--url", url)).exit()).isZero();
      process.kill();
    }
    var before = files(terrarium);
    for (var question : QUESTIONS) {
      assertThat(ask(question, "--data", terrarium.data().toString()))
          .as(question)
          .isEqualTo(live.get(question));
    }
    assertThat(files(terrarium)).as("looking changed nothing").isEqualTo(before);
    elsewhere(file);
  }

  /**
   * A file verifies the same on Java machines of other kinds, and lives on in another directory.
   */
  private void elsewhere(String file) throws IOException, InterruptedException {
    var usual = Command.life(folder, "verify", file, "--json").done().out();
    for (var options :
        List.of(
            "-Xint",
            "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.language=tr -Duser.country=TR",
            "-XX:-UseG1GC -XX:+UseParallelGC -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1")) {
      var other =
          Command.life(
                  folder,
                  Map.of("LIFE_JAVA_OPTS", options, "LIFE_AOT", "off"),
                  "verify",
                  file,
                  "--json")
              .done()
              .out();
      assertThat(hash(other)).as(options).isEqualTo(hash(usual));
    }
    var there = Files.createDirectory(folder.resolve("there")).toString();
    Command.life(folder, "import", file, "--data", there).done();
    Command.life(folder, "import", file, "--as", "zoe", "--data", there).done();
    assertThat(Command.life(folder, "verify", "--data", there).done().out())
        .contains("ada: equal", "zoe: equal");
    assertThat(piped(there)).as("from a directory into itself, under another name").isZero();
    assertThat(Command.life(folder, "verify", "mia", "--data", there).done().out())
        .startsWith("mia: equal");
    assertThat(Command.life(folder, "fsck", there).exit()).isZero();
    byte[] bytes = Files.readAllBytes(Path.of(file));
    bytes[bytes.length / 2] ^= 4;
    var damaged = Files.write(folder.resolve("damaged.life"), bytes).toString();
    assertThat(Command.life(folder, "verify", damaged).exit()).isEqualTo(2);
    assertThat(Command.life(folder, "import", damaged, "--as", "lea", "--data", there).exit())
        .isEqualTo(6);
    assertThat(Command.life(folder, "state", "lea", "--data", there).exit()).isEqualTo(3);
    assertThat(Command.life(folder, "poke", "ada", "shock", "0.5", "--data", there).err())
        .contains("in which no Life runs");
  }

  private static int piped(String data) throws IOException, InterruptedException {
    var launcher = LifeProcess.LAUNCHER.toString();
    var shell =
        "set -o pipefail; '%1$s' export ada -o - --data '%2$s' | '%1$s' import - --as mia --data '%2$s'"
            .formatted(launcher, data);
    var talk = Files.createTempFile("piped", ".err");
    try (var process = LifeProcess.start(List.of("bash", "-c", shell), Map.of(), talk)) {
      return process.ended();
    }
  }

  private static List<String> files(Terrarium terrarium) throws IOException {
    try (var files = Files.walk(terrarium.data())) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private String ask(String question, String... where) throws IOException, InterruptedException {
    return Command.life(folder, words(question, where)).done().out();
  }

  private static String[] words(String question, String... where) {
    var words = new ArrayList<String>();
    for (var word : List.of(question.split(" ", -1))) {
      words.add(word.equals("energy<99") ? "energy < 99" : word.replace("shock@", "shock 0.9 @"));
    }
    words.addAll(List.of(where));
    return words.toArray(String[]::new);
  }

  private static String hash(String json) {
    return json.replaceAll("(?s).*\"hash\" *: *\"([0-9a-f]{64})\".*", "$1");
  }
}
