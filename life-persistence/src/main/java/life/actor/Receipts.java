package life.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import life.being.Fact;
import life.world.Stimulus;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * What was answered under which idempotency key: at least the last {@link #CAPACITY} keyed stimuli
 * of a life, a fold over its facts. Apart from the self-state, for it is about delivery, not about
 * the being.
 *
 * <p>They are kept in generations, and the oldest generation is forgotten as a whole: to forget
 * them one by one, their order would have to be kept as well.
 *
 * @param young the present generation
 * @param old the full ones, the oldest first
 */
public record Receipts(HashPMap<String, Receipt> young, List<Generation> old) {
  /** How many keys are remembered at least. */
  public static final int CAPACITY = 4_096;

  /** How many make a generation. */
  static final int GENERATION = CAPACITY / 4;

  /** Nothing was answered yet. */
  public static final Receipts NONE = new Receipts(HashTreePMap.empty(), List.of());

  /**
   * The answer to an accepted stimulus.
   *
   * @param seq of its {@link Fact.Reached}
   * @param tick at which it arrived
   * @param due at which it is met
   * @param stimulus what was sent
   */
  public record Receipt(long seq, long tick, long due, Stimulus stimulus) {}

  /** An answer and the key under which it was given. */
  record Keyed(String key, Receipt receipt) {}

  /** A full generation, which never changes. Written down many times, but made into bytes once. */
  static final class Generation {
    private final List<Keyed> inOrder;
    private final Map<String, Receipt> byKey = new HashMap<>();
    private byte @Nullable [] bytes;

    Generation(List<Keyed> inOrder) {
      this.inOrder = inOrder;
      inOrder.forEach(keyed -> byKey.put(keyed.key(), keyed.receipt()));
    }

    /** How it is written down. */
    byte[] bytes() {
      var known = bytes;
      if (known == null) {
        known = LedgerSerializer.bytes(inOrder);
        bytes = known;
      }
      return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Generation generation && inOrder.equals(generation.inOrder);
    }

    @Override
    public int hashCode() {
      return inOrder.hashCode();
    }
  }

  /** The answer given under this key, if it is remembered. */
  public @Nullable Receipt under(String key) {
    var receipt = young.get(key);
    for (int i = old.size() - 1; receipt == null && i >= 0; i--) {
      receipt = old.get(i).byKey.get(key);
    }
    return receipt;
  }

  /** These receipts and the one for a fact that carries a key. */
  Receipts with(String key, Receipt receipt) {
    var keys = young.plus(key, receipt);
    return keys.size() < GENERATION
        ? new Receipts(keys, old)
        : new Receipts(HashTreePMap.empty(), with(new Generation(inOrder(keys))));
  }

  private List<Generation> with(Generation generation) {
    boolean isFull = old.size() * GENERATION == CAPACITY;
    var all = new ArrayList<>(isFull ? old.subList(1, old.size()) : old);
    all.add(generation);
    return List.copyOf(all);
  }

  /** The present generation in the order of its facts. */
  List<Keyed> youngInOrder() {
    return inOrder(young);
  }

  /** All of them in the order of their facts. */
  List<Keyed> inOrder() {
    var all = new ArrayList<Keyed>();
    old.forEach(generation -> all.addAll(generation.inOrder));
    all.addAll(youngInOrder());
    return all;
  }

  private static List<Keyed> inOrder(Map<String, Receipt> receipts) {
    return receipts.entrySet().stream()
        .map(entry -> new Keyed(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(keyed -> keyed.receipt().seq()))
        .toList();
  }
}
