package life.journal;

import java.nio.file.Path;
import java.util.Locale;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Tells damage from misfortune: what an error of RocksDB means for the journal. */
final class Diagnosis {

  private Diagnosis() {}

  static JournalFailure of(Path directory, RocksDBException error) {
    Status status = error.getStatus();
    if (status == null) {
      return JournalDamaged.told(directory, error);
    }
    return switch (status.getCode()) {
      case IOError -> ofIo(directory, status, error);
      case Busy, TimedOut, TryAgain, Aborted, ShutdownInProgress, Expired, MergeInProgress ->
          new JournalUnavailable(
              "The journal in %s is busy: %s".formatted(directory, error.getMessage()), error);
      case Ok, NotFound, Corruption, NotSupported, InvalidArgument, Incomplete, Undefined ->
          JournalDamaged.told(directory, error);
    };
  }

  private static JournalFailure ofIo(Path directory, Status status, RocksDBException error) {
    String message = String.valueOf(error.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (status.getSubCode() == Status.SubCode.NoSpace || lower.contains("no space left")) {
      return new JournalUnavailable(
          "The disk of %s is full. Free some space; the journal goes on by itself. (%s)"
              .formatted(directory, message),
          error);
    }
    if (lower.contains("lock file") || lower.contains("lock hold")) {
      return new JournalUnavailable(
          "The journal in %s is open already, here or in another process. (%s)"
              .formatted(directory, message),
          error);
    }
    if (lower.contains("no such file")) {
      return JournalDamaged.told(directory, error);
    }
    return new JournalUnavailable("I/O error in %s: %s".formatted(directory, message), error);
  }
}
