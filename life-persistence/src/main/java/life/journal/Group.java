package life.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import life.journal.OrderRow.Run;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * One group commit in the making: requests of many writers become one batch and one sync. Belongs
 * to the committer's thread. After a failed {@link #sync} it is thrown away, because it has run
 * ahead of what is stored.
 */
final class Group implements AutoCloseable {

  private final Database.Session session;
  private final WriteBatch batch = new WriteBatch();
  private final WriteOptions durable = new WriteOptions().setSync(true);
  private final Map<String, Tail> tails;
  private final OrderWriter order;
  private int nextLife;

  Group(Database.Session session, int cachedLives) throws RocksDBException {
    this.session = session;
    this.nextLife = session.reader().nextLifeNumber();
    this.order = new OrderWriter(session.reader().order().last());
    this.tails = new Recent(cachedLives);
  }

  /** The lives written last, at most so many. */
  private static final class Recent extends LinkedHashMap<String, Tail> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Tail> eldest) {
      return size() > most;
    }
  }

  /**
   * Adds an append, or refuses it and leaves the group as it was.
   *
   * @return whether the life is new
   */
  boolean add(Append append) throws RocksDBException {
    Tail known = tail(append.life());
    long expected = known == null ? 1 : known.highestSeq() + 1;
    if (append.firstSeq() != expected) {
      throw new OutOfSequence(append.life(), expected, append.firstSeq());
    }
    WriterRow writer = writer(known, append);
    List<byte[]> records = encode(append, writer);
    int number = known == null ? begin(append.life()) : known.number();
    if (known == null || !writer.equals(known.writer())) {
      batch.put(Keys.writer(number, append.firstSeq()), writer.encode());
    }
    for (int from = 0; from < records.size(); from += FactRow.MOST_FACTS) {
      int to = Math.min(records.size(), from + FactRow.MOST_FACTS);
      batch.put(
          Keys.facts(number, append.firstSeq() + from), FactRow.encode(records.subList(from, to)));
    }
    if (!Staged.is(append.life())) {
      order.add(new Run(number, append.firstSeq(), records.size()));
    }
    tails.put(append.life(), new Tail(number, append.lastSeq(), writer));
    return known == null;
  }

  /** Erases a life's oldest facts. A row that holds others too stays, and its facts are hidden. */
  void erase(String life, long toSeq) throws RocksDBException {
    sync();
    Tail known = tail(life);
    if (known == null) {
      return;
    }
    long last = Math.min(toSeq, known.highestSeq());
    if (last > 0) {
      batch.put(Keys.erased(known.number()), Keys.bytes(last));
      long kept = session.reader().rowAfter(known.number(), last);
      batch.deleteRange(Keys.facts(known.number(), 0), Keys.facts(known.number(), kept));
    }
  }

  /**
   * Gives a staged life its name and all its facts their places in the order, and changes nothing
   * when it can't. Nothing else may be in the group.
   */
  void admit(String staged, String life) throws RocksDBException {
    if (tail(life) != null) {
      throw NotAdmitted.nameTaken(life);
    }
    Tail arrived = tail(staged);
    if (arrived == null) {
      throw NotAdmitted.nothingStaged(life);
    }
    batch.delete(Keys.lifeNamed(staged));
    batch.put(Keys.lifeNamed(life), Keys.bytes(arrived.number()));
    batch.put(Keys.nameOf(arrived.number()), life.getBytes(StandardCharsets.UTF_8));
    order.add(new Run(arrived.number(), 1, arrived.highestSeq()));
    tails.remove(staged);
    tails.put(life, arrived);
  }

  /** Removes a staged life, if there is one. Nothing else may be in the group. */
  void discard(String staged) throws RocksDBException {
    Tail left = tail(staged);
    if (left != null) {
      Staged.remove(batch, left.number(), staged);
      tails.remove(staged);
    }
  }

  /** Writes what was added, with one sync. On return it is durable. */
  void sync() throws RocksDBException {
    if (batch.count() == 0) {
      return;
    }
    order.into(batch);
    RocksDB db = session.db();
    db.write(durable, batch);
    batch.clear();
    if (session.acknowledged() != null) {
      session.acknowledged().advance(db.getLatestSequenceNumber());
    }
  }

  private @Nullable Tail tail(String life) throws RocksDBException {
    Tail cached = tails.get(life);
    if (cached == null) {
      cached = session.reader().tail(life);
      if (cached != null) {
        tails.put(life, cached);
      }
    }
    return cached;
  }

  private static WriterRow writer(@Nullable Tail known, Append append) {
    WriterRow last = known == null ? null : known.writer();
    return last != null && last.writer().equals(append.writer())
        ? last
        : new WriterRow(append.writer(), append.facts().getFirst().timestampMillis());
  }

  private List<byte[]> encode(Append append, WriterRow writer) throws RocksDBException {
    for (NewFact fact : append.facts()) {
      if (fact.slot() instanceof NewFact.Slot.Filled(Payload payload, @Nullable Payload metadata)) {
        session.kinds().number(payload.kind(), batch);
        if (metadata != null) {
          session.kinds().number(metadata.kind(), batch);
        }
      }
    }
    List<byte[]> records = new ArrayList<>(append.facts().size());
    for (NewFact fact : append.facts()) {
      records.add(FactRecord.encode(fact, writer.baseMillis(), session.kinds()::number));
    }
    return records;
  }

  private int begin(String life) throws RocksDBException {
    int number = nextLife++;
    batch.put(Keys.NEXT_LIFE, Keys.bytes(nextLife));
    batch.put(Keys.lifeNamed(life), Keys.bytes(number));
    batch.put(Keys.nameOf(number), life.getBytes(StandardCharsets.UTF_8));
    return number;
  }

  @Override
  public void close() {
    batch.close();
    durable.close();
  }
}
