package life.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/**
 * Looks a journal over, whatever its facts mean: its files and their checksums, and every row by
 * itself and with those that it belongs to. It goes on after what it finds, changes nothing, may
 * look beside a running writer, and needs no more memory for longer lives.
 */
public final class Checkup {

  /** How much a finding matters. */
  public enum Weight {
    /** Facts are lost or unreadable, or will be if the journal is used further. */
    DAMAGE,
    /** Worth knowing, and no harm. */
    NOTE
  }

  /**
   * Something that isn't as it should be.
   *
   * @param where as exactly as it is known
   * @param problem what is wrong
   * @param remedy what a person can do about it
   */
  public record Finding(Weight weight, Place where, String problem, String remedy) {}

  /**
   * What a checkup came to. What couldn't be read isn't counted.
   *
   * @param lives those that are seen
   * @param arriving lives that are staged: on their way, or left by a process that ended
   * @param facts of all of these, without erased ones
   * @param unreadableFacts those among them whose bytes no longer make a fact
   * @param rows of the one table
   * @param tableFiles files of rows
   * @param bytes on disk, of table files and logs
   * @param findings the first 100
   * @param damages how many findings of damage there are in all; facts that follow each other and
   *     have the same fault are one
   * @param notes how many other findings there are in all
   */
  public record Report(
      long lives,
      long arriving,
      long facts,
      long unreadableFacts,
      long rows,
      long tableFiles,
      long bytes,
      List<Finding> findings,
      long damages,
      long notes) {

    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether no damage was found. */
    public boolean isWhole() {
      return damages == 0;
    }
  }

  /** Is told now and then how far a checkup is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * So many facts are checked, of about so many.
     *
     * @param total at least {@code facts}
     */
    void checked(long facts, long total);
  }

  private final Path directory;
  private final Options options;
  private final Progress progress;
  private final Findings findings;

  private Checkup(Path directory, Options options, Progress progress) {
    this.directory = directory;
    this.options = options;
    this.progress = progress;
    this.findings = new Findings(directory);
  }

  /**
   * Looks over the journal in that directory (the one with RocksDB's files). Takes about as long as
   * reading all of it twice. The progress is told on this thread.
   *
   * @throws JournalUnavailable when there is no journal, its directory can't be read, or its writer
   *     changes it too quickly
   */
  public static Report of(Path journalDirectory, Progress progress) {
    try (NativeOptions options = Tuning.standard().toNative()) {
      return new Checkup(journalDirectory, options.options(), progress).report();
    }
  }

  private Report report() {
    RocksDB db = open();
    try {
      AllRows.Counts counts =
          db == null ? AllRows.Counts.NONE : new AllRows(directory, db, findings, progress).check();
      TableFiles tables = new TableFiles(directory, options, findings);
      List<Path> files = tables.list(db);
      tables.check(files);
      return new Report(
          counts.lives(),
          counts.arriving(),
          counts.facts(),
          counts.unreadableFacts(),
          counts.rows(),
          files.size(),
          bytes(files),
          findings.listed(),
          findings.damages(),
          findings.notes());
    } finally {
      if (db != null) {
        db.close();
      }
    }
  }

  /** The journal, or what can be read of it; null when that is nothing. */
  private @Nullable RocksDB open() {
    Opening opening = new Opening(directory, options);
    try {
      return PatientOpening.of(opening);
    } catch (JournalDamaged damaged) {
      tell(opening, damaged);
      return opening.despiteDamage();
    }
  }

  private void tell(Opening opening, JournalDamaged damaged) {
    findings.damage(damaged);
    try {
      for (JournalDamaged more : opening.damagedFrames()) {
        if (!more.place().equals(damaged.place())) {
          findings.damage(more);
        }
      }
    } catch (IOException _) {
      // What can't be read at all is what was told already.
    }
  }

  private long bytes(List<Path> tables) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".log") || tables.contains(file))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new JournalUnavailable("The directory %s can't be read: %s".formatted(directory, e), e);
    }
  }
}
