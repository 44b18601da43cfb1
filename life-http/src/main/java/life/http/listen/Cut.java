package life.http.listen;

/** Makes the net drop a connection at once. */
final class Cut extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Cut() {
    super("the connection was cut", null, false, false);
  }
}
