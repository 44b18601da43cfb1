package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AQuietFactIsSmallOnDiskTest {

  private static final int FACTS = 50_000;
  private static final int PAYLOAD_BYTES = 35;

  @TempDir Path directory;

  @Test
  void thirty_five_bytes_that_do_not_compress_take_at_most_sixty() throws IOException {
    try (FactStore store = FactStore.open(directory)) {
      for (int seq = 1; seq <= FACTS; seq += 1000) {
        store.append(Facts.append("ada", seq, 1000, PAYLOAD_BYTES)).join();
      }
      store.compact();
    }
    double each = (double) tableBytes() / FACTS;
    System.out.printf("A fact of %d bytes takes %.1f on disk.%n", PAYLOAD_BYTES, each);
    assertThat(each).isBetween(30.0, PAYLOAD_BYTES + 15.0);
  }

  private long tableBytes() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
