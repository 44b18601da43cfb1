package life.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import life.actor.Answer;
import life.actor.Directory;
import life.actor.LifeActor;
import life.being.LifeCommand.Meet;
import life.being.LifeId;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Hands stimuli to lives, and waits until they are durable. No more of them wait than there is room
 * for: one more is refused before anything is done with it, so that none that was handed over is
 * ever dropped.
 */
final class Delivery {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Whoever is not answered in time keeps its room for so much longer, more than a write may take:
   * what was handed over waits as long as the life does, whether or not its sender still does.
   */
  private static final Duration LONGER = Duration.ofSeconds(55);

  private final Room room;
  private final Meters meters;
  private final Places places;
  private final Deadline senderWaits;
  private final Deadline roomIsTaken;
  private final ConcurrentMap<LifeId, Integer> waiting = new ConcurrentHashMap<>();

  Delivery(ActorSystem<?> system, Room room, Meters meters) {
    this.room = room;
    this.meters = meters;
    this.places = new Places(room.most());
    this.senderWaits = new Deadline(system, PATIENCE);
    this.roomIsTaken = new Deadline(system, LONGER);
    meters.waiting(places::taken);
  }

  /**
   * Hands stimuli to a life, all at once.
   *
   * @param meets one or more
   * @return an answer to each, in their order, once all of it is durable; fails with {@link
   *     java.util.concurrent.TimeoutException} if it takes too long, and nobody knows then whether
   *     it will be
   * @throws Problem.Refused if too many wait already
   */
  @SuppressWarnings("FutureReturnValueIgnored") // to give the room back can't fail
  CompletionStage<List<Answer>> deliver(Directory.Entry life, List<Meet> meets) {
    int count = meets.size();
    take(life.id(), count);
    long began = System.nanoTime();
    var told = new CompletableFuture<Answer>();
    var answered = new CompletableFuture<Answer>();
    told.whenComplete((_, _) -> giveBack(life.id(), count));
    senderWaits.set(answered, () -> roomIsTaken.set(told, () -> {}));
    life.actor()
        .tell(
            new LifeActor.EnvironmentEvents(
                meets,
                answer -> {
                  told.complete(answer);
                  answered.complete(answer);
                }));
    return answered.thenApply(answer -> counted(each(answer), began));
  }

  private List<Answer> counted(List<Answer> answers, long began) {
    long accepted = answers.stream().filter(Answer.Accepted.class::isInstance).count();
    if (accepted > 0) {
      meters.acknowledged((int) accepted, System.nanoTime() - began);
    }
    return answers;
  }

  private static List<Answer> each(Answer answer) {
    return switch (answer) {
      case Answer.Each(var answers) -> answers;
      case Answer.Unavailable(var why) -> throw Problem.notReady(why).asException();
      case Answer.Accepted _, Answer.Refused _, Answer.BornNow _ ->
          throw new IllegalStateException("several were asked about, and one was answered");
    };
  }

  private void take(LifeId life, int count) {
    if (!places.tryTake(count)) {
      throw overloaded(room.most() + " stimuli may wait at once, and so many do");
    }
    if (waiting.merge(life, count, Integer::sum) > room.mostOfOneLife()) {
      giveBack(life, count);
      throw overloaded(room.mostOfOneLife() + " stimuli may wait for " + life + " at once");
    }
  }

  private static Problem.Refused overloaded(String most) {
    return Problem.of(ProblemType.OVERLOADED, "Nothing was done: " + most).asException();
  }

  private void giveBack(LifeId life, int count) {
    waiting.computeIfPresent(life, (_, before) -> before == count ? null : before - count);
    places.release(count);
  }
}
