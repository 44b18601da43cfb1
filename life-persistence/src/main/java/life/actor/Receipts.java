package life.actor;

import life.being.Fact;
import life.world.Stimulus;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * What was answered under which idempotency key: the last {@link #CAPACITY} keyed stimuli of a
 * life, a fold over its facts. Apart from the self-state, for it is about delivery, not about the
 * being.
 */
public record Receipts(HashPMap<String, Receipt> byKey, TreePMap<Long, String> bySeq) {
  /** How many keys are remembered; the oldest goes first. */
  public static final int CAPACITY = 4_096;

  /** Nothing was answered yet. */
  public static final Receipts NONE = new Receipts(HashTreePMap.empty(), TreePMap.empty());

  /**
   * The answer to an accepted stimulus.
   *
   * @param seq of its {@link Fact.Reached}
   * @param tick at which it arrived
   * @param due at which it is met
   * @param stimulus what was sent
   */
  public record Receipt(long seq, long tick, long due, Stimulus stimulus) {}

  /** The answer given under this key, if it is remembered. */
  public @Nullable Receipt under(String key) {
    return byKey.get(key);
  }

  /** These receipts and the one for a fact that carries a key. */
  Receipts with(String key, Receipt receipt) {
    var before = byKey.get(key);
    var keys = byKey.plus(key, receipt);
    var seqs = before == null ? bySeq : bySeq.minus(before.seq());
    seqs = seqs.plus(receipt.seq(), key);
    if (seqs.size() > CAPACITY) {
      long oldest = seqs.firstKey();
      keys = keys.minus(seqs.get(oldest));
      seqs = seqs.minus(oldest);
    }
    return new Receipts(keys, seqs);
  }
}
