package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class AnInterruptedCreationIsNothingYetTest {

  @TempDir Path directory;

  @Test
  void killed_before_the_format_was_noted() throws RocksDBException {
    createAnEmptyDatabase();
    itBeginsAndGoesOn();
  }

  @Test
  void killed_before_the_log_was_there() throws RocksDBException, IOException {
    createAnEmptyDatabase();
    for (Path log : logs()) {
      Files.delete(log);
    }
    itBeginsAndGoesOn();
  }

  @Test
  void killed_while_current_was_being_written() throws RocksDBException, IOException {
    createAnEmptyDatabase();
    for (Path log : logs()) {
      Files.delete(log);
    }
    Files.move(directory.resolve("CURRENT"), directory.resolve("000001.dbtmp"));
    itBeginsAndGoesOn();
  }

  private void createAnEmptyDatabase() throws RocksDBException {
    RocksDB.loadLibrary();
    try (Options options = new Options().setCreateIfMissing(true);
        RocksDB db = RocksDB.open(options, directory.toString())) {
      assertThat(db.getLatestSequenceNumber()).isZero();
    }
  }

  private void itBeginsAndGoesOn() {
    for (int start = 1; start <= 3; start++) {
      try (FactStore store = FactStore.open(directory)) {
        store.append(Facts.append("ada", start, 1)).join();
        assertThat(Facts.seqs(store, "ada")).hasSize(start);
      }
    }
  }

  private Iterable<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }
}
