package life.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import life.journal.Checkup.Finding;
import life.journal.Checkup.Weight;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Looks the notes over: their checksums, and each row with those that it belongs to. */
public final class NotesCheckup {
  private static final String RESTORE =
      "The lives are not touched by it. Stop the process, keep a copy of the directory as it is, and restore it from a"
          + " backup; without one, moving it away lets notes begin anew.";

  private final Path directory;
  private final List<Finding> findings = new ArrayList<>();
  private final TreeMap<String, Integer> counted = new TreeMap<>();
  private long notes;

  /**
   * What a checkup came to.
   *
   * @param notes those that can be read
   */
  public record Report(long notes, List<Finding> findings) {
    public Report {
      findings = List.copyOf(findings);
    }
  }

  private NotesCheckup(Path directory) {
    this.directory = directory;
  }

  /**
   * Looks over the notes in that directory, even beside a writer, and changes nothing. Where there
   * is none, nobody has written a note.
   *
   * @throws JournalUnavailable when the directory can't be read
   */
  public static Report of(Path directory) {
    var checkup = new NotesCheckup(directory);
    checkup.look();
    return new Report(checkup.notes, checkup.findings);
  }

  private void look() {
    try {
      if (SmallDatabase.isIn(directory)) {
        walk();
      }
    } catch (JournalDamaged e) {
      findings.add(new Finding(Weight.DAMAGE, e.place(), e.problem(), RESTORE));
    }
  }

  private void walk() {
    try (var database = SmallDatabase.readOnly(directory)) {
      database.read(this::walk);
    }
  }

  private long walk(RocksDB db) throws RocksDBException {
    try (RocksIterator rows = db.newIterator()) {
      for (rows.seekToFirst(); rows.isValid(); rows.next()) {
        try {
          row(db, rows.key(), rows.value());
        } catch (IllegalArgumentException e) {
          damage("A row of the notes: " + e.getMessage());
        }
      }
      rows.status();
    }
    counted.forEach((life, off) -> {
      if (off != 0) {
        damage("It is written down wrongly how many notes %s has".formatted(life));
      }
    });
    return notes;
  }

  private void row(RocksDB db, byte[] key, byte[] value) throws RocksDBException {
    switch (key.length == 0 ? 0 : key[0]) {
      case NoteRow.COUNT ->
          counted.merge(NoteRow.life(key), -NoteRow.Count.of(value).notes(), Integer::sum);
      case NoteRow.TEXT -> {
        var note = NoteRow.read(key, value);
        var life = NoteRow.life(key);
        counted.merge(life, 1, Integer::sum);
        notes++;
        require(
            db.get(NoteRow.place(life, note.number())),
            "Note %d of %s can't be found by its number".formatted(note.number(), life));
      }
      case NoteRow.PLACE, 'V' -> {}
      default -> damage("There is a row that nobody knows");
    }
  }

  private void require(byte @Nullable [] row, String problem) {
    if (row == null) {
      damage(problem);
    }
  }

  private void damage(String problem) {
    if (findings.size() < Findings.LISTED) {
      findings.add(new Finding(Weight.DAMAGE, Place.of(directory), problem, RESTORE));
    }
  }
}
