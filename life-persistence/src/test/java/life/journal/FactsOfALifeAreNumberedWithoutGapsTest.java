package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class FactsOfALifeAreNumberedWithoutGapsTest {

  @TempDir Path directory;

  @Test
  void what_is_written_is_read_back_in_order_also_after_a_restart() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 3)).join();
      store.append(Facts.append("bob", 1, 1)).join();
      store.append(Facts.append("ada", 4, 2)).join();
      assertThat(Facts.seqs(store, "ada")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
    try (FactStore store = FactStore.open(directory)) {
      assertThat(Facts.all(store, "ada")).hasSize(5).allMatch(Facts::isTrue);
      assertThat(Facts.all(store, "ada"))
          .allMatch(fact -> fact.writer().equals(Facts.WRITER))
          .allMatch(fact -> fact.timestampMillis() == Facts.DAWN_MILLIS + 1000 * fact.seq());
      assertThat(store.highestSeq("ada")).isEqualTo(5);
      assertThat(store.highestSeq("eve")).isZero();
      assertThat(store.livesAfter(0, 10)).extracting(LifeName::name).containsExactly("ada", "bob");
      store.append(Facts.append("ada", 6, 1)).join();
      assertThat(Facts.seqs(store, "ada")).hasSize(6);
    }
  }

  @Test
  void a_part_is_read_by_its_bounds() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 9)).join();
      List<Long> seqs = new java.util.ArrayList<>();
      long next = store.replay("ada", 3, 8, 4, fact -> seqs.add(fact.seq()));
      assertThat(seqs).containsExactly(3L, 4L, 5L, 6L);
      assertThat(next).isEqualTo(7);
    }
  }

  @Test
  void a_number_that_is_taken_is_refused_and_nothing_is_written() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 3)).join();
      assertThatThrownBy(() -> store.append(Facts.append("ada", 3, 1)).join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(OutOfSequence.class)
          .hasMessageContaining("Life ada expects fact 4 next, but 3 was given");
      assertThat(Facts.seqs(store, "ada")).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void a_number_too_far_is_refused_also_for_a_life_that_is_looked_up() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 3)).join();
    }
    try (FactStore store = FactStore.open(directory)) {
      assertThatThrownBy(() -> store.append(Facts.append("ada", 5, 1)).join())
          .hasMessageContaining("Life ada expects fact 4 next, but 5 was given");
      assertThatThrownBy(() -> store.append(Facts.append("eve", 2, 1)).join())
          .hasMessageContaining("Life eve expects fact 1 next, but 2 was given");
      store.append(Facts.append("ada", 4, 1)).join();
    }
  }

  @Test
  void a_refused_writer_does_not_disturb_the_others_of_its_group() {
    try (FactStore store = FactStore.open(directory)) {
      var good = store.append(Facts.append("ada", 1, 1));
      var bad = store.append(Facts.append("bob", 7, 1));
      var alsoGood = store.append(Facts.append("ada", 2, 1));
      good.join();
      alsoGood.join();
      assertThat(bad).isCompletedExceptionally();
    }
  }

  @Test
  void a_missing_fact_is_damage_that_names_life_and_number() throws RocksDBException {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 4)).join();
      store.append(Facts.append("ada", 5, 2)).join();
      store.append(Facts.append("ada", 7, 3)).join();
    }
    try (Options options = new Options();
        RocksDB db = RocksDB.open(options, directory.toString())) {
      db.delete(Keys.facts(1, 5));
    }
    try (FactStore store = FactStore.open(directory)) {
      List<Long> seqs = new java.util.ArrayList<>();
      assertThatThrownBy(() ->
              store.replay("ada", 1, Long.MAX_VALUE, Long.MAX_VALUE, fact -> seqs.add(fact.seq())))
          .isInstanceOf(JournalDamaged.class)
          .hasMessageContaining("life ada, fact 5")
          .hasMessageContaining("restore it from a backup");
      assertThat(seqs).containsExactly(1L, 2L, 3L, 4L);
    }
  }

  @Test
  void facts_written_together_are_read_from_any_of_them_on() {
    int many = 3 * FactRow.MOST_FACTS + 7;
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, many)).join();
      store.append(Facts.append("ada", many + 1L, 2)).join();
      for (long from = 1; from <= many + 2; from++) {
        List<Long> seqs = new java.util.ArrayList<>();
        long next = store.replay("ada", from, from + 69, 70, fact -> seqs.add(fact.seq()));
        long last = Math.min(from + 69, many + 2L);
        assertThat(seqs)
            .containsExactlyElementsOf(
                java.util.stream.LongStream.rangeClosed(from, last).boxed().toList());
        assertThat(next).isEqualTo(last + 1);
      }
      assertThat(store.highestSeq("ada")).isEqualTo(many + 2);
    }
  }

  @Test
  void erasing_hides_just_what_was_asked_for_wherever_rows_end() {
    int many = FactRow.MOST_FACTS + 10;
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, many)).join();
      for (long last = 1; last <= many; last++) {
        store.eraseTo("ada", last).join();
        assertThat(Facts.seqs(store, "ada"))
            .containsExactlyElementsOf(
                java.util.stream.LongStream.rangeClosed(last + 1, many).boxed().toList());
      }
      assertThat(store.highestSeq("ada")).isEqualTo(many);
    }
  }

  @Test
  void a_row_that_was_cut_or_prolonged_is_damage_that_names_life_and_number()
      throws RocksDBException {
    byte[] whole = FactRow.encode(List.of(new byte[] {2, 0}, new byte[] {2, 0}));
    for (byte[] harmed :
        List.of(
            new byte[0],
            new byte[] {0},
            new byte[] {127, 1},
            java.util.Arrays.copyOf(whole, whole.length - 1),
            java.util.Arrays.copyOf(whole, whole.length + 1))) {
      Path each = directory.resolve("harm" + harmed.length);
      try (FactStore store = FactStore.open(each)) {
        store.append(Facts.append("ada", 1, 2)).join();
      }
      try (Options options = new Options();
          RocksDB db = RocksDB.open(options, each.toString())) {
        db.put(Keys.facts(1, 1), harmed);
      }
      try (FactStore store = FactStore.open(each)) {
        assertThatThrownBy(() -> Facts.seqs(store, "ada")).isInstanceOf(JournalDamaged.class);
      }
    }
  }

  @Test
  void erased_facts_leave_their_numbers_used() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 5)).join();
      store.eraseTo("ada", 3).join();
      assertThat(Facts.seqs(store, "ada")).containsExactly(4L, 5L);
      store.eraseTo("ada", Long.MAX_VALUE).join();
    }
    try (FactStore store = FactStore.open(directory)) {
      assertThat(Facts.seqs(store, "ada")).isEmpty();
      assertThat(store.highestSeq("ada")).isEqualTo(5);
      store.append(Facts.append("ada", 6, 1)).join();
      assertThat(Facts.seqs(store, "ada")).containsExactly(6L);
    }
  }

  @Test
  void every_fact_knows_its_writer() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 3)).join();
      store.append(new Append("ada", "plain name", 4, List.of(Facts.fact("ada", 4, 9)))).join();
      store.append(Facts.append("ada", 5, 1)).join();
      assertThat(Facts.all(store, "ada"))
          .extracting(StoredFact::writer)
          .containsExactly(Facts.WRITER, Facts.WRITER, Facts.WRITER, "plain name", Facts.WRITER);
      List<String> late = new java.util.ArrayList<>();
      store.replay("ada", 4, 4, 1, fact -> late.add(fact.writer()));
      assertThat(late).containsExactly("plain name");
    }
  }

  @Test
  void a_reader_sees_what_is_there_and_writes_nothing() {
    try (FactStore store = FactStore.open(directory)) {
      store.append(Facts.append("ada", 1, 5)).join();
      try (FactStore reader = FactStore.openReadOnly(directory)) {
        assertThat(Facts.seqs(reader, "ada")).hasSize(5);
        assertThatThrownBy(() -> reader.append(Facts.append("ada", 6, 1)).join())
            .hasMessageContaining("for reading only");
      }
      store.append(Facts.append("ada", 6, 1)).join();
    }
    assertThatThrownBy(() -> FactStore.openReadOnly(directory.resolve("nothing")))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("There is no journal in");
    assertThat(directory.resolve("nothing")).doesNotExist();
  }

  @Test
  void a_directory_is_open_for_writing_once_and_a_closed_store_says_so() {
    FactStore store = FactStore.open(directory);
    assertThatThrownBy(() -> FactStore.open(directory))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("is open already");
    store.close();
    assertThatThrownBy(() -> store.append(Facts.append("ada", 1, 1)).join())
        .hasMessageContaining("is closed");
    assertThatThrownBy(() -> store.highestSeq("ada")).hasMessageContaining("is closed");
  }
}
