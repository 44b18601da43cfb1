package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import life.actor.LifeActor.Tick;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.Step;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.Stores;
import life.notice.KeptNotices;
import life.notice.ToldNotices;
import life.observe.Interpretation;
import life.observe.NoticeHandler;
import life.observe.Observation;
import life.observe.SignKind;
import life.world.World;
import org.apache.pekko.actor.testkit.typed.javadsl.TestKitJunitResource;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;
import org.scalatestplus.junit.JUnitSuite;

/** The monitor over lives that go on, on the real journal. */
@SuppressWarnings("serial") // JUnitSuite is serializable; nobody serializes a test
public class TheMonitorSeesAllThatHappensTest extends JUnitSuite {
  @ClassRule public static final TestKitJunitResource KIT = new TestKitJunitResource(config());

  private static final int MANY = 1_000_000;
  private static final World DEFAULT = WorldFile.read(Path.of("../config/worlds/default.conf"));
  private static final int HOUR = 3_600;

  private final FactStore store =
      Stores.get(KIT.system()).facts(KIT.system().settings().config().getConfig("life.journal"));
  private final Biography biography = new Biography(store);
  private final KeptNotices notices =
      new KeptNotices(() ->
          Stores.get(KIT.system())
              .observations(KIT.system().settings().config().getConfig("life.journal")));

