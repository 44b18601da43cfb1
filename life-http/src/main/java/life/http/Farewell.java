package life.http;

/**
 * Why a conversation ends, as its last frame says it (RFC 6455, 7.4).
 *
 * @param code the WebSocket status code
 * @param reason at most 123 bytes
 */
record Farewell(int code, String reason) {
  static final Farewell OVER = new Farewell(1000, "the life is over");
  static final Farewell LEAVING = new Farewell(1001, "this Life is ending; come back later");
  static final Farewell NOT_TEXT = new Farewell(1003, "messages must be text");
  static final Farewell TOO_SLOW = new Farewell(1008, "a message took too long to come");
  static final Farewell TOO_LONG = new Farewell(1009, "a message has at most 64 KiB");
  static final Farewell BROKEN = new Farewell(1011, "the journal can't be read; come back later");
  static final Farewell FULL = new Farewell(1013, "too many listen; come back later");

  /** Ends a conversation from within. */
  Leaving asException() {
    return new Leaving(this);
  }

  /** Carries a farewell out of a stream. */
  static final class Leaving extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Farewell farewell;

    private Leaving(Farewell farewell) {
      super(farewell.reason(), null, false, false);
      this.farewell = farewell;
    }

    Farewell farewell() {
      return farewell;
    }
  }
}
