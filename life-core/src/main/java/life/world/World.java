package life.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import life.body.Bounds;
import life.body.Canon;
import life.world.Chance.Faculty;

/**
 * The world that a being lives in: which kinds of stimuli there are, how often one comes, and how
 * one leads to another.
 *
 * @param name such as {@code default}
 * @param weather how rough it is; what it does is in the other components already
 * @param activity probability in [0, 1] that a tick brings a stimulus
 * @param kinds what may come
 * @param chains at most {@link #MOST_CHAINS}, between kinds that this world has
 */
public record World(
    String name, Weather weather, double activity, Kinds kinds, List<Chain> chains) {
  /** Most chains in one world. */
  public static final int MOST_CHAINS = 256;

  /** A cause has no influence any more after so many of its half-lives. */
  private static final int HALF_LIVES = 4;

  /** However unlikely chains make a kind, it stays possible, so that there is always one. */
  private static final double LEAST_FACTOR = 1e-6;

  /** Nor has what came before so many others. */
  private static final int MOST_CAUSES = 16;

  public World {
    Stimulus.requireKind(name);
    Bounds.within("activity", activity, 0, 1);
    Bounds.within("number of chains", chains.size(), 0, MOST_CHAINS);
    chains = List.copyOf(chains);
    if (activity > 0 && !kinds.anyWeighs()) {
      throw new IllegalArgumentException(
          "world '" + name + "' is active, so at least one kind needs a weight above 0");
    }
    for (var chain : chains) {
      for (var end : List.of(chain.cause(), chain.effect())) {
        if (kinds.named(end).isEmpty()) {
          throw new IllegalArgumentException("a chain names the kind '" + end + "', which is none");
        }
      }
    }
  }

  /** A world in normal weather without chains. */
  public static World plain(String name, double activity, List<StimulusKind> kinds) {
    return new World(name, Weather.NORMAL, activity, new Kinds(kinds), List.of());
  }

  /**
   * This world, which is in normal weather, under that one.
   *
   * @throws IllegalArgumentException if it is under another weather already
   */
  public World under(Weather other) {
    if (other == weather) {
      return this;
    }
    if (weather != Weather.NORMAL) {
      throw new IllegalArgumentException("weather changes a world that is normal, not " + weather);
    }
    var weighed = kinds.list().stream().map(kind -> kind.withWeight(other.weight(kind))).toList();
    return new World(name, other, other.activity(activity), new Kinds(weighed), chains);
  }

  /** The kind of that name, if this world has it. */
  public Optional<StimulusKind> kind(String kindName) {
    return kinds.named(kindName);
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
    var kind = chains.isEmpty() ? unchained(seed, tick) : chained(seed, tick);
    double within = Chance.uniform(seed, Faculty.WORLD_INTENSITY, tick);
    return new Stimulus(kind.name(), kind.low() + (kind.high() - kind.low()) * within);
  }

  private StimulusKind unchained(long seed, long tick) {
    return kinds.drawn(Chance.uniform(seed, Faculty.WORLD_KIND, tick), StimulusKind::weight);
  }

  private StimulusKind chained(long seed, long tick) {
    var factors = factors(seed, tick);
    return factors.isEmpty()
        ? unchained(seed, tick)
        : kinds.drawn(
            Chance.uniform(seed, Faculty.WORLD_KIND, tick),
            kind -> kind.weight() * Math.max(LEAST_FACTOR, factors.getOrDefault(kind.name(), 1.0)));
  }

  /**
   * By what the weights of kinds are multiplied at this tick. A cause is what the world would have
   * brought without chains, so that a tick can be looked at without all those before it.
   */
  private Map<String, Double> factors(long seed, long tick) {
    var factors = new TreeMap<String, Double>();
    long reach = chains.stream().mapToLong(Chain::halfLifeTicks).max().orElse(0) * HALF_LIVES;
    int causes = 0;
    for (long age = 1; age <= reach && age < tick && causes < MOST_CAUSES; age++) {
      if (isEventful(seed, tick - age)) {
        causes++;
        var cause = unchained(seed, tick - age).name();
        for (var chain : chains) {
          if (chain.cause().equals(cause)) {
            factors.merge(chain.effect(), 1 + chain.influence(age), (a, b) -> a + b - 1);
          }
        }
      }
    }
    return factors;
  }

  /** Writes the canonical form. */
  public void writeTo(Canon canon) {
    canon.text(name).text(weather.word()).number(activity);
    kinds.writeTo(canon);
    canon.list(chains, Chain::writeTo);
  }
}
