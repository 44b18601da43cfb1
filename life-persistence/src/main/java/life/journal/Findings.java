package life.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import life.journal.Checkup.Finding;
import life.journal.Checkup.Weight;
import org.rocksdb.RocksDBException;

/** What a checkup has found so far. Counts all of it and lists the first. */
final class Findings {

  static final int LISTED = 100;

  private final Path directory;
  private final List<Finding> listed = new ArrayList<>();
  private final Set<Path> files = new HashSet<>();
  private long damages;
  private long notes;

  Findings(Path directory) {
    this.directory = directory;
  }

  /** Where the journal is. */
  Path directory() {
    return directory;
  }

  /** Damage somewhere in the journal. */
  void damage(String problem) {
    damage(Place.of(directory), problem);
  }

  /** Damage at a fact, or from it on. */
  void damage(String life, long seq, String problem) {
    damage(Place.of(directory, life, seq), problem);
  }

  void damage(Place where, String problem) {
    add(new Finding(Weight.DAMAGE, where, problem, JournalDamaged.RESTORE));
  }

  void damage(JournalDamaged told) {
    add(new Finding(Weight.DAMAGE, told.place(), told.problem(), told.remedy()));
  }

  /** What RocksDB couldn't do, with the file and the byte that it tells of. */
  static JournalDamaged told(Path directory, RocksDBException error) {
    return Diagnosis.of(directory, error) instanceof JournalDamaged damaged
        ? damaged
        : JournalDamaged.told(directory, error);
  }

  void note(String life, String problem, String remedy) {
    add(new Finding(Weight.NOTE, Place.of(directory, life, 1), problem, remedy));
  }

  /** Whether damage was found in this file. */
  boolean tellOf(Path file) {
    return files.contains(file);
  }

  boolean areEmpty() {
    return damages == 0 && notes == 0;
  }

  private void add(Finding finding) {
    switch (finding.weight()) {
      case DAMAGE -> damages++;
      case NOTE -> notes++;
    }
    files.add(finding.where().file());
    if (listed.size() < LISTED) {
      listed.add(finding);
    }
  }

  List<Finding> listed() {
    return listed;
  }

  long damages() {
    return damages;
  }

  long notes() {
    return notes;
  }
}
