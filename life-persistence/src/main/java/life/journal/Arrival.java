package life.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import life.being.Fact;
import life.being.LifeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole life on its way into a journal. Its facts are durable as they come, but nobody sees a
 * life until {@link #admit} shows all of it in one write; whatever ends the arrival before, the end
 * of the process included, leaves nothing.
 *
 * <p>For one thread. {@link #add} waits while much is under way, so a source may be of any length.
 * Every method fails with a {@link JournalFailure}, after which the arrival can only be closed.
 */
public final class Arrival implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  /** Facts and bytes of one append: enough to share a sync, few enough to leave room for others. */
  private static final int MOST_FACTS = 512;

  private static final long MOST_BYTES = 1L << 20;

  private static final int MOST_UNDER_WAY = 4;

  private final FactStore store;
  private final LifeId life;
  private final String writer = UUID.randomUUID().toString();
  private final String staged;
  private final Queue<CompletableFuture<Void>> underWay = new ArrayDeque<>();
  private final List<NewFact> waiting = new ArrayList<>();
  private long waitingBytes;
  private long appended;
  private boolean over;

  private Arrival(FactStore store, LifeId life) {
    this.store = store;
    this.life = life;
    this.staged = Staged.name(life.slug(), writer);
  }

  /**
   * Begins the arrival of a life that isn't there yet.
   *
   * @throws NotAdmitted when there is a life of that name already
   */
  public static Arrival of(FactStore store, LifeId life) {
    if (store.highestSeq(life.slug()) > 0) {
      throw NotAdmitted.nameTaken(life.slug());
    }
    return new Arrival(store, life);
  }

  /**
   * The life's next fact; the first has number 1.
   *
   * @param at when it was written, kept to the millisecond
   */
  public void add(Instant at, Fact fact) {
    requireOpen();
    NewFact next = NewFact.of(FactSerializer.payload(fact), null, at.toEpochMilli());
    waiting.add(next);
    waitingBytes += next.payloadBytes();
    if (waiting.size() >= MOST_FACTS || waitingBytes >= MOST_BYTES) {
      append();
    }
  }

  /**
   * Makes it a life as any other, durably. When the journal fails meanwhile, the life is there
   * whole or not at all.
   *
   * @return the number of its last fact
   * @throws NotAdmitted when there is a life of that name by now, or no fact was added, or an
   *     outage of the journal ended the arrival
   */
  public long admit() {
    requireOpen();
    if (!waiting.isEmpty()) {
      append();
    }
    awaitAtMost(0);
    await(store.admit(staged, life.slug()));
    over = true;
    return appended;
  }

  private void append() {
    awaitAtMost(MOST_UNDER_WAY - 1);
    underWay.add(store.append(new Append(staged, writer, appended + 1, waiting)));
    appended += waiting.size();
    waiting.clear();
    waitingBytes = 0;
  }

  private void awaitAtMost(int most) {
    while (underWay.size() > most) {
      await(underWay.remove());
    }
  }

  private void await(CompletableFuture<Void> done) {
    try {
      done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OutOfSequence) {
        throw NotAdmitted.nothingStaged(life.slug());
      }
      throw e.getCause() instanceof JournalFailure failure ? failure : e;
    }
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("the arrival of " + life + " is over");
    }
  }

  /** Discards what has come, unless it was admitted. */
  @Override
  public void close() {
    if (over) {
      return;
    }
    over = true;
    try {
      store.discard(staged).join();
    } catch (CompletionException e) {
      LOG.warn(
          "What has arrived of {} can't be discarded now; it stays unseen, and goes when the journal is next opened.",
          life,
          e.getCause());
    }
  }
}
