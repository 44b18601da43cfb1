package life.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import life.http.gate.Right;
import life.http.gate.Token;
import life.journal.DataDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The tokens at hand: LIFE_TOKEN, else that of the data directory. The latter is shown to nobody
 * but the Life that has the directory.
 *
 * @param said LIFE_TOKEN, if it is set
 * @param data the data directory: {@code --data}, else LIFE_DATA, else {@code life.data} of the
 *     config file, else {@code data}
 */
record Tokens(Optional<String> said, Path data) {
  private static final String DEFAULT_DATA = "data";

  static Tokens of(
      @Nullable Path flag, Map<String, String> environment, Optional<Path> configFile) {
    var said = Optional.ofNullable(environment.get("LIFE_TOKEN")).filter(text -> !text.isBlank());
    var data =
        Optional.ofNullable(flag)
            .or(() ->
                Optional.ofNullable(environment.get("LIFE_DATA"))
                    .filter(text -> !text.isBlank())
                    .map(Path::of))
            .or(() -> configFile.filter(Files::isReadable).flatMap(Tokens::inFile))
            .orElse(Path.of(DEFAULT_DATA));
    return new Tokens(said.map(String::strip), data.toAbsolutePath().normalize());
  }

  private static Optional<Path> inFile(Path file) {
    try {
      var config = ConfigFactory.parseFile(file.toFile());
      return config.hasPath("life.data")
          ? Optional.of(Path.of(config.getString("life.data")))
          : Optional.empty();
    } catch (ConfigException e) {
      return Optional.empty(); // whoever needs the file's settings says what is wrong with it
    }
  }

  /** What to show to the server at that address. */
  Optional<String> of(URI address) {
    return said.or(() -> isThere(address) ? inDirectory(Right.OPERATE) : Optional.empty());
  }

  private boolean isThere(URI address) {
    try {
      return DataDirectory.holder(data)
          .flatMap(holder -> holder.address())
          .filter(address.toString()::equals)
          .isPresent();
    } catch (IOException e) {
      return false; // it belongs to somebody else
    }
  }

  private Optional<String> inDirectory(Right right) {
    try {
      return Token.find(data).map(token -> token.of(right));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty(); // without it the server says what is lacking
    }
  }

  /**
   * The token of the data directory for that right.
   *
   * @throws Trouble if there is none, or it can't be read
   */
  String required(Right right) {
    try {
      return Token.find(data)
          .orElseThrow(() ->
              new Trouble(
                  Exit.FAILED,
                  "no-token",
                  "there is no token in " + data,
                  "`life run` makes one at its first start; say with --data where that is"))
          .of(right);
    } catch (IOException | IllegalStateException e) {
      throw new Trouble(
          Exit.FAILED,
          "no-token",
          "the token in " + data + " can't be used: " + e.getMessage(),
          "it is for the user who runs Life there",
          e);
    }
  }
}
