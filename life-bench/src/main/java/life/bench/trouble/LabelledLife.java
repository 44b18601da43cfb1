package life.bench.trouble;

import static life.bench.trouble.Ticks.DAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A life of 30 days, or until its death, of which it is known what is wrong in it: nothing, or one
 * trouble that begins between its 8th and its 20th day. Up to there it is the life that it would
 * have been, fact by fact; afterwards it is lived on under what is wrong, so its facts follow from
 * each other in every other respect. It is a function of its kind, its seed and its world.
 */
public final class LabelledLife {
  /** How long it is at most. */
  public static final long DAYS = 30;

  private static final long EARLIEST_DAY = 8;
  private static final long LATEST_DAY = 20;

  /** The lives that are looked at for one in which the trouble can be. */
  private static final int MOST_ATTEMPTS = 1_000;

  private static final long NEXT_ATTEMPT = 1_000_000_000L;

  private final Past past;
  private final Upset upset;
  private final @Nullable Label label;

  /** A life as it went up to somewhere; telling it again is quicker than living it again. */
  private record Past(LifeCommand.BeBorn birth, List<Fact> facts, SelfState now) {
    static Past of(LifeCommand.BeBorn birth) {
      var facts = new ArrayList<Fact>();
      var newborn = new Living(Decider.UNBORN, (_, fact, _) -> facts.add(fact)).born(birth);
      return new Past(birth, facts, newborn.state());
    }

    Past until(long tick) {
      var longer = new ArrayList<>(facts);
      var life = new Living(now, (_, fact, _) -> longer.add(fact)).until(tick, Upset.NONE);
      return new Past(birth, longer, life.state());
    }

    void tell(Witness witness) {
      SelfState state = Decider.UNBORN;
      for (var fact : facts) {
        var before = state;
        state = Decider.evolve(before, fact);
        witness.see(before, fact, state);
      }
    }
  }

  private LabelledLife(Past past, Upset upset, @Nullable Label label) {
    this.past = past;
    this.upset = upset;
    this.label = label;
  }

  /** A life in which nothing is wrong. */
  public static LabelledLife clean(World world, long seed) {
    return new LabelledLife(Past.of(birth(world, seed)), Upset.NONE, null);
  }

  /**
   * A life with that trouble. A being that would have died before the trouble has shown, or to
   * which it makes no difference, is passed over for the next one.
   */
  public static LabelledLife with(Trouble trouble, World world, long seed) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var life = attempt(trouble, birth(world, seed + attempt * NEXT_ATTEMPT), seed);
      if (life.isPresent()) {
        return life.get();
      }
    }
    throw new IllegalArgumentException("in this world no being lives long enough for trouble");
  }

  private static LifeCommand.BeBorn birth(World world, long seed) {
    var origin = new Origin(new LifeId("ada"), seed, LawSettings.DEFAULT, Instant.EPOCH);
    return new LifeCommand.BeBorn(origin, world);
  }

  private static Optional<LabelledLife> attempt(
      Trouble trouble, LifeCommand.BeBorn birth, long seed) {
    var dice = trouble.dice(seed);
    long earliest = dice.nextLong(EARLIEST_DAY * DAY, LATEST_DAY * DAY);
    long begin = WorldUpsets.nextEvent(birth.world(), birth.origin().seed(), earliest);
    var past = Past.of(birth).until(begin);
    if (!(past.now() instanceof Alive being)) {
      return Optional.empty();
    }
    var upset = trouble.upset(being, dice);
    return label(trouble, being, upset).map(label -> new LabelledLife(past, upset, label));
  }

  /** Compares the life with the one that it would have been. */
  private static Optional<Label> label(Trouble trouble, Alive being, Upset upset) {
    var usual = new ArrayList<Fact>();
    var healthy =
        new Living(being, (_, fact, _) -> usual.add(fact)).until(upset.end(), Upset.NONE).state();
    if (!healthy.isAlive()) {
      return Optional.empty();
    }
    var difference = new Difference(usual);
    new Living(being, difference).until(upset.end(), upset);
    return difference
        .before()
        .map(last ->
            new Label(
                trouble,
                Math.max(last.tick(), upset.begin()),
                upset.end(),
                upset.healed(),
                last.seq() + 1,
                upset.words()));
  }

  /** Finds the last state before two lives part. */
  private static final class Difference implements Witness {
    private final List<Fact> usual;
    private int compared;
    private @Nullable Alive before;

    Difference(List<Fact> usual) {
      this.usual = usual;
    }

    @Override
    public void see(SelfState was, Fact fact, SelfState after) {
      boolean isAsUsual = compared < usual.size() && usual.get(compared).equals(fact);
      compared++;
      if (before == null && !isAsUsual && was instanceof Alive alive) {
        before = alive;
      }
    }

    Optional<Alive> before() {
      return Optional.ofNullable(before);
    }
  }

  /** What is wrong; nothing in a clean life. */
  public Optional<Label> label() {
    return Optional.ofNullable(label);
  }

  /** The seed of its world. */
  public long seed() {
    return past.birth().origin().seed();
  }

  /**
   * Lives it.
   *
   * @return how it stands at its end
   */
  public SelfState live(Witness witness) {
    long end = DAYS * DAY;
    past.tell(witness);
    return new Living(past.now(), witness)
        .until(Math.min(end, upset.healed()), upset)
        .until(end, Upset.NONE)
        .state();
  }
}
