package life.app;

import java.util.concurrent.atomic.AtomicBoolean;
import life.cli.Console;

/** Ends the process when it is told to: in order the first time, at once the second time. */
final class Exits {
  private static final int BY_SIGNAL = 128;

  private final Console console;
  private final Shutdown shutdown;
  private final AtomicBoolean isTold = new AtomicBoolean();

  Exits(Console console, Shutdown shutdown) {
    this.console = console;
    this.shutdown = shutdown;
  }

  /** A signal came. */
  void signalled(int number) {
    if (isTold.compareAndSet(false, true)) {
      exit(BY_SIGNAL + number);
    } else {
      var left = shutdown.underWay();
      console.say(
          "told to end once more: ending at once"
              + (left.isEmpty() ? "" : ", without waiting for the " + left)
              + "; nothing that was answered is lost");
      Runtime.getRuntime().halt(BY_SIGNAL + number);
    }
  }

  /** Ends in order. Returns at once. */
  void told(int code) {
    if (isTold.compareAndSet(false, true)) {
      exit(code);
    }
  }

  /** Ends now, because something can't be waited for any longer. */
  void halt() {
    console.say("ending without it; nothing that was answered is lost");
    Runtime.getRuntime().halt(BY_SIGNAL + 15);
  }

  /** On a thread of its own, since it does not come back. */
  private static void exit(int code) {
    Thread.ofPlatform().name("ending").start(() -> System.exit(code));
  }
}
