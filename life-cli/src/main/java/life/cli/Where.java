package life.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Life is: the flag, then LIFE_URL, then LIFE_PORT, then {@code life.port} of the config
 * file, then the default. The file is read only when nothing before it has spoken.
 */
final class Where {
  static final int DEFAULT_PORT = 7717;

  private Where() {}

  static URI find(
      @Nullable String flag, Map<String, String> environment, Optional<Path> configFile) {
    if (flag != null) {
      return checked(flag, "--url");
    }
    var url = environment.getOrDefault("LIFE_URL", "");
    if (!url.isEmpty()) {
      return checked(url, "LIFE_URL");
    }
    var port = environment.getOrDefault("LIFE_PORT", "");
    if (!port.isEmpty()) {
      return checked("http://127.0.0.1:" + port, "LIFE_PORT");
    }
    return configFile
        .filter(Files::isReadable)
        .map(Where::ofFile)
        .orElseGet(() -> URI.create("http://127.0.0.1:" + DEFAULT_PORT));
  }

  /** The config file that stands beside the program; the launcher says where that is. */
  static Optional<Path> configFile(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("LIFE_CONFIG"))
        .or(() -> Optional.ofNullable(System.getProperty("life.config")))
        .filter(name -> !name.isEmpty())
        .map(Path::of);
  }

  private static URI ofFile(Path file) {
    try {
      var config = ConfigFactory.parseFile(file.toFile());
      var port = config.hasPath("life.port") ? config.getInt("life.port") : DEFAULT_PORT;
      // Port 0 means "any free one" to a server and nothing to a client.
      return URI.create("http://127.0.0.1:" + (port == 0 ? DEFAULT_PORT : port));
    } catch (ConfigException e) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-config",
          file + " can't be read: " + e.getMessage(),
          "mend the file, or say where Life is with --url",
          e);
    }
  }

  private static URI checked(String text, String origin) {
    try {
      var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      var http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getPort() <= 65_535 && uri.getQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through to the same answer: not an address.
    }
    throw new Trouble(
        Exit.WRONG_USAGE,
        "bad-url",
        origin + " gives \"" + text + "\", which is no address of a server",
        "give one such as http://127.0.0.1:" + DEFAULT_PORT);
  }
}
