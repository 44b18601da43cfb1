package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fact here was acknowledged. Whatever is done to the files, either all of them are read
 * back, or {@link JournalDamaged} is thrown.
 */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamageIsNeverSilentTest {

  private static final int POSITIONS = 120;
  private static final List<String> LIVES = List.of("ada", "bob", "eve");
  private static final int FACTS = 400;
  private static final long SEED = Long.getLong("life.seed", 20260101);

  @TempDir static Path whole;
  @TempDir Path scratch;
  private int copies;

  @BeforeAll
  static void write() {
    try (FactStore store = FactStore.open(whole)) {
      for (int seq = 1; seq <= FACTS; seq += 10) {
        for (String life : LIVES) {
          store.append(Facts.append(life, seq, 10)).join();
        }
        if (seq == 101 || seq == 201) {
          store.compact(); // older facts in table files, later ones in the log
        }
      }
    }
  }

  @Test
  void a_whole_journal_is_not_reported() throws IOException {
    assertThat(isReported(copy(), "nothing harmed")).isFalse();
  }

  private interface Harm {
    void to(Path file, Random random) throws IOException;
  }

  private static void flipBit(Path file, Random random) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long at = random.nextLong(bytes.length());
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ (1 << random.nextInt(8)));
    }
  }

  private static void overwrite(Path file, Random random) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[1 + random.nextInt(64)];
      random.nextBytes(noise);
      bytes.seek(random.nextLong(bytes.length()));
      bytes.write(noise);
    }
  }

  private static void truncate(Path file, Random random) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(random.nextLong(bytes.length()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".sst", ".log", "MANIFEST"})
  void flipped_bits_are_harmless_or_reported(String kind) throws IOException {
    assertThat(reported(kind, DamageIsNeverSilentTest::flipBit)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {".sst", ".log", "MANIFEST"})
  void noise_is_harmless_or_reported(String kind) throws IOException {
    assertThat(reported(kind, DamageIsNeverSilentTest::overwrite)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {".sst", ".log", "MANIFEST"})
  void lost_ends_are_harmless_or_reported(String kind) throws IOException {
    assertThat(reported(kind, DamageIsNeverSilentTest::truncate)).isPositive();
  }

  private int reported(String kind, Harm harm) throws IOException {
    Random random = new Random(SEED);
    int reported = 0;
    for (int i = 0; i < POSITIONS; i++) {
      Path copy = copy();
      List<Path> files = files(copy, kind);
      Path file = files.get(random.nextInt(files.size()));
      harm.to(file, random);
      reported += isReported(copy, kind + " position " + i + " of seed " + SEED) ? 1 : 0;
    }
    System.out.printf("%s: %d of %d harms were damage%n", kind, reported, POSITIONS);
    return reported;
  }

  @Test
  void any_missing_file_is_harmless_or_reported() throws IOException {
    int reported = 0;
    for (Path original : files(whole, "")) {
      Path copy = copy();
      Files.delete(copy.resolve(original.getFileName()));
      boolean damaged = isReported(copy, "without " + original.getFileName());
      reported += damaged ? 1 : 0;
      if (original.toString().endsWith(".sst")) {
        assertThat(damaged).isTrue();
      }
    }
    assertThat(reported).isGreaterThanOrEqualTo(4);
  }

  @Test
  void a_report_names_the_file_the_place_in_it_and_the_remedy() throws IOException {
    Path copy = copy();
    Path table = files(copy, ".sst").getFirst();
    try (RandomAccessFile bytes = new RandomAccessFile(table.toFile(), "rw")) {
      bytes.seek(1000);
      bytes.write(new byte[500]);
    }
    assertThatThrownBy(() -> readAll(copy))
        .isInstanceOfSatisfying(
            JournalDamaged.class,
            damaged -> {
              System.out.println(damaged.getMessage());
              assertThat(damaged.place().file().getFileName()).isEqualTo(table.getFileName());
              assertThat(damaged.place().offset()).isPresent();
              assertThat(damaged.remedy()).contains("backup");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "MANIFEST-999999\n", "\0\0\0\0"})
  void garbage_in_current_is_reported(String garbage) throws IOException {
    Path copy = copy();
    Files.writeString(copy.resolve("CURRENT"), garbage);
    assertThat(isReported(copy, "CURRENT")).isTrue();
  }

  @Test
  void a_journal_with_damage_is_left_as_it_was() throws IOException {
    Path copy = copy();
    Path log = files(copy, ".log").getFirst();
    try (RandomAccessFile bytes = new RandomAccessFile(log.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    List<Path> before = files(copy, "0");
    assertThat(isReported(copy, "cut log")).isTrue();
    assertThat(files(copy, "0")).isEqualTo(before);
  }

  @Test
  void a_torn_write_that_was_never_acknowledged_is_forgotten() throws IOException {
    Path copy = copy();
    Path log = files(copy, ".log").getFirst();
    // A record's beginning, as a kill in the middle of a write leaves it.
    byte[] begun = Arrays.copyOf(Files.readAllBytes(log), 40);
    Files.write(log, begun, StandardOpenOption.APPEND);
    assertThat(isReported(copy, "torn tail")).isFalse();
  }

  private boolean isReported(Path directory, String what) {
    try {
      readAll(directory);
    } catch (JournalDamaged _) {
      return true;
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
    return false;
  }

  private static void readAll(Path directory) {
    try (FactStore store = FactStore.open(directory)) {
      for (String life : LIVES) {
        List<StoredFact> facts = Facts.all(store, life);
        assertThat(facts).as(life).hasSize(FACTS).allMatch(Facts::isTrue);
      }
      assertThat(store.livesAfter(0, 10)).extracting(LifeName::name).isEqualTo(LIVES);
    }
  }

  private Path copy() throws IOException {
    Path copy = Files.createDirectory(scratch.resolve("copy-" + copies++));
    for (Path file : files(whole, "")) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    return copy;
  }

  private static List<Path> files(Path directory, String kind) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().contains(kind))
          .filter(file -> !file.getFileName().toString().startsWith("LOG"))
          .sorted()
          .toList();
    }
  }
}
