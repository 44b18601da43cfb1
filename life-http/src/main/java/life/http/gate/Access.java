package life.http.gate;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may come in.
 *
 * @param token gives the right to operate
 * @param isRemote whether others than programs of this machine may come; then nobody is let in
 *     without a token
 * @param hosts names and addresses under which this server is asked, besides those of the loopback
 *     address
 * @param requestsPerSecond of one client; 0 for as many as it likes
 */
public record Access(Token token, boolean isRemote, Set<String> hosts, int requestsPerSecond) {
  /** How often one client may ask, if nobody says otherwise. */
  public static final int USUAL_REQUESTS_PER_SECOND = 2_000;

  private static final int MOST_REQUESTS_PER_SECOND = 1_000_000;

  public Access {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    if (requestsPerSecond < 0 || requestsPerSecond > MOST_REQUESTS_PER_SECOND) {
      throw new IllegalArgumentException(
          "requests-per-second must be a whole number from 0 to %d, but was %d"
              .formatted(MOST_REQUESTS_PER_SECOND, requestsPerSecond));
    }
  }

  /** For programs of this machine: they may look and touch, and operate with the token. */
  public static Access local(Token token) {
    return new Access(token, false, Set.of(), USUAL_REQUESTS_PER_SECOND);
  }
}
