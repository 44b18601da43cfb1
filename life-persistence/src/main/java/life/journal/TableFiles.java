package life.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/** The files in which rows are kept for good; each is read to its end against its checksums. */
final class TableFiles {

  private final Path directory;
  private final Options options;
  private final Findings findings;

  TableFiles(Path directory, Options options, Findings findings) {
    this.directory = directory;
    this.options = options;
    this.findings = findings;
  }

  /** Those that the database consists of, or all that are there when it can't be opened. */
  List<Path> list(@Nullable RocksDB db) {
    if (db != null) {
      return db.getLiveFilesMetaData().stream()
          .map(file -> directory.resolve(file.fileName().substring(1)))
          .sorted()
          .toList();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".sst")).sorted().toList();
    } catch (IOException e) {
      throw new JournalUnavailable("The directory %s can't be read: %s".formatted(directory, e), e);
    }
  }

  /** A file of which damage is known already is not told of twice. */
  void check(List<Path> files) {
    List<Path> gone = new ArrayList<>();
    for (Path file : files) {
      try (SstFileReader reader = new SstFileReader(options)) {
        reader.open(file.toString());
        reader.verifyChecksum();
      } catch (RocksDBException e) {
        if (!Files.exists(file)) {
          gone.add(file);
        } else if (!findings.tellOf(file)) {
          JournalDamaged told = Findings.told(directory, e);
          findings.damage(
              new Place(file, told.place().offset(), told.place().life(), told.place().seq()),
              told.problem());
        }
      }
    }
    if (!gone.isEmpty()) {
      checkAgain();
    }
  }

  /** A writer may have merged files into others meanwhile; then the journal still opens. */
  private void checkAgain() {
    try {
      PatientOpening.of(new Opening(directory, options)).close();
    } catch (JournalDamaged e) {
      findings.damage(e);
    }
  }
}
