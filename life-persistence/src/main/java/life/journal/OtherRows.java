package life.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import life.being.LifeId;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Checks the rows that aren't facts: names, writers, kinds, what is erased, what comes next. */
final class OtherRows {

  private static final String GOES_BY_ITSELF =
      "Nothing needs to be done: it arrives right now, or is discarded at the next start.";

  private final RocksDB db;
  private final RocksIterator rows;
  private final Findings findings;
  private final OrderRows order;
  private final Set<Kind> kinds = new HashSet<>();
  private long lives;
  private long arriving;
  private int lastKind;
  private int highestLife;
  private int nextLife;
  private boolean nextLifeIsUnreadable;
  private int writersOf;

  /** {@code rows} is an iterator of its own, to look aside. */
  OtherRows(RocksDB db, RocksIterator rows, Findings findings, OrderRows order) {
    this.db = db;
    this.rows = rows;
    this.findings = findings;
    this.order = order;
  }

  long lives() {
    return lives;
  }

  long arriving() {
    return arriving;
  }

  void row(byte[] key, byte[] value) {
    try {
      switch (key.length == 0 ? 0 : key[0]) {
        case 'C' -> nextLife(key, value);
        case 'D' -> erased(key, value);
        case 'I' -> nameOf(key, value);
        case 'K' -> kind(key, value);
        case 'N' -> lifeNamed(key, value);
        case 'W' -> writer(key, value);
        case 'V' -> require(key.length == 1, key);
        default -> require(false, key);
      }
    } catch (RocksDBException _) {
      // All rows are walked over, so the one that can't be read now is a finding by itself.
    }
  }

  private boolean require(boolean known, byte[] key) {
    if (!known) {
      findings.damage("There is a row that nobody knows, " + HexFormat.of().formatHex(key));
    }
    return known;
  }

  private void nextLife(byte[] key, byte[] value) {
    if (require(key.length == 1, key)) {
      nextLife = value.length == Integer.BYTES ? Keys.intOf(value) : 0;
    }
  }

  private void erased(byte[] key, byte[] value) throws RocksDBException {
    if (!require(key.length == Keys.LIFE_BYTES, key)) {
      return;
    }
    String name = known(Keys.number(key), "what is erased");
    if (value.length != Long.BYTES || Keys.longOf(value) < 1) {
      findings.damage(name, 1, "Up to which fact this life is erased can't be read");
    } else {
      order.lifeGoesTo(Keys.number(key), Keys.longOf(value));
    }
  }

  private void nameOf(byte[] key, byte[] value) throws RocksDBException {
    if (!require(key.length == Keys.LIFE_BYTES, key)) {
      return;
    }
    int number = Keys.number(key);
    highestLife = Math.max(highestLife, number);
    String name = new String(value, StandardCharsets.UTF_8);
    byte @Nullable [] back = db.get(Keys.lifeNamed(name));
    if (back == null) {
      findings.damage(name, 1, "This life can't be found by its name");
    } else if (back.length == Integer.BYTES && Keys.intOf(back) != number) {
      findings.damage(
          name, 1, "Lives %d and %d have this name".formatted(number, Keys.intOf(back)));
    }
    if (Staged.is(name)) {
      arriving++;
      findings.note(name, "This life has not arrived as a whole, and isn't seen", GOES_BY_ITSELF);
    } else {
      lives++;
      checkSlug(name);
    }
    if (!hasFacts(number)) {
      findings.damage(name, 1, "This life has no facts");
    }
  }

  private void checkSlug(String name) {
    try {
      new LifeId(name);
    } catch (IllegalArgumentException e) {
      findings.damage(name, 1, String.valueOf(e.getMessage()));
    }
  }

  private boolean hasFacts(int number) throws RocksDBException {
    if (db.get(Keys.erased(number)) != null) {
      return true;
    }
    byte[] first = Keys.facts(number, 0);
    rows.seek(first);
    rows.status();
    return rows.isValid() && Keys.sameLife(rows.key(), first);
  }

  private void lifeNamed(byte[] key, byte[] value) throws RocksDBException {
    String name = new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
    if (value.length != Integer.BYTES) {
      findings.damage(name, 1, "The number of this life can't be read");
      return;
    }
    byte @Nullable [] back = db.get(Keys.nameOf(Keys.intOf(value)));
    String told = back == null ? "" : new String(back, StandardCharsets.UTF_8);
    if (!told.equals(name)) {
      findings.damage(
          name,
          1,
          "This name leads to life number %d, which %s"
              .formatted(Keys.intOf(value), told.isEmpty() ? "has no name" : "is called " + told));
    }
  }

  private void kind(byte[] key, byte[] value) {
    if (!require(key.length == Keys.LIFE_BYTES, key)) {
      return;
    }
    int number = Keys.number(key);
    if (number != lastKind + 1) {
      findings.damage(
          "Kind %d of facts is missing, before kind %d".formatted(lastKind + 1, number));
    }
    lastKind = number;
    try {
      if (!kinds.add(KindRow.decode(value))) {
        findings.damage("Kind %d of facts is there twice".formatted(number));
      }
    } catch (IllegalArgumentException e) {
      findings.damage("Kind %d of facts can't be read: %s".formatted(number, e.getMessage()));
    }
  }

  private void writer(byte[] key, byte[] value) throws RocksDBException {
    if (!require(key.length == Keys.FACT_BYTES, key)) {
      return;
    }
    if (Keys.number(key) != writersOf) {
      writersOf = Keys.number(key);
      known(writersOf, "who wrote facts");
    }
    try {
      WriterRow.decode(value);
    } catch (IllegalArgumentException e) {
      byte @Nullable [] name = db.get(Keys.nameOf(writersOf));
      findings.damage(
          name == null ? "number " + writersOf : new String(name, StandardCharsets.UTF_8),
          Keys.seq(key),
          "Who wrote from this fact on can't be read: " + e.getMessage());
    }
  }

  /** The name of a life that a row belongs to. */
  private String known(int number, String what) throws RocksDBException {
    highestLife = Math.max(highestLife, number);
    byte @Nullable [] name = db.get(Keys.nameOf(number));
    if (name == null) {
      findings.damage(
          "number " + number, 1, "A row tells %s of a life without a name".formatted(what));
      return "number " + number;
    }
    return new String(name, StandardCharsets.UTF_8);
  }

  /** Rows between these could not be read. */
  void passedOver(byte[] last, byte @Nullable [] next) {
    boolean nextLifeIsAmongThem =
        Arrays.compareUnsigned(last, Keys.NEXT_LIFE) < 0
            && (next == null || Arrays.compareUnsigned(next, Keys.NEXT_LIFE) > 0);
    nextLifeIsUnreadable |= nextLifeIsAmongThem;
  }

  /** Once all rows have been seen: a number that was given may not be given again. */
  void end(int highestLifeOfFacts) {
    int highest = Math.max(highestLife, highestLifeOfFacts);
    if (highest > 0 && nextLife <= highest && !nextLifeIsUnreadable) {
      findings.damage(
          nextLife == 0
              ? "It isn't known which number the next life gets"
              : "The next life would get number %d, but there is a life of number %d"
                  .formatted(nextLife, highest));
    }
  }
}
