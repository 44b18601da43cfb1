package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import life.being.Decider;
import life.being.LifeId;
import life.journal.Biography.Told;
import life.journal.Chronology.Entry;
import life.journal.Chronology.Entry.Happened;
import life.journal.Chronology.Entry.PassedOver;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AllLivesAreToldInOneOrderTest {

  private static final long SEED = Long.getLong("life.seed", 20260701);
  private static final List<Lived> LIVES =
      List.of(HarmedJournal.ADA, HarmedJournal.BOB, HarmedJournal.EVE);
  private static final Set<String> ALL_TYPES = Set.copyOf(FactFormat.factTypes());

  private static ActorSystem system;

  @TempDir Path directory;
  private FactStore store;

  @BeforeAll
  static void start() {
    system = ActorSystem.create("all-lives");
  }

  @AfterAll
  static void stop() {
    TestKit.shutdownActorSystem(system);
  }

  @BeforeEach
  void open() {
    store = FactStore.open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Lives that go on by turns, a few facts at a time. */
  private void live(Random random) {
    boolean goesOn = true;
    while (goesOn) {
      Lived life = LIVES.get(random.nextInt(LIVES.size()));
      int last = (int) store.highestSeq(life.id().slug());
      HarmedJournal.append(store, life, Math.min(life.facts().size(), last + 10));
      goesOn =
          LIVES.stream().anyMatch(one -> store.highestSeq(one.id().slug()) < one.facts().size());
    }
  }

  private SinkQueueWithCancel<Entry> follow(long after, Set<LifeId> lives, Set<String> types) {
    return new Chronology(store, new Biography(store))
        .follow(after, lives, types, ForkJoinPool.commonPool())
        .runWith(Sink.queue(), system);
  }

  private static Entry next(SinkQueueWithCancel<Entry> queue) {
    try {
      return queue.pull().toCompletableFuture().get(30, TimeUnit.SECONDS).orElseThrow();
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Entry> upTo(SinkQueueWithCancel<Entry> queue, long last) {
    List<Entry> entries = new ArrayList<>();
    do {
      entries.add(next(queue));
    } while (entries.getLast().position() < last);
    return entries;
  }

  private List<Entry> all(long after, Set<LifeId> lives, Set<String> types) {
    var queue = follow(after, lives, types);
    var entries = upTo(queue, store.lastPosition());
    queue.cancel();
    return entries;
  }

  private static List<Happened> told(List<Entry> entries) {
    return entries.stream().filter(Happened.class::isInstance).map(Happened.class::cast).toList();
  }

  @Test
  void each_fact_is_told_once_with_the_state_that_it_led_to() {
    System.out.println("-Dlife.seed=" + SEED);
    live(new Random(SEED));
    var entries = all(0, Set.of(), ALL_TYPES);
    assertThat(entries).hasSize((int) store.lastPosition());
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i).position()).isEqualTo(i + 1);
    }
    for (Lived life : LIVES) {
      List<Told> itsOwn =
          told(entries).stream()
              .filter(one -> one.life().equals(life.id()))
              .map(Happened::told)
              .toList();
      List<Told> byItself = new ArrayList<>();
      new Biography(store).tell(life.id(), Decider.UNBORN, Long.MAX_VALUE, byItself::add);
      assertThat(itsOwn).isEqualTo(byItself);
    }
  }

  @Test
  void whoever_goes_on_from_anywhere_hears_the_rest_and_the_same() {
    Random random = new Random(SEED);
    live(random);
    var entries = all(0, Set.of(), ALL_TYPES);
    for (int i = 0; i < 20; i++) {
      int after = random.nextInt(entries.size());
      assertThat(all(after, Set.of(), ALL_TYPES)).isEqualTo(entries.subList(after, entries.size()));
    }
  }

  @Test
  void only_what_is_wanted_is_told_and_the_rest_is_counted() {
    live(new Random(SEED));
    var entries = all(0, Set.of(), ALL_TYPES);
    var wanted = all(0, Set.of(HarmedJournal.BOB.id()), Set.of("met", "fell-asleep"));
    assertThat(told(wanted))
        .isEqualTo(
            told(entries).stream()
                .filter(one -> one.life().equals(HarmedJournal.BOB.id()))
                .filter(one -> List.of("met", "fell-asleep").contains(one.told().fact().type()))
                .toList())
        .isNotEmpty();
    long passedOver =
        wanted.stream()
            .mapToLong(one -> one instanceof PassedOver(_, long count) ? count : 0)
            .sum();
    assertThat(passedOver + told(wanted).size()).isEqualTo(store.lastPosition());
    assertThat(wanted).extracting(Entry::position).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void new_facts_and_new_lives_come_by_themselves() {
    HarmedJournal.append(store, HarmedJournal.ADA, 20);
    var queue = follow(20, Set.of(), ALL_TYPES);
    var waiting = queue.pull().toCompletableFuture();
    HarmedJournal.append(store, HarmedJournal.BOB, 5);
    assertThat(waiting.orTimeout(30, TimeUnit.SECONDS).join().orElseThrow().position())
        .isEqualTo(21);
    Lived zoe = Lived.of("zoe", 300, 5);
    try (Arrival arrival = Arrival.of(store, zoe.id())) {
      zoe.addTo(arrival);
      HarmedJournal.append(store, HarmedJournal.ADA, 30);
      arrival.admit();
    }
    HarmedJournal.append(store, HarmedJournal.BOB, 15);
    var heard = told(upTo(queue, store.lastPosition()));
    assertThat(heard.stream().map(one -> one.life().slug()).distinct())
        .containsExactly("bob", "ada", "zoe");
    assertThat(
            heard.stream().filter(one -> one.life().equals(zoe.id())).map(one -> one.told().fact()))
        .isEqualTo(zoe.facts());
    assertThat(heard.getLast().life()).isEqualTo(HarmedJournal.BOB.id());
    queue.cancel();
  }

  @Test
  void what_comes_before_damage_is_told_first() {
    live(new Random(SEED));
    var entries = all(0, Set.of(), ALL_TYPES);
    store.close();
    HarmedJournal.harm(directory, db -> db.delete(Keys.facts(2, 101)));
    store = FactStore.open(directory);
    var queue = follow(0, Set.of(), ALL_TYPES);
    List<Entry> heard = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              while (true) {
                heard.add(next(queue));
              }
            })
        .hasRootCauseInstanceOf(JournalDamaged.class)
        .hasMessageContaining("life bob, fact 101");
    assertThat(entries).startsWith(heard.toArray(Entry[]::new));
    assertThat(((Happened) entries.get(heard.size())).life()).isEqualTo(HarmedJournal.BOB.id());
    assertThat(((Happened) entries.get(heard.size())).told().seq()).isEqualTo(101);
  }
}
