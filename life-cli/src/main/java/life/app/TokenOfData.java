package life.app;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import life.cli.Exit;
import life.cli.Trouble;
import life.http.gate.Right;
import life.http.gate.Token;

/** Finds the token of a data directory. */
final class TokenOfData {
  private TokenOfData() {}

  /**
   * The token.
   *
   * @param right such as {@code observe}
   * @param said the data directory, if it was said; else LIFE_DATA, else that of the config file
   * @throws Trouble if there is none, or it can't be read
   */
  static String find(Map<String, String> environment, String right, Optional<Path> said) {
    var wanted = Right.named(right).orElseThrow(() -> unknown(right));
    return in(said.orElseGet(() -> usual(environment)).toAbsolutePath().normalize()).of(wanted);
  }

  private static Trouble unknown(String right) {
    return new Trouble(
        Exit.WRONG_USAGE,
        "unknown-right",
        "there is no right '" + right + "'",
        "give one of "
            + Arrays.stream(Right.values()).map(Right::word).collect(Collectors.joining(", ")));
  }

  private static Token in(Path directory) {
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

  private static Path usual(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("LIFE_DATA"))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .orElseGet(() ->
            Path.of(
                ConfigFactory.parseFile(Plan.configFile().toFile())
                    .withFallback(ConfigFactory.defaultReferenceUnresolved())
                    .resolve()
                    .getString("life.data")));
  }
}
