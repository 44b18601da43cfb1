package life.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import life.journal.Checkup.Progress;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;

/** Checks the rows of facts: every number once, everything readable, nobody unknown. */
final class FactRows implements AutoCloseable {

  private static final long UNKNOWN = 0;
  private static final int STEP = 1024;

  private final RocksDB db;
  private final ReadOptions options;
  private final FactRecord.Kinds kinds;
  private final Findings findings;
  private final OrderRows order;
  private final Progress progress;
  private final long total;
  private @Nullable CheckedLife life;
  private long expected = UNKNOWN;
  private boolean passedOver;
  private long done;
  private long facts;
  private long unreadable;
  private int highestLife;

  FactRows(
      RocksDB db,
      ReadOptions options,
      FactRecord.Kinds kinds,
      Findings findings,
      OrderRows order,
      Progress progress,
      long total) {
    this.db = db;
    this.options = options;
    this.kinds = kinds;
    this.findings = findings;
    this.order = order;
    this.progress = progress;
    this.total = total;
  }

  long facts() {
    return facts;
  }

  /** How many of the facts have bytes that aren't a fact's. */
  long unreadable() {
    return unreadable;
  }

  int highestLife() {
    return highestLife;
  }

  /** Rows before the next one couldn't be read, so its number proves no gap. */
  void passedOver() {
    passedOver = true;
  }

  void row(byte[] key, byte[] value) {
    try {
      CheckedLife checked = lifeOf(Keys.number(key));
      long first = Keys.seq(key);
      if (first < 1) {
        findings.damage(checked.name(), first, "No fact can have this number");
        return;
      }
      checkNumbers(checked, FactRow.decode(key, value));
    } catch (IllegalArgumentException e) {
      findings.damage(lifeName(), Keys.seq(key), "This row can't be read: " + e.getMessage());
      expected = UNKNOWN;
      passedOver = true;
    }
  }

  /** The life of the last row, as far as its name is known. */
  String lifeName() {
    return life == null ? "" : life.name();
  }

  /** The number after the last fact of that life. */
  long expected() {
    return expected;
  }

  private CheckedLife lifeOf(int number) {
    if (life != null && life.number() == number) {
      return life;
    }
    end();
    CheckedLife next = CheckedLife.of(db, options, number, findings);
    if (!next.isNamed()) {
      findings.damage(
          next.name(), next.erased() + 1, "These facts belong to a life without a name");
    }
    life = next;
    expected = next.erased() + 1;
    highestLife = Math.max(highestLife, number);
    return next;
  }

  private void checkNumbers(CheckedLife checked, FactRow row) {
    long first = row.firstSeq();
    boolean partlyErased = expected == checked.erased() + 1 && row.lastSeq() >= expected;
    if (row.lastSeq() <= checked.erased()) {
      findings.damage(
          checked.name(),
          first,
          "This row is still there, though facts are erased up to " + checked.erased());
      return;
    }
    if (expected != UNKNOWN && !passedOver && first > expected) {
      findings.damage(
          checked.name(),
          expected,
          first == expected + 1
              ? "This fact is missing"
              : "Facts %d to %d are missing".formatted(expected, first - 1));
    } else if (expected != UNKNOWN && first < expected && !partlyErased) {
      findings.damage(
          checked.name(),
          first,
          "Facts %d to %d stand in two rows"
              .formatted(first, Math.min(expected - 1, row.lastSeq())));
    }
    passedOver = false;
    expected = Math.max(expected, row.lastSeq() + 1);
    checkFacts(checked, row);
  }

  private void checkFacts(CheckedLife checked, FactRow row) {
    for (long seq = row.firstSeq(); seq <= row.lastSeq(); seq++) {
      byte[] record;
      try {
        record = row.record(seq);
      } catch (IllegalArgumentException e) {
        checked.complain(seq, "The row of this fact can't be read: " + e.getMessage());
        return;
      }
      if (seq > checked.erased()) {
        check(checked, seq, record);
        done++;
        if (done % STEP == 0) {
          progress.checked(done, Math.max(total, done));
        }
      }
    }
  }

  private void check(CheckedLife checked, long seq, byte[] record) {
    try {
      StoredFact stored =
          FactRecord.decode(checked.name(), seq, checked.writerOf(seq), record, kinds);
      if (stored != null) {
        facts++;
        checkPayload(checked, stored);
      }
    } catch (IllegalArgumentException e) {
      checked.complain(seq, "This fact can't be read: " + e.getMessage());
    }
  }

  private void checkPayload(CheckedLife checked, StoredFact stored) {
    String why = "";
    if (!FactSerializer.reads(stored.payload().kind())) {
      why = "they are of " + stored.payload().kind();
    } else {
      try {
        FactSerializer.read(stored.payload().bytes());
      } catch (JsonProcessingException e) {
        why = e.getOriginalMessage();
      } catch (IOException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    if (!why.isEmpty()) {
      unreadable++;
      checked.complain(stored.seq(), "Its bytes are not a fact's: " + why);
    }
  }

  /** The row before was the last one of its life. */
  void end() {
    if (life != null) {
      if (expected == UNKNOWN) {
        order.lifeEndsUnseen(life.number());
      } else {
        order.lifeGoesTo(life.number(), expected - 1);
      }
      life.close();
      life = null;
    }
  }

  @Override
  public void close() {
    end();
    progress.checked(done, Math.max(total, done));
  }
}
