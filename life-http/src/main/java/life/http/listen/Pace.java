package life.http.listen;

import java.time.Duration;

/**
 * When things happened on a connection, and when the next one is due. All times are nanoseconds.
 */
final class Pace {
  private static final long LINGER_WHEN_CLOSING = Duration.ofMillis(500).toNanos();
  private static final long NEVER = Long.MAX_VALUE;

  private final long headDeadline;
  private final long idle;
  private final long answerDeadline;
  private long headSince = Connection.now();
  private long lastMove = headSince;
  private long partingSince = NEVER;

  /** Begins with the opening of the connection: from then on a head is waited for. */
  Pace(ListenSettings settings) {
    this.headDeadline = settings.headDeadline().toNanos();
    this.idle = settings.idle().toNanos();
    this.answerDeadline = settings.answerDeadline().toNanos();
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
    return Math.min(idle, answerDeadline);
  }

  /** When the client has kept us waiting for too long, or we the client. */
  long due(boolean waitsForClient) {
    if (awaitsHead() && !isParting()) {
      return headSince + headDeadline;
    }
    return lastMove + (waitsForClient ? idle : answerDeadline);
  }

  /** When a client that does not close its side has been waited for long enough. */
  long endDue(boolean isClosing) {
    return partingSince + (isClosing ? Math.min(LINGER_WHEN_CLOSING, idle) : idle);
  }
}
