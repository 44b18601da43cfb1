package life.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import life.body.Bounds;
import life.body.Canon;
import org.jspecify.annotations.Nullable;

/** The kinds of stimuli of a world: 1 to 256, with distinct names, in a fixed order. */
public final class Kinds {
  private static final int MOST_KINDS = 256;

  private final List<StimulusKind> list;
  private final Map<String, StimulusKind> byName = new TreeMap<>();
  private final byte[] digest;

  public Kinds(List<StimulusKind> list) {
    Bounds.within("number of kinds", list.size(), 1, MOST_KINDS);
    this.list = List.copyOf(list);
    for (var kind : list) {
      if (byName.put(kind.name(), kind) != null) {
        throw new IllegalArgumentException("the kind '" + kind.name() + "' is there twice");
      }
    }
    digest = new Canon().list(list, StimulusKind::writeTo).digest();
  }

  /** All kinds in their order. */
  public List<StimulusKind> list() {
    return list;
  }

  /** The names of all kinds in their order. */
  public List<String> names() {
    return list.stream().map(StimulusKind::name).toList();
  }

  /** The kind of that name, if it is one of these. */
  public Optional<StimulusKind> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether any of them is ever drawn. */
  boolean anyWeighs() {
    return list.stream().anyMatch(kind -> kind.weight() > 0);
  }

  /**
   * The kind at this share of all weights.
   *
   * @param share in [0, 1)
   */
  StimulusKind drawn(double share, ToDoubleFunction<StimulusKind> weight) {
    double total = 0;
    for (var kind : list) {
      total += weight.applyAsDouble(kind);
    }
    double left = share * total;
    StimulusKind last = list.getFirst();
    for (var kind : list) {
      double mine = weight.applyAsDouble(kind);
      if (mine > 0) {
        last = kind;
        left -= mine;
        if (left < 0) {
          return kind;
        }
      }
    }
    return last;
  }

  /** Writes the fingerprint of all kinds. */
  void writeTo(Canon canon) {
    canon.bytes(digest);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Kinds kinds && kinds.list.equals(list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
