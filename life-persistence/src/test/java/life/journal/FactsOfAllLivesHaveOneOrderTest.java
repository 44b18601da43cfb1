package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import life.being.LifeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsOfAllLivesHaveOneOrderTest {

  @TempDir Path directory;

  /** The facts after a position, each as {@code position life seq}, read in pages of that size. */
  private static List<String> told(FactStore store, long after, int page, Predicate<String> whose) {
    List<String> told = new ArrayList<>();
    long last = -1;
    for (long next = after; next != last; ) {
      last = next;
      next =
          store.replayAll(
              last,
              page,
              whose,
              one -> {
                assertThat(Facts.isTrue(one.fact())).isTrue();
                told.add(one.position() + " " + one.fact().life() + " " + one.fact().seq());
              });
    }
    return told;
  }

  private static List<String> told(FactStore store) {
    return told(store, 0, 100, _ -> true);
  }

  @Test
  void it_is_the_order_in_which_they_became_durable() {
    try (FactStore store = FactStore.open(directory)) {
      assertThat(store.lastPosition()).isZero();
      assertThat(told(store)).isEmpty();
      store.append(Facts.append("ada", 1, 2)).join();
      store.append(Facts.append("bob", 1, 1)).join();
      store.append(Facts.append("ada", 3, 1)).join();
      assertThat(told(store)).containsExactly("1 ada 1", "2 ada 2", "3 bob 1", "4 ada 3");
      assertThat(store.lastPosition()).isEqualTo(4);
    }
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("bob", 2, 2)).join();
      assertThat(told(store))
          .containsExactly("1 ada 1", "2 ada 2", "3 bob 1", "4 ada 3", "5 bob 2", "6 bob 3");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoever_goes_on_from_any_position_misses_nothing_and_hears_nothing_twice(long seed) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> all;
    try (FactStore store = FactStore.open(directory)) {
      write(store, random, 2_000);
      all = told(store);
      assertOnceEach(store);
    }
    assertTheOrderIsWhole(directory);
    try (FactStore store = FactStore.open(directory)) {
      for (int i = 0; i < 60; i++) {
        int after = random.nextInt(all.size() + 1);
        int page = 1 + random.nextInt(300);
        assertThat(told(store, after, page, _ -> true)).isEqualTo(all.subList(after, all.size()));
      }
      assertThat(told(store, 0, 7, "life-3"::equals))
          .isEqualTo(all.stream().filter(one -> one.contains(" life-3 ")).toList())
          .isNotEmpty();
    }
  }

  /** The payloads here are no facts of a being, and nothing else may be wrong. */
  static void assertTheOrderIsWhole(Path directory) {
    assertThat(Checkup.of(directory, (_, _) -> {}).findings())
        .extracting(Checkup.Finding::problem)
        .allMatch(problem -> problem.startsWith("Its bytes are not a fact's"));
  }

  /** Appends of many lives at once, so that groups of all sizes are written. */
  private static void write(FactStore store, Random random, int appends) {
    long[] next = LongStream.generate(() -> 1).limit(100).toArray();
    List<CompletableFuture<Void>> writes = new ArrayList<>();
    for (int i = 0; i < appends; i++) {
      int life = random.nextInt(next.length);
      int count = 1 + random.nextInt(random.nextInt(50) == 0 ? 200 : 3);
      writes.add(store.append(Facts.append("life-" + life, next[life], count)));
      next[life] += count;
      if (random.nextInt(300) == 0) {
        writes.removeLast().join();
      }
    }
    writes.forEach(CompletableFuture::join);
  }

  /** Positions from 1 without gaps, and each life's facts in their own order. */
  static void assertOnceEach(FactStore store) {
    List<String> all = told(store);
    var seqs = new TreeMap<String, Long>();
    for (int i = 0; i < all.size(); i++) {
      String[] parts = all.get(i).split(" ", -1);
      assertThat(parts[0]).isEqualTo(String.valueOf(i + 1));
      assertThat(Long.parseLong(parts[2])).isEqualTo(seqs.merge(parts[1], 1L, Long::sum));
    }
    for (LifeName life : store.livesAfter(0, 1_000)) {
      assertThat(seqs.remove(life.name())).isEqualTo(store.highestSeq(life.name()));
    }
    assertThat(seqs).isEmpty();
    assertThat(store.lastPosition()).isEqualTo(all.size());
  }

  @Test
  void a_life_that_arrives_enters_whole_when_it_is_admitted() {
    Lived zoe = Lived.of("zoe", 700, 3);
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 1)).join();
      try (Arrival arrival = Arrival.of(store, zoe.id());
          Arrival givenUp = Arrival.of(store, new LifeId("nobody"))) {
        zoe.addTo(arrival);
        zoe.addTo(givenUp);
        store.append(Facts.append("ada", 2, 1)).join();
        assertThat(told(store)).containsExactly("1 ada 1", "2 ada 2");
        arrival.admit();
      }
      store.append(Facts.append("ada", 3, 1)).join();
      assertThat(told(store, 0, 100, "ada"::equals))
          .containsExactly("1 ada 1", "2 ada 2", (zoe.facts().size() + 3) + " ada 3");
      List<Long> arrived = new ArrayList<>();
      store.replayAll(2, zoe.facts().size(), _ -> true, one -> arrived.add(one.position()));
      assertThat(arrived)
          .isEqualTo(LongStream.rangeClosed(3, zoe.facts().size() + 2L).boxed().toList());
      assertThat(store.lastPosition()).isEqualTo(zoe.facts().size() + 3L);
    }
    assertTheOrderIsWhole(directory);
  }

  @Test
  void erased_facts_keep_their_positions_and_are_passed_over() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 3)).join();
      store.append(Facts.append("bob", 1, 2)).join();
      store.append(Facts.append("ada", 4, 2)).join();
      store.eraseTo("ada", 4).join();
      assertThat(told(store)).containsExactly("4 bob 1", "5 bob 2", "7 ada 5");
      store.eraseTo("bob", 9).join();
      store.eraseTo("ada", 5).join();
      assertThat(told(store)).isEmpty();
      assertThat(store.replayAll(0, 9, _ -> true, _ -> {})).isEqualTo(7);
      store.append(Facts.append("bob", 3, 1)).join();
      assertThat(told(store)).containsExactly("8 bob 3");
    }
    assertTheOrderIsWhole(directory);
  }

  @Test
  void whoever_listens_is_woken_by_each_write_to_any_life() {
    try (FactStore store = FactStore.open(directory)) {
      AtomicInteger woken = new AtomicInteger();
      try (var _ = store.onAll(woken::incrementAndGet)) {
        store.append(Facts.append("ada", 1, 2)).join();
        store.append(Facts.append("bob", 1, 2)).join();
        store.settled().join();
        assertThat(woken).hasValueGreaterThanOrEqualTo(2);
      }
      int before = woken.get();
      store.append(Facts.append("ada", 3, 2)).join();
      store.settled().join();
      assertThat(woken).hasValue(before);
    }
  }

  @Test
  void a_position_that_is_missing_is_damage() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 3)).join();
      store.append(Facts.append("bob", 1, 2)).join();
      store.append(Facts.append("ada", 4, 2)).join();
    }
    HarmedJournal.harm(directory, db -> db.delete(Keys.order(4)));
    assertDamaged(0, "Position 4 of the order of all facts is missing");
    assertDamaged(3, "Position 4 of the order of all facts is missing");
    HarmedJournal.harm(directory, db -> db.put(Keys.order(4), new byte[] {1, 1}));
    assertDamaged(0, "ends early");
    HarmedJournal.harm(
        directory,
        db -> db.put(Keys.order(4), new OrderRow(4, List.of(new OrderRow.Run(2, 2, 2))).encode()));
    assertDamaged(0, "fact 3");
  }

  private void assertDamaged(long after, String words) {
    try (FactStore store = FactStore.open(directory)) {
      assertThatThrownBy(() -> told(store, after, 100, _ -> true))
          .isInstanceOf(JournalDamaged.class)
          .hasMessageContaining(words);
    }
  }
}
