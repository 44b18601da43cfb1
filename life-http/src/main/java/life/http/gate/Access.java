package life.http.gate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may come in.
 *
 * @param token gives the right to operate
 * @param tokenFile where programs of this machine find it, if they may read it
 * @param isRemote whether others than programs of this machine may come; then nobody is let in
 *     without a token
 * @param hosts names and addresses under which this server is asked, besides those of the loopback
 *     address
 * @param requestsPerSecond of one client; 0 for as many as it likes
 */
public record Access(
    Token token,
    Optional<Path> tokenFile,
    boolean isRemote,
    Set<String> hosts,
    int requestsPerSecond) {
  private static final int MOST_REQUESTS_PER_SECOND = 1_000_000;

  public Access {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    if (requestsPerSecond < 0 || requestsPerSecond > MOST_REQUESTS_PER_SECOND) {
      throw new IllegalArgumentException(
          "requests-per-second must be a whole number from 0 to %d, but was %d"
              .formatted(MOST_REQUESTS_PER_SECOND, requestsPerSecond));
    }
  }
}
