package life.app;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import life.actor.Answer;
import life.actor.Lives;
import life.cli.Console;
import life.http.Births.Birth;
import life.http.Service;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** What is to be done, and said, of what the process before left unfinished. */
final class Afterwards {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Afterwards() {}

  /** Carries out the births that nobody answered, and says who listened. */
  static void of(HandOver left, Service service, Console console) {
    for (var birth : left.births()) {
      if (service.directory().find(birth.id()).isEmpty()) {
        console.say(bear(birth, service));
      }
    }
    var subscribers = left.subscribers();
    if (!subscribers.isEmpty()) {
      var farthest =
          subscribers.stream()
              .map(one -> one.stream() + " up to " + one.upTo())
              .distinct()
              .limit(3)
              .toList();
      console.say(
          "%d listened before the restart (%s%s); they go on from the event that they heard last"
              .formatted(
                  subscribers.size(),
                  String.join(", ", farthest),
                  subscribers.size() > farthest.size() ? ", …" : ""));
    }
  }

  private static String bear(Birth birth, Service service) {
    try {
      var answer =
          AskPattern.ask(
                  service.lives(),
                  (ActorRef<Answer> replyTo) ->
                      new Lives.Bear(
                          birth.id(), birth.seed(), birth.laws(), birth.world(), replyTo),
                  PATIENCE,
                  service.system().scheduler())
              .toCompletableFuture()
              .join();
      return answer instanceof Answer.BornNow
          ? birth.id() + ", asked for before the restart, is born now"
          : birth.id() + ", asked for before the restart, could not be born: " + answer;
    } catch (CompletionException e) {
      return birth.id() + ", asked for before the restart, could not be born: " + e.getCause();
    }
  }
}
