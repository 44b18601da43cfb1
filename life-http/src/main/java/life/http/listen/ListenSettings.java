package life.http.listen;

import java.time.Duration;

/**
 * What a client may take of a listener.
 *
 * @param headDeadline within which the head of a request must be complete, from its first byte, or
 *     from the opening of the connection for the first one; 10 ms to 10 min
 * @param idle after which a connection on which nothing moves is closed, be it between requests, in
 *     a body or in an answer that nobody reads; 10 ms to 1 h
 * @param answerDeadline within which a complete request must be answered; 10 ms to 1 h
 * @param mostConnections that are open at once, 1 to 65,536
 * @param mostHeadBytes of a request line with all headers, 1 KiB to 1 MiB
 * @param mostUriBytes of a path with its query, 64 to {@code mostHeadBytes}
 * @param mostHeaders of a request, 8 to 1,024
 * @param mostBodyBytes of a body unless its endpoint says otherwise, 1 KiB to 1 GiB
 */
public record ListenSettings(
    Duration headDeadline,
    Duration idle,
    Duration answerDeadline,
    int mostConnections,
    int mostHeadBytes,
    int mostUriBytes,
    int mostHeaders,
    long mostBodyBytes) {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final int KIB = 1024;
  private static final int MIB = KIB * KIB;

  /** 5 s for a head, 60 s idle, 120 s for an answer, 2,048 connections. */
  public static final ListenSettings STANDARD =
      new ListenSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          2_048,
          32 * KIB,
          2 * KIB,
          64,
          MIB);

  public ListenSettings {
    require("headDeadline", headDeadline, Duration.ofMinutes(10));
    require("idle", idle, Duration.ofHours(1));
    require("answerDeadline", answerDeadline, Duration.ofHours(1));
    require("mostConnections", mostConnections, 1, 65_536);
    require("mostHeadBytes", mostHeadBytes, KIB, MIB);
    require("mostUriBytes", mostUriBytes, 64, mostHeadBytes);
    require("mostHeaders", mostHeaders, 8, KIB);
    require("mostBodyBytes", mostBodyBytes, KIB, (long) KIB * MIB);
  }

  private static void require(String name, Duration given, Duration longest) {
    if (given.compareTo(SHORTEST) < 0 || given.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, but was %s".formatted(name, SHORTEST, longest, given));
    }
  }

  private static void require(String name, long given, long least, long most) {
    if (given < least || given > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, but was %d".formatted(name, least, most, given));
    }
  }

  /** The same with other deadlines. */
  public ListenSettings within(Duration head, Duration longestIdle, Duration answer) {
    return new ListenSettings(
        head,
        longestIdle,
        answer,
        mostConnections,
        mostHeadBytes,
        mostUriBytes,
        mostHeaders,
        mostBodyBytes);
  }

  /** The same with another number of connections. */
  public ListenSettings atMost(int connections) {
    return new ListenSettings(
        headDeadline,
        idle,
        answerDeadline,
        connections,
        mostHeadBytes,
        mostUriBytes,
        mostHeaders,
        mostBodyBytes);
  }
}
