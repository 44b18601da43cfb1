package life.archive;

import java.nio.ByteBuffer;
import java.util.List;
import life.being.Phase;
import life.body.Drive;
import life.body.Vitals;
import life.chronicle.Extremes;
import life.chronicle.Node;
import life.chronicle.Pulse;
import life.chronicle.Pyramid;
import life.chronicle.Quantity;
import life.chronicle.Strongest;
import life.mind.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of one level that lie beside each other, as bytes: all of the same length, so that any of
 * them is had at once. A leaf also says how the life was after it, to go on from there.
 *
 * <p>A change of this is a new {@link Charts#VERSION}.
 */
final class NodeRow {
  /** Nodes of a row; a multiple of {@link Pyramid#CHILDREN}, so that siblings are in one row. */
  static final int NODES = 64;

  private static final int QUANTITIES = Quantity.values().length;
  private static final int NODE_BYTES =
      2 * Long.BYTES // first and last tick
          + 2 * QUANTITIES * Float.BYTES
          + Double.BYTES // felt
          + Long.BYTES // slept
          + 2 * Integer.BYTES // stimuli, the kind of the strongest
          + Double.BYTES // its intensity
          + 2 * Long.BYTES // its fact and tick
          + 1; // phase
  private static final int END_BYTES = 6 * Double.BYTES + 1;

  private NodeRow() {}

  /** The bytes of so many nodes. */
  static int bytes(int level, int nodes) {
    return nodes * (level == 0 ? NODE_BYTES + END_BYTES : NODE_BYTES);
  }

  /**
   * Writes a node.
   *
   * @param end how the life was after it; of leaves only
   * @param kinds the names of kinds; a new one is added
   */
  static void put(
      byte[] row, int level, int place, Node node, @Nullable Pulse end, List<String> kinds) {
    var to = ByteBuffer.wrap(row).position(bytes(level, place));
    to.putLong(node.firstTick()).putLong(node.lastTick());
    for (var quantity : Quantity.values()) {
      to.putFloat(node.extremes().least(quantity)).putFloat(node.extremes().greatest(quantity));
    }
    to.putDouble(node.felt()).putLong(node.slept()).putInt(node.stimuli());
    var strongest = node.strongest();
    if (strongest == null) {
      to.putInt(0).putDouble(0).putLong(0).putLong(0);
    } else {
      to.putInt(1 + number(strongest.kind(), kinds)).putDouble(strongest.intensity());
      to.putLong(strongest.seq()).putLong(strongest.tick());
    }
    to.put(code(node.phase()));
    if (end != null) {
      var vitals = end.condition().vitals();
      to.putDouble(vitals.energy()).putDouble(vitals.stability()).putDouble(vitals.integrity());
      to.putDouble(end.condition().arousal()).putDouble(end.condition().pressure());
      to.putDouble(end.tickSeconds()).put((byte) (end.asleep() ? 1 : 0));
    }
  }

  private static int number(String kind, List<String> kinds) {
    int known = kinds.indexOf(kind);
    if (known >= 0) {
      return known;
    }
    kinds.add(kind);
    return kinds.size() - 1;
  }

  /**
   * Reads a node.
   *
   * @param index of the node in its level
   * @throws PyramidDamaged if there is none, or none that {@link #put} wrote
   */
  static Node node(byte[] row, int level, long index, List<String> kinds) {
    var from = at(row, level, index);
    try {
      long firstTick = from.getLong();
      long lastTick = from.getLong();
      float[] least = new float[QUANTITIES];
      float[] greatest = new float[QUANTITIES];
      for (int i = 0; i < QUANTITIES; i++) {
        least[i] = from.getFloat();
        greatest[i] = from.getFloat();
      }
      return new Node(
          firstTick,
          lastTick,
          facts(level, index + 1),
          new Extremes(least, greatest),
          from.getDouble(),
          from.getLong(),
          from.getInt(),
          strongest(from, kinds),
          phase(from.get()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new PyramidDamaged("node " + index + " of level " + level + " is no node", e);
    }
  }

  private static @Nullable Strongest strongest(ByteBuffer from, List<String> kinds) {
    int kind = from.getInt();
    double intensity = from.getDouble();
    long seq = from.getLong();
    long tick = from.getLong();
    return kind == 0 ? null : new Strongest(kinds.get(kind - 1), intensity, seq, tick);
  }

  /**
   * How the life was after a leaf.
   *
   * @throws PyramidDamaged if there is no such leaf
   */
  static Pulse end(byte[] row, long leaf, List<String> kinds) {
    var node = node(row, 0, leaf, kinds);
    var from = at(row, 0, leaf);
    from.position(from.position() + NODE_BYTES);
    try {
      var vitals = new Vitals(from.getDouble(), from.getDouble(), from.getDouble());
      var condition = new Condition(vitals, from.getDouble(), node.felt(), from.getDouble());
      double tickSeconds = from.getDouble();
      return new Pulse(
          node.lastTick(), condition, Drive.of(vitals), from.get() == 1, node.phase(), tickSeconds);
    } catch (IllegalArgumentException e) {
      throw new PyramidDamaged("leaf " + leaf + " is no leaf", e);
    }
  }

  private static ByteBuffer at(byte[] row, int level, long index) {
    int place = (int) (index % NODES);
    if (row.length < bytes(level, place + 1)) {
      throw new PyramidDamaged("node " + index + " of level " + level + " is missing", null);
    }
    return ByteBuffer.wrap(row).position(bytes(level, place));
  }

  /** How many facts so many nodes of a level cover. */
  static long facts(int level, long nodes) {
    long facts = nodes * Pyramid.FACTS_PER_LEAF;
    for (int i = 0; i < level; i++) {
      facts *= Pyramid.CHILDREN;
    }
    return facts;
  }

  private static byte code(Phase phase) {
    return switch (phase) {
      case INIT -> 0;
      case ALIVE -> 1;
      case DEGRADING -> 2;
      case DEAD -> 3;
    };
  }

  private static Phase phase(byte code) {
    return switch (code) {
      case 0 -> Phase.INIT;
      case 1 -> Phase.ALIVE;
      case 2 -> Phase.DEGRADING;
      case 3 -> Phase.DEAD;
      default -> throw new IllegalArgumentException("there is no phase " + code);
    };
  }
}
