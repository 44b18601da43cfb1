package life.archive;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import life.being.LifeId;
import life.journal.JournalFailure;
import life.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the pyramids of lives grow while nobody asks, a little at a time. A life at which it fails
 * is left to those who ask for it; nothing of that reaches the lives. Belongs to one thread at a
 * time.
 */
public final class Upkeep implements Runnable {
  /** A life that has not so many facts more than its pyramid can wait. */
  private static final long WORTH_WHILE = 4_096;

  /** Facts that are told at a time: a fraction of a second. */
  private static final long MOST_AT_ONCE = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Charts charts;
  private final Supplier<Map<LifeId, Long>> heads;
  private final Set<LifeId> leftAlone = new HashSet<>();

  /**
   * Looks after those lives.
   *
   * @param heads the numbers of their last durable facts, as far as they are known
   */
  public Upkeep(Charts charts, Supplier<Map<LifeId, Long>> heads) {
    this.charts = charts;
    this.heads = heads;
  }

  @Override
  public void run() {
    try {
      long left = MOST_AT_ONCE;
      for (var life : heads.get().entrySet()) {
        if (left > 0 && !leftAlone.contains(life.getKey())) {
          left -= lookAfter(life.getKey(), life.getValue());
        }
      }
    } catch (JournalFailure e) {
      LOG.debug("No pyramid can be built now. {}", e.getMessage());
    }
  }

  private long lookAfter(LifeId id, long head) {
    long behind = head - charts.seq(id);
    if (behind < WORTH_WHILE) {
      return 0;
    }
    long most = Math.min(behind, MOST_AT_ONCE);
    try {
      charts.build(id, most);
      return most;
    } catch (JournalUnavailable e) {
      throw e;
    } catch (RuntimeException | LinkageError e) { // whoever asks for this life is told what it is
      LOG.warn("The pyramid of {} is not built ahead: {}", id, e.getMessage(), e);
      leftAlone.add(id);
      return 0;
    }
  }
}
