package life.app;

/** The time between two looks at what the main thread waits for. */
final class Glance {
  private static final long MILLIS = 20;

  private Glance() {}

  static void pause() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts the main thread", e);
    }
  }
}
