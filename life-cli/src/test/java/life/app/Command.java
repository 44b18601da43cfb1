package life.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command as a person gives it, in a process of its own, and what came of it. */
record Command(int exit, String out, String err) {

  /** Runs the launcher with these words. */
  static Command life(Path folder, String... words) throws IOException, InterruptedException {
    return life(folder, Map.of(), words);
  }

  static Command life(Path folder, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(LifeProcess.LAUNCHER.toString()));
    command.addAll(List.of(words));
    var talk = Files.createTempFile(folder, "command", ".err");
    try (var process = LifeProcess.start(command, environment, talk)) {
      int exit = process.ended();
      return new Command(exit, process.story(), process.talk());
    }
  }

  Command done() {
    if (exit != 0) {
      throw new AssertionError("it ended with " + exit + ": " + err + out);
    }
    return this;
  }
}
