package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an observer wrote down outlives the process, and can be read where nobody lives. */
class NotesSurviveIT {
  @TempDir Path folder;

  @Test
  void aNoteThatWasAnsweredIsThereAfterTheProcessIsKilled()
      throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 100);
    var data = terrarium.data().toString();
    try (var process = terrarium.run("--speed", "100")) {
      var url = process.reachable().orElseThrow().toString();
      Command.life(folder, "note", "ada", "here it all began", "--at", "birth", "--url", url)
          .done();
      Command.life(folder, "note", "ada", "a mistake", "--url", url).done();
      Command.life(folder, "note", "ada", "--remove", "2", "--url", url).done();
      process.kill();
    }
    var read = Command.life(folder, "notes", "ada", "--json", "--data", data).done();
    assertThat(read.out().lines()).hasSize(1).first().asString().contains("here it all began");
    var refused = Command.life(folder, "note", "ada", "too late", "--data", data);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("no Life runs");
    assertThat(Command.life(folder, "fsck", data, "--json").done().out()).contains("\"notes\":1");
    var page = folder.resolve("story.html");
    Command.life(folder, "export", "ada", "--html", page.toString(), "--data", data).done();
    assertThat(Files.readString(page)).contains("here it all began");
    try (var process = terrarium.run("--speed", "100")) {
      var url = process.reachable().orElseThrow().toString();
      assertThat(Command.life(folder, "notes", "ada", "--json", "--url", url).done().out())
          .isEqualTo(read.out());
      assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
  }
}
