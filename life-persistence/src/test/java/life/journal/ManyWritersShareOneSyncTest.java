package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWritersShareOneSyncTest {

  private static final int WRITERS = 500;
  private static final int ROUNDS = 10;

  @TempDir Path directory;

  @Test
  void every_group_is_one_sync_and_there_are_far_fewer_groups_than_writes() {
    try (FactStore store = FactStore.open(directory, Tuning.standard().withStatistics())) {
      long syncsBefore = store.logSyncs();
      for (int round = 1; round <= ROUNDS; round++) {
        int seq = round;
        List<CompletableFuture<Void>> writes =
            IntStream.range(0, WRITERS)
                .mapToObj(writer -> store.append(Facts.append("life-" + writer, seq, 1)))
                .toList();
        writes.forEach(CompletableFuture::join);
      }
      long syncs = store.logSyncs() - syncsBefore;
      assertThat(syncs).isBetween((long) ROUNDS, (long) WRITERS * ROUNDS / 5);
      assertThat(store.commits()).isEqualTo(syncs);
    }
  }

  @Test
  void whoever_listens_hears_of_every_group_before_its_writers_are_answered() {
    AtomicLong groups = new AtomicLong();
    AtomicLong facts = new AtomicLong();
    AtomicLong nanos = new AtomicLong();
    try (FactStore store = FactStore.open(directory)) {
      var listening =
          store.onCommits((count, took) -> {
            groups.incrementAndGet();
            facts.addAndGet(count);
            nanos.addAndGet(took);
          });
      for (int round = 1; round <= ROUNDS; round++) {
        int seq = 2 * round - 1;
        List<CompletableFuture<Void>> writes =
            IntStream.range(0, WRITERS)
                .mapToObj(writer -> store.append(Facts.append("life-" + writer, seq, 2)))
                .toList();
        writes.forEach(CompletableFuture::join);
        assertThat(facts).hasValue(2L * WRITERS * round);
      }
      store.settled().join();
      assertThat(groups.get()).isBetween((long) ROUNDS, store.commits());
      assertThat(nanos).hasPositiveValue();
      listening.close();
      store.append(Facts.append("ada", 1, 1)).join();
      assertThat(facts).hasValue(2L * WRITERS * ROUNDS);
    }
  }

  @Test
  void a_lone_writer_gets_a_sync_of_its_own() {
    try (FactStore store = FactStore.open(directory, Tuning.standard().withStatistics())) {
      long syncsBefore = store.logSyncs();
      for (int seq = 1; seq <= 5; seq++) {
        store.append(Facts.append("ada", seq, 1)).join();
        assertThat(store.logSyncs() - syncsBefore).isEqualTo(seq);
      }
    }
  }
}
