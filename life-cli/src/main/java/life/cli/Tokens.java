package life.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The token that a Life on this machine asks for. It stands in a file of its data directory that
 * only its owner can read, and is shown to nobody but the process that has the directory.
 */
final class Tokens {
  private static final Pattern FILE = Pattern.compile("token_file=\"([^\"]*)\"");

  /** The file of a data directory whose lock says that a process has it. */
  private static final String LOCK = "life.lock";

  /** The line of that file with the address where the process is reached. */
  private static final int ADDRESS = 2;

  private static final long LOCKED_AT = Long.MAX_VALUE - 1;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Tokens() {}

  /**
   * The token that a server asks for, if it is at hand and may be shown there.
   *
   * @param challenge what the server said in {@code WWW-Authenticate}
   */
  static Optional<String> askedFor(String challenge, URI server) {
    var named = FILE.matcher(challenge);
    if (!named.find()) {
      return Optional.empty();
    }
    try {
      var file = Path.of(URLDecoder.decode(named.group(1), StandardCharsets.UTF_8));
      return has(server, file.resolveSibling(LOCK))
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // then the server's refusal says what is lacking
    }
  }

  /** Whether it is the server at that address that holds the lock now. */
  private static boolean has(URI server, Path lock) throws IOException {
    try (FileChannel file =
            FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock own = file.tryLock(LOCKED_AT, 1, false)) {
      if (own != null) {
        return false;
      }
    }
    var address = URI.create(Files.readAllLines(lock).get(ADDRESS));
    return address.getPort() == server.getPort()
        && (address.getHost().equals(server.getHost())
            || (isLoopback(address) && isLoopback(server)));
  }

  private static boolean isLoopback(URI address) {
    return LOOPBACK.contains(address.getHost());
  }
}
