package life.journal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import life.journal.OrderRow.Run;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Checks the order of all facts: every position once, every fact at one position, and those of a
 * life in their own order. It remembers where each life ends, some hundred bytes a life.
 */
final class OrderRows {

  private static final String NOT_THERE =
      "The order of all facts has this fact, which is not in the journal";
  private static final String NOT_IN_ORDER = "This fact has no place in the order of all facts";

  /** What is known of a life whose facts have been looked at. */
  private static final class Seen {
    private long last;
    private long reached;
    private boolean endIsUnknown;
  }

  private final RocksDB db;
  private final Findings findings;
  private final Map<Integer, Seen> lives = new TreeMap<>();
  private long lastPosition;

  /** Once something couldn't be read, what seems to be missing may be there. */
  private boolean blind;

  OrderRows(RocksDB db, Findings findings) {
    this.db = db;
    this.findings = findings;
  }

  /** So far the life goes at least. All facts are looked at before the first row. */
  void lifeGoesTo(int number, long seq) {
    Seen life = lives.computeIfAbsent(number, _ -> new Seen());
    life.last = Math.max(life.last, seq);
  }

  /** The end of the life can't be read. */
  void lifeEndsUnseen(int number) {
    lives.computeIfAbsent(number, _ -> new Seen()).endIsUnknown = true;
  }

  /** Some rows of the journal could not be read. */
  void passedOver() {
    blind = true;
  }

  void row(byte[] key, byte[] value) {
    try {
      OrderRow row = OrderRow.decode(key, value);
      checkPositions(row);
      row.runs().forEach(this::check);
    } catch (IllegalArgumentException e) {
      findings.damage(
          "Position %d of the order of all facts can't be read: %s"
              .formatted(Keys.position(key), e.getMessage()));
      blind = true;
    }
  }

  private void checkPositions(OrderRow row) {
    long first = row.firstPosition();
    if (first > lastPosition + 1 && !blind) {
      findings.damage(
          "Positions %d to %d of the order of all facts are missing"
              .formatted(lastPosition + 1, first - 1));
    } else if (first <= lastPosition) {
      findings.damage("Position %d of the order of all facts stands in two rows".formatted(first));
    }
    lastPosition = Math.max(lastPosition, row.lastPosition());
  }

  private void check(Run run) {
    Seen life = lives.computeIfAbsent(run.life(), _ -> new Seen());
    if (run.firstSeq() <= life.reached) {
      damage(run.life(), run.firstSeq(), "This fact stands twice in the order of all facts");
    } else if (run.firstSeq() > life.reached + 1 && !blind) {
      damage(run.life(), life.reached + 1, NOT_IN_ORDER);
    }
    boolean goesBeyond = run.lastSeq() > life.last && life.reached <= life.last;
    if (goesBeyond && !life.endIsUnknown && !blind) {
      damage(run.life(), life.last + 1, NOT_THERE);
    }
    life.reached = Math.max(life.reached, run.lastSeq());
  }

  /** Once all rows have been seen. */
  void end() {
    if (!blind) {
      lives.forEach((number, life) -> {
        if (life.reached < life.last && !Staged.is(name(number))) {
          damage(number, life.reached + 1, NOT_IN_ORDER);
        }
      });
    }
  }

  private void damage(int life, long seq, String problem) {
    findings.damage(name(life), seq, problem);
  }

  private String name(int life) {
    try {
      byte @Nullable [] name = db.get(Keys.nameOf(life));
      return name == null ? "number " + life : new String(name, StandardCharsets.UTF_8);
    } catch (RocksDBException _) {
      return "number " + life; // that it can't be read is a finding by itself
    }
  }
}
