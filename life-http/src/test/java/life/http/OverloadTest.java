package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import life.actor.Answer;
import life.actor.Directory;
import life.actor.LifeActor;
import life.actor.LifeActor.EnvironmentEvents;
import life.being.Fact;
import life.being.LifeCommand.Meet;
import life.being.LifeId;
import life.being.Source;
import life.being.When;
import life.http.problem.Problem;
import life.world.Stimulus;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** More stimuli than may wait are refused before anything is done with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadTest {
  private final Queue<EnvironmentEvents> held = new ConcurrentLinkedQueue<>();
  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void ofABatchThatDoesNotFitNothingIsDone() {
    var delivery = delivery(3, 3);
    house.post("/v1/admin/lives", "{\"name\":\"fay\",\"seed\":7}");
    var fay = entry("fay");
    assertThatThrownBy(() -> delivery.deliver(fay, noises(4)))
        .isInstanceOfSatisfying(
            Problem.Refused.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(503));
    assertThat(delivery.deliver(fay, noises(3)).toCompletableFuture().join())
        .hasSize(3)
        .allMatch(Answer.Accepted.class::isInstance);
    var facts = house.service().biography().page(fay.id(), 0, 100);
    assertThat(facts.stream().filter(told -> told.fact() instanceof Fact.Reached)).hasSize(3);
  }

  @Test
  void theRefusalSaysWhenToComeBack() {
    assertThatThrownBy(() -> delivery(1, 1).deliver(entry("ada"), noises(2)))
        .isInstanceOfSatisfying(
            Problem.Refused.class,
            refused -> {
              var response = refused.problem().toResponse();
              assertThat(response.getHeader("Retry-After").orElseThrow().value()).isEqualTo("1");
              assertThat(refused.problem().toDocument().get("type").asText())
                  .isEqualTo("/problems/overloaded");
            });
  }

  @Test
  void oneLifeThatHangsLeavesRoomForOthers() {
    var delivery = delivery(4, 2);
    var bob = hanging("bob");
    var waiting = delivery.deliver(bob, noises(2)).toCompletableFuture();
    assertThatThrownBy(() -> delivery.deliver(bob, noises(1))).isInstanceOf(Problem.Refused.class);
    assertThat(delivery.deliver(entry("ada"), noises(2)).toCompletableFuture().join()).hasSize(2);
    answerAll();
    assertThat(waiting.join()).hasSize(2);
    assertThat(delivery.deliver(bob, noises(2))).isNotNull();
    answerAll();
  }

  @Test
  void allLivesTogetherHaveABoundToo() {
    var delivery = delivery(3, 2);
    var waiting = delivery.deliver(hanging("cyd"), noises(2)).toCompletableFuture();
    assertThatThrownBy(() -> delivery.deliver(hanging("dan"), noises(2)))
        .hasMessageContaining("3 stimuli may wait at once");
    answerAll();
    waiting.join();
  }

  @Test
  void whoeverIsToldThatItTookTooLongStillTakesItsRoom() {
    var delivery = delivery(2, 2);
    var eve = hanging("eve");
    assertThatThrownBy(() -> delivery.deliver(eve, noises(2)).toCompletableFuture().join())
        .hasRootCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> delivery.deliver(eve, noises(1))).isInstanceOf(Problem.Refused.class);
    answerAll();
    Awaitility.await().ignoreExceptions().until(() -> delivery.deliver(eve, noises(2)) != null);
    answerAll();
  }

  private Delivery delivery(int most, int mostOfOneLife) {
    return new Delivery(house.service().system(), new Room(most, mostOfOneLife), Meters.NONE);
  }

  private Directory.Entry entry(String name) {
    return house.service().directory().find(new LifeId(name)).orElseThrow();
  }

  /** A life that answers only when it is told to. */
  private Directory.Entry hanging(String name) {
    var actor =
        house
            .service()
            .system()
            .systemActorOf(
                Behaviors.<LifeActor.Message>receiveMessage(message -> {
                  held.add((EnvironmentEvents) message);
                  return Behaviors.same();
                }),
                name,
                Props.empty());
    return new Directory.Entry(new LifeId(name), actor, entry("ada").standing());
  }

  private void answerAll() {
    Awaitility.await().until(() -> !held.isEmpty());
    for (var events = held.poll(); events != null; events = held.poll()) {
      var answers =
          events.meets().stream().map(_ -> (Answer) new Answer.Unavailable("a test")).toList();
      events.replyTo().accept(new Answer.Each(answers));
    }
  }

  private static List<Meet> noises(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> new Meet(new Stimulus("noise", 0.3), new When.Now(), Source.OUTSIDE, null))
        .toList();
  }
}
