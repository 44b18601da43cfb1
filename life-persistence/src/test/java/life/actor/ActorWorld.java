package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import life.actor.Directory.Standing;
import life.being.Decider;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.being.Source;
import life.being.When;
import life.body.Shift;
import life.law.Laws;
import life.world.Family;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.World;
import org.apache.pekko.actor.testkit.typed.javadsl.TestKitJunitResource;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.awaitility.Awaitility;

/** Lives on a journal in memory, and what tests say to them. */
final class ActorWorld {
  static final World QUIET =
      World.plain(
          "quiet",
          0,
          List.of(
              new StimulusKind("shock", 1, 0.5, 1, new Shift(-5, -0.5, -0.2), 1, Family.BODILY),
              new StimulusKind(
                  "recovery", 1, 0.2, 1, new Shift(30, 0.2, 0.05), 0.6, Family.BODILY)));

  static final World BUSY = World.plain("busy", 0.02, QUIET.kinds().list());

  final Directory directory = new Directory();
  final TestKitJunitResource kit;
  private final Surroundings around;

  ActorWorld(TestKitJunitResource kit) {
    this.kit = kit;
    this.around =
        new Surroundings(
            new Decider(new Laws()),
            new KnownWorlds(Map.of("quiet", QUIET, "busy", BUSY)),
            directory,
            kit.spawn(Generator.create()),
            new SnapshotPolicy(50),
            _ -> OptionalLong.of(System.currentTimeMillis() - 5_000),
            OptionalLong.empty(),
            null);
  }

  Surroundings around() {
    return around;
  }

  static Config config() {
    return PersistenceTestKitPlugin.getInstance()
        .config()
        .withFallback(PersistenceTestKitSnapshotPlugin.config())
        .withFallback(
            ConfigFactory.parseString(
                "pekko.persistence.testkit.events.serialize = on\npekko.loglevel = WARNING"))
        .withFallback(ConfigFactory.load());
  }

  /** Starts the actor of a life, born or not. */
  ActorRef<LifeActor.Message> wake(String name) {
    var id = new LifeId(name);
    var actor = kit.spawn(LifeActor.create(id, around));
    directory.enter(id, actor);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isPresent(id, actor));
    return actor;
  }

  private boolean isPresent(LifeId id, ActorRef<LifeActor.Message> actor) {
    var entry = directory.find(id).orElseThrow();
    return entry.actor().equals(actor) && entry.standing() instanceof Standing.Present;
  }

  ActorRef<LifeActor.Message> born(String name, World world, LawSettings laws) {
    var actor = wake(name);
    var answers = kit.<Answer>createTestProbe();
    var origin = new Origin(new LifeId(name), 7, laws, Instant.EPOCH);
    actor.tell(new LifeActor.BeBorn(origin, world, answers.getRef()));
    answers.expectMessage(new Answer.BornNow());
    return actor;
  }

  ActorRef<LifeActor.Message> born(String name) {
    return born(name, QUIET, LawSettings.DEFAULT);
  }

  Answer poke(ActorRef<LifeActor.Message> life, String kind, double intensity, String key) {
    TestProbe<Answer> answers = kit.createTestProbe();
    life.tell(event(kind, intensity, key, answers.getRef()));
    return answers.receiveMessage();
  }

  /** Sends it and waits for the answer. */
  Answer ask(ActorRef<LifeActor.Message> life, LifeActor.EnvironmentEvent event) {
    TestProbe<Answer> answers = kit.createTestProbe();
    life.tell(new LifeActor.EnvironmentEvent(event.meet(), answers.getRef()));
    return answers.receiveMessage();
  }

  static LifeActor.EnvironmentEvent event(
      String kind, double intensity, String key, ActorRef<Answer> replyTo) {
    return new LifeActor.EnvironmentEvent(
        new Stimulus(kind, intensity), new When.Now(), Source.OUTSIDE, key, replyTo);
  }

  SelfState state(String name) {
    return directory.find(new LifeId(name)).orElseThrow().state();
  }

  /** Waits until that life has lived so far. */
  SelfState stateAt(String name, long tick) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(tick(state(name))).isGreaterThanOrEqualTo(tick));
    return state(name);
  }

  static long tick(SelfState state) {
    return switch (state) {
      case Unborn _ -> -1;
      case Alive being -> being.tick();
      case Dead dead -> dead.last().tick();
    };
  }
}
