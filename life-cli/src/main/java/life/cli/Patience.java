package life.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks again where that may help: after a lost connection and after a 503. Bounded in tries and in
 * waiting. A refused connection at the very first try ends it at once: nothing was sent, nothing is
 * in doubt, and whoever forgot to start the server shall not wait to hear it.
 */
record Patience(int tries, Duration longestWait, Sleep sleep, Consumer<String> talk) {
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);

  /** Waits; tests only note that it was asked to. */
  interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** A request that is safe to repeat. */
  interface Request {
    Answer send() throws IOException;
  }

  static Patience usual(Consumer<String> talk) {
    return new Patience(6, Duration.ofSeconds(30), Thread::sleep, talk);
  }

  Answer ask(Wire wire, Request request) {
    var wait = FIRST_WAIT;
    for (var attempt = 1; ; attempt++) {
      String why;
      var last = attempt == tries;
      var pause = wait;
      try {
        var answer = request.send();
        if (!answer.later() || last) {
          return answer;
        }
        why = answer.body().path("title").asText("the server is not ready");
        pause = longer(wait, answer.retryAfter());
      } catch (IOException e) {
        if (last || (attempt == 1 && e instanceof ConnectException)) {
          throw wire.unreachable(e);
        }
        why = "no answer (" + e.getMessage() + ")";
      }
      pause = pause.compareTo(longestWait) > 0 ? longestWait : pause;
      talk.accept(
          why + "; trying again in " + Age.of(pause) + " (" + (attempt + 1) + " of " + tries + ")");
      rest(pause);
      wait = wait.multipliedBy(2);
    }
  }

  void rest(Duration pause) {
    try {
      sleep.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(Exit.FAILED, "interrupted", "interrupted while waiting", "try again", e);
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
