package life.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the journal can't be written, and when to try again. Belongs to the committer's
 * thread.
 */
final class Outage {

  private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * Beyond the facts of the log, which reopening moves into a table file: the new log, manifest and
   * options.
   */
  private static final long ROOM_TO_START_BYTES = 512L << 10;

  private final Path directory;
  private @Nullable JournalFailure why;
  private long pauseNanos = SHORTEST_PAUSE_NANOS;
  private long nextTryNanos;

  Outage(Path directory) {
    this.directory = directory;
  }

  boolean isOn() {
    return why != null;
  }

  JournalFailure why() {
    return why == null ? new JournalUnavailable("The journal is available.") : why;
  }

  void begin(JournalFailure failure) {
    why = failure;
    nextTryNanos = System.nanoTime() + pauseNanos;
    pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
  }

  void end() {
    why = null;
    pauseNanos = SHORTEST_PAUSE_NANOS;
  }

  long pauseNanos() {
    return Math.max(1, nextTryNanos - System.nanoTime());
  }

  /**
   * Whether it is time to try, and there is room for it. Readers keep the old database until then.
   */
  boolean isDue() {
    if (nextTryNanos - System.nanoTime() > 0) {
      return false;
    }
    if (hasRoom()) {
      return true;
    }
    nextTryNanos = System.nanoTime() + pauseNanos;
    return false;
  }

  private boolean hasRoom() {
    try (Stream<Path> files = Files.list(directory)) {
      long logBytes =
          files
              .filter(file -> file.toString().endsWith(".log"))
              .mapToLong(file -> file.toFile().length())
              .sum();
      return Files.getFileStore(directory).getUsableSpace() > logBytes + ROOM_TO_START_BYTES;
    } catch (IOException _) {
      return false;
    }
  }
}
