package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Format 2 knew no order of the facts of all lives. */
class AJournalOfTheFormatBeforeIsUpgradedTest {

  @TempDir Path directory;

  @BeforeEach
  void write() {
    try (FactStore store = FactStore.open(directory)) {
      for (int seq = 1; seq <= 100; seq++) {
        store.append(Facts.append("bob", seq, 1)).join();
        store.append(Facts.append("ada", seq, 1)).join();
      }
      store.append(Facts.append("eve", 1, 70)).join();
      store.eraseTo("eve", 65).join();
      store.append(Facts.append("~zoe~1", 1, 10)).join();
    }
    HarmedJournal.harm(
        directory,
        db -> {
          db.deleteRange(Keys.order(0), Keys.order(Long.MAX_VALUE));
          db.put(Keys.VERSION, new byte[] {2});
        });
  }

  @Test
  void each_life_enters_the_order_with_all_its_facts_when_it_is_opened_for_writing() {
    for (int start = 1; start <= 2; start++) {
      try (FactStore store = FactStore.open(directory)) {
        List<String> told = new ArrayList<>();
        store.replayAll(
            0,
            1_000,
            _ -> true,
            one -> told.add(one.position() + " " + one.fact().life() + " " + one.fact().seq()));
        assertThat(told).hasSize(205).startsWith("1 bob 1", "2 bob 2").endsWith("270 eve 70");
        assertThat(told.subList(99, 101)).containsExactly("100 bob 100", "101 ada 1");
        assertThat(told.get(200)).isEqualTo("266 eve 66");
        assertThat(store.lastPosition()).isEqualTo(270);
      }
      FactsOfAllLivesHaveOneOrderTest.assertTheOrderIsWhole(directory);
    }
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 101, 1)).join();
      assertThat(store.lastPosition()).isEqualTo(271);
    }
  }

  @Test
  void it_can_be_looked_at_without_being_changed() {
    List<String> before = RowsOf.journal(directory);
    try (FactStore store = FactStore.openReadOnly(directory)) {
      assertThat(Facts.all(store, "ada")).hasSize(100).allMatch(Facts::isTrue);
      assertThat(store.livesAfter(0, 9)).hasSize(3);
      assertThatThrownBy(store::lastPosition)
          .isInstanceOf(JournalUnavailable.class)
          .hasMessageContaining("is of format 2, which doesn't tell the order");
    }
    assertThat(Checkup.of(directory, (_, _) -> {}).findings())
        .extracting(Checkup.Finding::problem)
        .noneMatch(problem -> problem.contains("order"));
    assertThat(RowsOf.journal(directory)).isEqualTo(before);
  }

  @Test
  void one_that_is_older_or_newer_is_refused_with_what_can_be_done() {
    for (byte format : new byte[] {1, 4}) {
      HarmedJournal.harm(directory, db -> db.put(Keys.VERSION, new byte[] {format}));
      assertThatThrownBy(() -> FactStore.open(directory))
          .isInstanceOf(JournalDamaged.class)
          .hasMessageContaining("Its format is " + format)
          .hasMessageContaining("Use the version of Life that wrote it");
    }
  }
}
