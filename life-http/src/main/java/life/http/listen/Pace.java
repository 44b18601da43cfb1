package life.http.listen;

import java.time.Duration;

/**
 * When things happened on a connection, and when the next one is due. All times are nanoseconds.
 */
final class Pace {
  private static final Duration LINGER_WHEN_CLOSING = Duration.ofMillis(500);
  private static final long NEVER = Long.MAX_VALUE;

  private final ListenSettings settings;
  private long headSince = Connection.now();
  private long lastMove = headSince;
  private long partingSince = NEVER;

  /** Begins with the opening of the connection: from then on a head is waited for. */
  Pace(ListenSettings settings) {
    this.settings = settings;
  }

  /** Bytes went to or fro. */
  void moves() {
    lastMove = Connection.now();
  }

  boolean awaitsHead() {
    return headSince != NEVER;
  }

  /** The first byte of a head came. */
  void headBegins() {
    headSince = Connection.now();
  }

  /** The head is complete, or none is expected any more. */
  void headIsOver() {
    headSince = NEVER;
  }

  /** What is to be said was said. */
  void parts() {
    partingSince = Connection.now();
    lastMove = partingSince;
  }

  boolean isParting() {
    return partingSince != NEVER;
  }

  /** Even if nothing seems due it is to be looked at so often, since it may be due earlier then. */
  long wakesEvery() {
    return Math.min(settings.idle().toNanos(), settings.answerDeadline().toNanos());
  }

  /** When the client has kept us waiting for too long, or we the client. */
  long due(boolean waitsForClient) {
    if (awaitsHead() && !isParting()) {
      return headSince + settings.headDeadline().toNanos();
    }
    return lastMove + (waitsForClient ? settings.idle() : settings.answerDeadline()).toNanos();
  }

  /** When a client that does not close its side has been waited for long enough. */
  long endDue(boolean isClosing) {
    return partingSince
        + (isClosing && LINGER_WHEN_CLOSING.compareTo(settings.idle()) < 0
                ? LINGER_WHEN_CLOSING
                : settings.idle())
            .toNanos();
  }
}
