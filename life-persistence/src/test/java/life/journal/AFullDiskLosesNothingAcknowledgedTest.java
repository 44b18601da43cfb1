package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AFullDiskLosesNothingAcknowledgedTest {

  private static final int DISK_MIB = 24;
  private static final int LIVES = 10;

  @TempDir Path parent;
  private Path disk = Path.of("unset");

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(parent.resolve("disk"));
    assumeThat(
            run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "tmpfs", disk.toString()))
        .as("mounting a small disk needs rights")
        .isTrue();
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Fills the disk to the last block. */
  private Path fill() throws IOException {
    Path ballast = disk.resolve("ballast");
    for (int block : new int[] {1 << 16, 1 << 12}) {
      assertThatThrownBy(() -> appendWithoutEnd(ballast, new byte[block]))
          .hasMessageContaining("No space left");
    }
    return ballast;
  }

  private static void appendWithoutEnd(Path file, byte[] block) throws IOException {
    try (OutputStream to =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        to.write(block);
      }
    }
  }

  @Test
  void a_journal_that_nobody_writes_to_is_found_writable_again() throws IOException {
    try (FactStore store =
        FactStore.open(disk.resolve("journal"), Tuning.standard().withWriteBufferBytes(1 << 20))) {
      Path ballast = fill();
      long[] acknowledged = new long[LIVES];
      for (int i = 0; store.trouble().isEmpty() && i < 5_000; i++) {
        writeAll(store, acknowledged);
      }
      assertThat(store.trouble().orElseThrow()).isInstanceOf(JournalUnavailable.class);
      Files.delete(ballast);
      await().atMost(Duration.ofSeconds(30)).until(() -> store.trouble().isEmpty());
    }
  }

  @Test
  void every_waiting_writer_is_refused_and_it_goes_on_when_there_is_space() throws IOException {
    Path journal = disk.resolve("journal");
    long[] acknowledged = new long[LIVES];
    try (FactStore store =
        FactStore.open(journal, Tuning.standard().withWriteBufferBytes(1 << 20))) {
      for (int round = 0; round < 3; round++) {
        assertThat(writeAll(store, acknowledged)).isEqualTo(LIVES);
        assertThat(store.trouble()).isEmpty();
        Path ballast = fill();
        int refusals = 0;
        for (int i = 0; refusals < 3 * LIVES && i < 5_000; i++) {
          refusals += LIVES - writeAll(store, acknowledged);
        }
        assertThat(refusals).isGreaterThanOrEqualTo(3 * LIVES);
        assertThat(store.trouble()).isPresent();
        for (int life = 0; life < LIVES; life++) {
          assertThat(Facts.all(store, "life-" + life))
              .hasSizeGreaterThanOrEqualTo((int) acknowledged[life])
              .allMatch(Facts::isTrue);
        }
        Files.delete(ballast);
        await().atMost(Duration.ofSeconds(30)).until(() -> writeAll(store, acknowledged) == LIVES);
      }
    }
    try (FactStore store = FactStore.open(journal)) {
      for (int life = 0; life < LIVES; life++) {
        assertThat(Facts.all(store, "life-" + life))
            .hasSizeGreaterThanOrEqualTo((int) acknowledged[life])
            .allMatch(Facts::isTrue);
      }
    }
  }

  /**
   * Each life writes its next fact; returns how many were acknowledged. A refused life looks where
   * it stands.
   */
  private static int writeAll(FactStore store, long[] acknowledged) {
    List<CompletableFuture<Boolean>> writes =
        IntStream.range(0, LIVES)
            .mapToObj(life ->
                store
                    .append(Facts.append("life-" + life, acknowledged[life] + 1, 1, 2000))
                    .handle((_, failure) -> failure == null))
            .toList();
    int accepted = 0;
    for (int life = 0; life < LIVES; life++) {
      if (writes.get(life).join()) {
        acknowledged[life]++;
        accepted++;
      } else {
        acknowledged[life] = Math.max(acknowledged[life], stored(store, life, acknowledged[life]));
      }
    }
    return accepted;
  }

  private static long stored(FactStore store, int life, long otherwise) {
    try {
      return store.highestSeq("life-" + life);
    } catch (JournalUnavailable _) {
      return otherwise;
    }
  }
}
