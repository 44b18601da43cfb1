package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.Kind;
import life.journal.Lived;
import life.journal.Stores;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.TestKitJunitResource;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;
import org.scalatestplus.junit.JUnitSuite;

/** A life that came as a whole, on the real journal, in the hands of the actor that runs lives. */
@SuppressWarnings("serial") // JUnitSuite is serializable; nobody serializes a test
public class AnArrivedLifeWakesTest extends JUnitSuite {
  @ClassRule public static final TestKitJunitResource KIT = new TestKitJunitResource(config());

  private static final Lived ADA = Lived.of("ada", 1_500, 11);

  private static Config config() {
    try {
      var directory = Files.createTempDirectory("life-arrival").toString();
      return ConfigFactory.parseMap(
              Map.of("life.journal.dir", directory, "pekko.loglevel", "WARNING"))
          .withFallback(ConfigFactory.load());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  public void itWakesAsWhoItWasAndLivesOn() {
    var system = KIT.system();
    var store = Stores.get(system).facts(system.settings().config().getConfig("life.journal"));
    arrive(store);
    var biography = new Biography(store);
    assertThat(biography.stateAt(ADA.id(), ADA.facts().size())).isEqualTo(ADA.last());

    var world = new ActorWorld(KIT);
    var life = world.wake("ada");
    Awaitility.await()
        .untilAsserted(() -> assertThat(world.state("ada")).isEqualTo(written(biography)));
    var answer = (Answer.Accepted) world.poke(life, "recovery", 0.5, "after");
    assertThat(answer.receipt().seq()).isGreaterThan(ADA.facts().size());
    assertThat(kinds(store)).as("what came and what was lived here is written alike").hasSize(1);
  }

  @Test
  public void underLawsThatNobodyKnowsAnyMoreItIsLookedAtAndDoesNotLiveOn() {
    var system = KIT.system();
    var store = Stores.get(system).facts(system.settings().config().getConfig("life.journal"));
    var old = new LifeId("old");
    var d = LawSettings.DEFAULT;
    var laws =
        new LawSettings(
            9,
            d.tickSeconds(),
            d.mortality(),
            d.energyPerHour(),
            d.energyAsleep(),
            d.arousalCost(),
            d.arousalHalfLifeSeconds(),
            d.arousalGain(),
            d.wearPerHour(),
            d.decayPerHour(),
            d.healPerHour(),
            d.sleep(),
            d.clockNoise(),
            d.learningRate());
    try (var arrival = Arrival.of(store, old)) {
      arrival.add(
          Instant.EPOCH, new Fact.Born(new Origin(old, 1, laws, Instant.EPOCH), ActorWorld.QUIET));
      arrival.admit();
    }
    var world = new ActorWorld(KIT);
    var actor = KIT.spawn(LifeActor.create(old, world.around()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> world.directory.find(old).isPresent());
    var standing = world.directory.find(old).orElseThrow().standing();
    assertThat(standing).isInstanceOf(Directory.Standing.Unlivable.class);
    assertThat(((Directory.Standing.Unlivable) standing).why()).contains("laws version 9");
    actor.tell(new LifeActor.Tick(100, null));
    var done = KIT.<Done>createTestProbe();
    actor.tell(new LifeActor.Rest(done.getRef()));
    done.receiveMessage();
    assertThat(store.highestSeq("old")).isEqualTo(1);
  }

  /** Who it is as its journal says now; it may have lived on since it woke. */
  private static SelfState written(Biography biography) {
    var state = ADA.last();
    for (var told : biography.page(ADA.id(), ADA.facts().size(), Biography.MOST_FACTS)) {
      state = Decider.evolve(state, told.fact());
    }
    return state;
  }

  private static void arrive(FactStore store) {
    try (var arrival = Arrival.of(store, ADA.id())) {
      ADA.addTo(arrival);
      arrival.admit();
    }
  }

  private static Set<Kind> kinds(FactStore store) {
    var kinds = new HashSet<Kind>();
    store.replay(
        "ada", 1, Long.MAX_VALUE, Long.MAX_VALUE, fact -> kinds.add(fact.payload().kind()));
    return kinds;
  }
}
