package life.journal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * The life whose rows are being checked. Equal complaints about facts that follow each other are
 * one finding.
 */
final class CheckedLife implements AutoCloseable {

  private static final WriterRow NOBODY = new WriterRow("", 0);

  private final int number;
  private final String name;
  private final boolean named;
  private final long erased;
  private final WriterCursor writers;
  private final Findings findings;
  private boolean writersUnreadable;
  private String complaint = "";
  private long complaintFrom;
  private long complaintTo;

  private CheckedLife(
      int number, byte @Nullable [] name, long erased, WriterCursor writers, Findings findings) {
    this.number = number;
    this.named = name != null;
    this.name = name == null ? "number " + number : new String(name, StandardCharsets.UTF_8);
    this.erased = erased;
    this.writers = writers;
    this.findings = findings;
  }

  static CheckedLife of(RocksDB db, ReadOptions options, int number, Findings findings) {
    byte @Nullable [] name = ("number " + number).getBytes(StandardCharsets.UTF_8);
    byte @Nullable [] erased = null;
    try {
      name = db.get(Keys.nameOf(number));
      erased = db.get(Keys.erased(number));
    } catch (RocksDBException _) {
      // Where that can't be read is a finding by itself.
    }
    return new CheckedLife(
        number,
        name,
        erased == null || erased.length != Long.BYTES ? 0 : Keys.longOf(erased),
        new WriterCursor(db, options, number),
        findings);
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /** Whether a row tells its name. */
  boolean isNamed() {
    return named;
  }

  /** Its facts up to this number are erased. */
  long erased() {
    return erased;
  }

  /** Who wrote the fact, or a stand-in; that it isn't known is a finding. */
  WriterRow writerOf(long seq) {
    WriterRow writer = null;
    if (!writersUnreadable) {
      try {
        writer = writers.at(seq);
        if (writer == null) {
          complain(seq, "It isn't known who wrote this fact");
        }
      } catch (IllegalArgumentException | RocksDBException _) {
        writersUnreadable = true; // the row itself is a finding
      }
    }
    return writer == null ? NOBODY : writer;
  }

  void complain(long seq, String problem) {
    if (problem.equals(complaint) && seq <= complaintTo + 1) {
      complaintTo = seq;
      return;
    }
    tell();
    complaint = problem;
    complaintFrom = seq;
    complaintTo = seq;
  }

  private void tell() {
    if (!complaint.isEmpty()) {
      String upTo =
          complaintTo == complaintFrom ? "" : " (and so up to fact %d)".formatted(complaintTo);
      findings.damage(name, complaintFrom, complaint + upTo);
      complaint = "";
    }
  }

  @Override
  public void close() {
    tell();
    writers.close();
  }
}
