package life.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Optional;
import life.cli.Console;
import life.cli.Speaking;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code life token}: prints a token. */
@Command(
    name = "token",
    header = "Print the token of a data directory, to be shown to its Life over HTTP.",
    description = {
      "Whoever has it may do what its right says: observe, stimulate or operate, each including the ones before it.",
      "The verbs of this program find it by themselves on the same machine, else they take LIFE_TOKEN.",
      "To make all tokens void, remove the file 'token' in the data directory and start Life again."
    },
    footer = {
      "%nExamples:",
      "  life token                    the token of those who operate",
      "  life token --right observe    a token for somebody who may only look",
      "  curl -H \"Authorization: Bearer $(life token)\" ..."
    })
public final class PrintToken implements Runnable {
  private final Console console;
  private final Keeper keeper;

  /** Finds the token; given as a lambda, so that help needs nothing of the server. */
  @FunctionalInterface
  public interface Keeper {
    /**
     * The token.
     *
     * @param right such as {@code observe}
     * @param data the data directory, if it was said
     */
    String token(String right, Optional<Path> data);
  }

  @Mixin final Speaking speaking = new Speaking();

  @Option(
      names = "--right",
      paramLabel = "RIGHT",
      description = "observe, stimulate or operate. Default: operate.")
  String right = "operate";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The data directory. Default: LIFE_DATA, else that of the config file, else data.")
  @Nullable Path data;

  public PrintToken(Console console, Keeper keeper) {
    this.console = console;
    this.keeper = keeper;
  }

  @Override
  public void run() {
    var token = keeper.token(right, Optional.ofNullable(data));
    console.line(
        speaking.json()
            ? JsonNodeFactory.instance
                .objectNode()
                .put("token", token)
                .put("right", right)
                .toString()
            : token);
  }
}
