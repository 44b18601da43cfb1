package life.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * Opens a journal only if it is whole. An existing journal is first opened read-only and compared
 * with what was acknowledged, because opening it for writing deletes files that a damaged manifest
 * no longer mentions.
 */
final class Opening {

  private static final String CURRENT = "CURRENT";

  /** What RocksDB makes before its first log. */
  private static final Pattern CREATED =
      Pattern.compile("CURRENT|IDENTITY|MANIFEST-.*|OPTIONS-.*|.*\\.dbtmp");

  private final Path directory;
  private final Options options;

  Opening(Path directory, Options options) {
    this.directory = directory;
    this.options = options;
  }

  /**
   * @throws JournalDamaged when facts are missing or unreadable
   * @throws JournalUnavailable when the directory can't be used
   */
  RocksDB forWriting() {
    try {
      Directories.create(directory);
      boolean existing = exists();
      if (existing) {
        forReading().close();
      } else {
        removeInterruptedCreation();
      }
      options.setCreateIfMissing(!existing);
      return checked(RocksDB.open(options, directory.toString()), true);
    } catch (IOException e) {
      throw unusable(e);
    } catch (RocksDBException e) {
      throw Diagnosis.of(directory, e);
    }
  }

  /** Neither writes anything nor excludes a writer; sees the facts up to now. */
  RocksDB forReading() {
    try {
      if (!exists()) {
        throw new JournalUnavailable("There is no journal in %s.".formatted(directory));
      }
      long acknowledged = Acknowledged.readIn(directory);
      checkFrames();
      RocksDB db = RocksDB.openReadOnly(options, directory.toString());
      if (db.getLatestSequenceNumber() < acknowledged) {
        long end = db.getLatestSequenceNumber();
        db.close();
        throw lost(end, acknowledged);
      }
      return checked(db, false);
    } catch (IOException e) {
      throw unusable(e);
    } catch (RocksDBException e) {
      throw Diagnosis.of(directory, e);
    }
  }

  /**
   * Whether facts may be here; a creation that was interrupted before its log was there counts as
   * nothing.
   */
  boolean exists() throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    boolean used = Acknowledged.existsIn(directory) || has(".sst");
    boolean current = Files.exists(directory.resolve(CURRENT));
    if (!current && (used || has(".log"))) {
      throw JournalDamaged.at(Place.of(directory.resolve(CURRENT)), "The file CURRENT is missing");
    }
    if (used && !has(".log")) {
      throw JournalDamaged.at(
          Place.of(directory), "The write-ahead log is missing: there is no *.log file");
    }
    return current && (used || has(".log"));
  }

  /** What a creation left that ended before the log was there: nobody can have written to it. */
  private void removeInterruptedCreation() throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(directory)) {
      left =
          files.filter(file -> CREATED.matcher(file.getFileName().toString()).matches()).toList();
    }
    for (Path file : left) {
      Files.delete(file);
    }
  }

  private void checkFrames() throws IOException {
    List<JournalDamaged> damaged = damagedFrames();
    if (!damaged.isEmpty()) {
      throw damaged.getFirst();
    }
  }

  /** Where the manifest and the logs are damaged first, each of them; the manifest comes first. */
  List<JournalDamaged> damagedFrames() throws IOException {
    Path manifest =
        directory.resolve(
            Files.readString(directory.resolve(CURRENT), ISO_8859_1).strip().replace('\0', '?'));
    if (!Files.isRegularFile(manifest)) {
      return List.of(
          JournalDamaged.at(
              Place.of(directory.resolve(CURRENT)), "The manifest that it names is missing"));
    }
    List<JournalDamaged> damaged = new ArrayList<>();
    for (Path file : Stream.concat(Stream.of(manifest), logs().stream()).toList()) {
      OptionalLong offset = LogFrames.firstDamage(file);
      if (offset.isPresent()) {
        damaged.add(
            JournalDamaged.at(
                new Place(file, offset, Optional.empty(), OptionalLong.empty()),
                "A record's checksum doesn't fit"));
      }
    }
    return damaged;
  }

  /**
   * What can still be read of a journal that {@link #forReading} found damaged: without checks, and
   * perhaps without what was written last. Null when its manifest is damaged, its format is
   * another, or RocksDB can't open it.
   */
  @Nullable RocksDB despiteDamage() {
    try {
      List<JournalDamaged> frames = damagedFrames();
      if (frames.stream()
          .anyMatch(damaged -> !damaged.place().file().toString().endsWith(".log"))) {
        return null;
      }
      RocksDB db = RocksDB.openReadOnly(options, directory.toString());
      byte @Nullable [] version = db.get(Keys.VERSION);
      if (version == null
          || isFormat(version, Keys.FORMAT_VERSION)
          || isFormat(version, Upgrade.FROM)) {
        return db;
      }
      db.close();
      return null;
    } catch (IOException | RocksDBException _) {
      return null;
    }
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  private boolean has(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(suffix));
    }
  }

  /**
   * A journal without any write has no version yet; it gets one before its first fact. One of the
   * format before is upgraded by whoever may write.
   */
  private RocksDB checked(RocksDB db, boolean writable) throws RocksDBException {
    byte @Nullable [] version = db.get(Keys.VERSION);
    if (version == null && db.getLatestSequenceNumber() == 0) {
      if (writable) {
        try (WriteOptions durable = new WriteOptions().setSync(true)) {
          db.put(durable, Keys.VERSION, new byte[] {Keys.FORMAT_VERSION});
        }
      }
      return db;
    }
    if (isFormat(version, Upgrade.FROM)) {
      if (writable) {
        Upgrade.of(db, new FactReader(directory, db, new KindBook()));
      }
      return db;
    }
    if (!isFormat(version, Keys.FORMAT_VERSION)) {
      db.close();
      String found =
          version == null
              ? "none"
              : String.valueOf(version.length == 1 ? version[0] : "unreadable");
      throw new JournalDamaged(
          Place.of(directory),
          "Its format is %s, this program knows format %d".formatted(found, Keys.FORMAT_VERSION),
          "Use the version of Life that wrote it, or restore the directory from a backup.",
          null);
    }
    return db;
  }

  private static boolean isFormat(byte @Nullable [] version, byte format) {
    return version != null && version.length == 1 && version[0] == format;
  }

  private JournalDamaged lost(long end, long acknowledged) {
    return new JournalDamaged(
        Place.of(directory),
        "It ends at write %d, but write %d was acknowledged: the end of the write-ahead log is lost"
            .formatted(end, acknowledged),
        "Keep a copy of the directory as it is, and restore it from a backup. To go on without the lost facts, remove"
            + " the file '"
            + Acknowledged.FILE
            + "' in it and the snapshots beside it.",
        null);
  }

  private JournalUnavailable unusable(IOException e) {
    return new JournalUnavailable("The directory %s can't be used: %s".formatted(directory, e), e);
  }
}
