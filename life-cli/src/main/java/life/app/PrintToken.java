package life.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import life.cli.Console;
import life.cli.Exit;
import life.cli.Speaking;
import life.cli.Trouble;
import life.http.gate.Right;
import life.http.gate.Token;
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

  @Mixin final Speaking speaking = new Speaking();

  @Option(
      names = "--right",
      paramLabel = "RIGHT",
      description = "observe, stimulate or operate. Default: operate.")
  String right = Right.OPERATE.word();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The data directory. Default: LIFE_DATA, else that of the config file, else data.")
  @Nullable Path data;

  public PrintToken(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    var wanted = Right.named(right).orElseThrow(this::unknownRight);
    var token = token().of(wanted);
    console.line(
        speaking.json()
            ? JsonNodeFactory.instance
                .objectNode()
                .put("token", token)
                .put("right", wanted.word())
                .toString()
            : token);
  }

  private Trouble unknownRight() {
    return new Trouble(
        Exit.WRONG_USAGE,
        "unknown-right",
        "there is no right '" + right + "'",
        "give one of "
            + Arrays.stream(Right.values()).map(Right::word).collect(Collectors.joining(", ")));
  }

  private Token token() {
    var directory = directory().toAbsolutePath().normalize();
    try {
      return Token.find(directory)
          .orElseThrow(() ->
              new Trouble(
                  Exit.FAILED,
                  "no-token",
                  "there is no token in " + directory,
                  "`life run` makes one at its first start; say with --data where that is"));
    } catch (IOException | IllegalStateException e) {
      throw new Trouble(
          Exit.FAILED,
          "no-token",
          "the token in " + directory + " can't be used: " + e.getMessage(),
          "it is for the user who runs Life there",
          e);
    }
  }

  private Path directory() {
    return Optional.ofNullable(data)
        .or(() ->
            Optional.ofNullable(console.environment().get("LIFE_DATA"))
                .filter(text -> !text.isBlank())
                .map(Path::of))
        .orElseGet(() ->
            Path.of(
                ConfigFactory.parseFile(Plan.configFile().toFile())
                    .withFallback(ConfigFactory.defaultReferenceUnresolved())
                    .resolve()
                    .getString("life.data")));
  }
}