  private static Config config() {
    try {
      var directory = Files.createTempDirectory("life-monitor").toString();
      return ConfigFactory.parseMap(
              Map.of("life.journal.dir", directory, "pekko.loglevel", "WARNING"))
          .withFallback(ConfigFactory.load());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ActorRef<Monitor.Message> monitor() {
    var watches = new Watches(biography, notices, biography.lives());
    return KIT.spawn(Monitor.create(Optional.of(watches)));
  }

  @Test
  public void whatIsNoticedLiveIsWhatTheJournalTellsAndHandlersHearItOnce() {
    var heard = Collections.synchronizedList(new ArrayList<Observation>());
    var lines = Collections.synchronizedList(new ArrayList<String>());
    KIT.spawn(NoticeHandlers.create(List.of(failing(), (_, one) -> heard.add(one))));
    KIT.spawn(NoticeLog.create((_, _, _, line) -> lines.add(line)));
    var monitor = monitor();
    var world = new ActorWorld(KIT);
    var ada = world.born("ada", DEFAULT, immortal());
    var id = new LifeId("ada");
    live(world, ada, id.slug());
    caughtUp(id);
    var versions = notices.versions(id, 0, MANY);
    assertThat(versions).anyMatch(one -> one.sign(SignKind.FLOOD).isPresent());
    assertThat(versions).isEqualTo(new ToldNotices(biography).versions(id, 0, MANY));
    Awaitility.await().until(() -> heard.size() >= versions.size());
    assertThat(heard).isEqualTo(versions);
    assertThat(lines)
        .anyMatch(line -> line.contains("! " + id + ": warning") && line.contains("shock came"));
    stop(monitor);

    heard.clear();
    var again = monitor();
    live(world, ada, id.slug());
    caughtUp(id);
    var more = notices.versions(id, versions.getLast().version(), MANY);
    Awaitility.await().until(() -> heard.size() >= more.size());
    assertThat(heard).as("what was noticed before is no news").isEqualTo(more);
    stop(again);
  }

  @Test
  public void whatTheMonitorDidNotSeeItReads() {
    var monitor = monitor();
    var world = new ActorWorld(KIT);
    var eve = world.born("eve", DEFAULT, immortal());
    var id = new LifeId("eve");
    live(world, eve, "eve");
    caughtUp(id);
    long before = notices.seq(id);
    stop(monitor);
    live(world, eve, "eve");
    assertThat(biography.lastSeq(id)).isGreaterThan(before);
    var next = monitor();
    caughtUp(id);
    assertThat(notices.versions(id, 0, MANY))
        .isEqualTo(new ToldNotices(biography).versions(id, 0, MANY));
    stop(next);
  }

  @Test
  public void howABeingIsDoingIsToldByWhoWatchesItAndHasSeenEnough() {
    var monitor = monitor();
    var world = new ActorWorld(KIT);
    var gil = world.born("gil", DEFAULT, immortal());
    var id = new LifeId("gil");
    live(world, gil, "gil");
    caughtUp(id);
    long head = biography.lastSeq(id);
    var state = biography.stateAt(id, head);
    var now = howIs(monitor, id, head).orElseThrow();
    assertThat(now.state()).isEqualTo(state);
    assertThat(now.what().sentence()).startsWith(now.what().wellbeing().word());
    assertThat(howIs(monitor, id, head + 1)).isEmpty();
    assertThat(howIs(monitor, new LifeId("nobody"), 0)).isEmpty();
    stop(monitor);
    var onlyCounts = KIT.spawn(Monitor.create());
    assertThat(howIs(onlyCounts, id, head)).isEmpty();
    stop(onlyCounts);
  }

  private static Optional<Seen<Interpretation>> howIs(
      ActorRef<Monitor.Message> monitor, LifeId id, long least) {
    return AskPattern.<Monitor.Message, Optional<Seen<Interpretation>>>ask(
            monitor,
            replyTo -> new Monitor.HowIs(id, least, replyTo),
            Duration.ofSeconds(20),
            KIT.system().scheduler())
        .toCompletableFuture()
        .join();
  }

  @Test
  public void aLifeWhoseHappeningsMakeNoSenseIsLeftAloneAndTheOthersAreWatched() {
    var monitor = monitor();
    var world = new ActorWorld(KIT);
    var fay = world.born("fay", DEFAULT, immortal());
    caughtUp(new LifeId("fay"));
    var nobody = new LifeId("nobody");
    var state = world.state("fay");
    var broken =
        new Happening(nobody, List.of(new Step(state, new Fact.FellAsleep(List.of()), state)));
    KIT.system().eventStream().tell(new EventStream.Publish<>(broken));
    live(world, fay, "fay");
    caughtUp(new LifeId("fay"));
    stop(monitor);
  }

  @Test
  public void aLifeThatTheMonitorFailedAtIsSaidToBeLeftAlone() {
    var failing =
        new KeptNotices(() -> {
          throw new IllegalStateException("this archive fails on purpose");
        });
    var kim = new LifeId("kim");
    var watches = new Watches(biography, failing, List.of(kim));
    assertThat(failing.whyUnwatched(kim)).isEmpty();
    watches.catchUp();
    assertThat(failing.whyUnwatched(kim).orElseThrow()).contains("leaves it alone");
    watches.arrived(kim);
    assertThat(watches.areBehind()).isFalse();
  }

  @Test
  public void aHandlerOnTheClassPathIsFound() {
    assertThat(NoticeHandlers.found()).hasExactlyElementsOfTypes(FoundHandler.class);
  }

  /** Found by the service loader, as a user's handler would be. */
  public static final class FoundHandler implements NoticeHandler {
    @Override
    public void noticed(LifeId life, Observation observation) {
      // It is only to be found.
    }
  }

  private static LawSettings immortal() {
    return LawSettings.DEFAULT.withMortality(false);
  }

  private static void live(ActorWorld world, ActorRef<LifeActor.Message> life, String name) {
    long tick = ActorWorld.tick(world.state(name));
    for (int i = 0; i < 12; i++) {
      world.poke(life, "shock", 0.9, name + "-" + tick + "-" + i);
    }
    life.tell(new Tick(24 * HOUR, null));
    world.stateAt(name, tick + 24 * HOUR);
  }

  private void caughtUp(LifeId id) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(notices.seq(id)).isEqualTo(biography.lastSeq(id)));
  }

  private static void stop(ActorRef<Monitor.Message> monitor) {
    KIT.stop(monitor);
  }

  private static NoticeHandler failing() {
    return (_, _) -> {
      throw new IllegalStateException("this handler fails on purpose");
    };
  }
}
