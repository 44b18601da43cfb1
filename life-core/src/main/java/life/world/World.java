package life.world;

import java.util.List;
import java.util.Optional;
import life.body.Bounds;
import life.world.Chance.Faculty;

/**
 * The world that a being lives in: which kinds of stimuli there are, and how often one comes.
 *
 * @param name such as {@code default}
 * @param activity probability in [0, 1] that a tick brings a stimulus
 * @param kinds 1 to 256 kinds with distinct names, in a fixed order
 */
public record World(String name, double activity, List<StimulusKind> kinds) {
  private static final int MOST_KINDS = 256;

  public World {
    Stimulus.requireKind(name);
    Bounds.within("activity", activity, 0, 1);
    Bounds.within("number of kinds", kinds.size(), 1, MOST_KINDS);
    kinds = List.copyOf(kinds);
    if (kinds.stream().map(StimulusKind::name).distinct().count() < kinds.size()) {
      throw new IllegalArgumentException("each kind of world '" + name + "' needs its own name");
    }
    if (activity > 0 && kinds.stream().mapToDouble(StimulusKind::weight).sum() == 0) {
      throw new IllegalArgumentException(
          "world '" + name + "' is active, so at least one kind needs a weight above 0");
    }
  }

  /** The kind of that name, if this world has it. */
  public Optional<StimulusKind> kind(String kindName) {
    for (var kind : kinds) {
      if (kind.name().equals(kindName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The names of all kinds, in the world's order. */
  public List<String> kindNames() {
    return kinds.stream().map(StimulusKind::name).toList();
  }

  /** What the world with this seed brings at that tick; always the same answer. */
  public Optional<Stimulus> draw(long seed, long tick) {
    return isEventful(seed, tick) ? Optional.of(drawn(seed, tick)) : Optional.empty();
  }

  /** Whether the world brings anything at that tick; allocates nothing. */
  public boolean isEventful(long seed, long tick) {
    return Chance.uniform(seed, Faculty.WORLD_WHETHER, tick) < activity;
  }

  private Stimulus drawn(long seed, long tick) {
    var kind = weighted(Chance.uniform(seed, Faculty.WORLD_KIND, tick));
    double within = Chance.uniform(seed, Faculty.WORLD_INTENSITY, tick);
    return new Stimulus(kind.name(), kind.low() + (kind.high() - kind.low()) * within);
  }

  private StimulusKind weighted(double share) {
    double total = 0;
    for (var kind : kinds) {
      total += kind.weight();
    }
    double left = share * total;
    StimulusKind last = kinds.getFirst();
    for (var kind : kinds) {
      if (kind.weight() > 0) {
        last = kind;
        left -= kind.weight();
        if (left < 0) {
          return kind;
        }
      }
    }
    return last;
  }
}
