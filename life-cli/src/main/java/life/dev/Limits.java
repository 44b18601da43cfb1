package life.dev;

import java.time.Duration;

/**
 * What clients may take of a {@link Front}.
 *
 * @param mostConnections that are open at once, 1 to 65,536; each takes two sockets and 32 KiB
 * @param mostWaiting of them for the child at once, 0 to {@code mostConnections}
 * @param longestWait of a connection for the child, 10 ms to 10 min
 * @param longestStall after which a connection ends whose bytes nobody takes, or whose child has
 *     ended while its client neither sends nor leaves; 10 ms to 1 h
 */
public record Limits(
    int mostConnections, int mostWaiting, Duration longestWait, Duration longestStall) {
  private static final Duration SHORTEST = Duration.ofMillis(10);

  /** 2,048 connections of which 256 wait, each for 10 s; 60 s in which nothing moves. */
  public static final Limits STANDARD =
      new Limits(2_048, 256, Duration.ofSeconds(10), Duration.ofSeconds(60));

  public Limits {
    require("mostConnections", mostConnections, 1, 65_536);
    require("mostWaiting", mostWaiting, 0, mostConnections);
    require("longestWait", longestWait, Duration.ofMinutes(10));
    require("longestStall", longestStall, Duration.ofHours(1));
  }

  private static void require(String name, Duration given, Duration longest) {
    if (given.compareTo(SHORTEST) < 0 || given.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, but was %s".formatted(name, SHORTEST, longest, given));
    }
  }

  private static void require(String name, int given, int least, int most) {
    if (given < least || given > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, but was %d".formatted(name, least, most, given));
    }
  }
}
