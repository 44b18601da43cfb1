package life.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import life.being.CauseOfDeath;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.Phase;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.body.Shift;
import life.law.Laws;
import life.mind.Condition;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {
  private static final World WORLD =
      World.plain(
          "eventful",
          0.002,
          List.of(
              new StimulusKind("noise", 6, 0, 0.5, new Shift(0, -0.02, 0), 0.3, Family.BODILY),
              new StimulusKind("shock", 0.3, 0.5, 1, new Shift(-6, -0.3, -0.1), 1, Family.BODILY),
              new StimulusKind("recovery", 4, 0.2, 1, new Shift(6, 0.1, 0), 0.6, Family.BODILY)));

  @ParameterizedTest
  @CsvSource({"1, 400", "2, 97", "3, 4000", "4, 1"})
  void aBucketHoldsAllThatALifeWasInIt(long seed, int buckets) {
    System.out.println("seed " + seed);
    long end = Given.days(2);
    var curve = new Curve(0, end, buckets);
    drawn(curve, seed).until(end);
    var walk = new Walk(seed, end);
    for (var bucket : curve.buckets()) {
      var there = walk.ticks.subList((int) bucket.tick(), (int) bucket.until());
      var quantities =
          List.of(
              new Quantity("energy", c -> c.vitals().energy(), Bucket::energy, within(0.1)),
              new Quantity("stability", c -> c.vitals().stability(), Bucket::stability, NEAR),
              new Quantity("integrity", c -> c.vitals().integrity(), Bucket::integrity, NEAR),
              new Quantity("arousal", Condition::arousal, Bucket::arousal, within(0.1)));
      for (var quantity : quantities) {
        var range = quantity.range.apply(bucket);
        var was =
            there.stream().flatMap(List::stream).mapToDouble(quantity.value).summaryStatistics();
        assertThat(range.min()).as(quantity.name).isCloseTo(was.getMin(), quantity.offset);
        assertThat(range.max()).as(quantity.name).isCloseTo(was.getMax(), quantity.offset);
      }
      assertThat(bucket.stimuli()).isEqualTo(walk.met(bucket.tick(), bucket.until()));
    }
  }

  @Test
  void whatAStimulusDidIsExact() {
    var curve = new Curve(0, Given.days(2), 50);
    var afters = new ArrayList<Condition>();
    var ticks = new ArrayList<Long>();
    drawn(
            curve,
            5,
            (fact, after) -> {
              if (fact instanceof Fact.Met met && after instanceof Alive being) {
                afters.add(met.after());
                ticks.add(being.tick());
              }
            })
        .until(Given.days(2));
    assertThat(afters).hasSizeGreaterThan(100);
    for (int i = 0; i < afters.size(); i++) {
      long tick = ticks.get(i);
      var energy = afters.get(i).vitals().energy();
      var bucket =
          curve.buckets().stream().filter(b -> b.tick() <= tick && tick < b.until()).findFirst();
      assertThat(bucket.orElseThrow().energy())
          .satisfies(range -> assertThat(energy).isBetween(range.min(), range.max()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 86400, 900",
    "0, 60, 4000",
    "0, 100000, 7",
    "3600, 9000, 100",
    "50000, 50001, 3",
    "12345, 99999, 4000"
  })
  void bucketsCoverTheSpanWithoutAGap(long from, long to, int most) {
    var curve = new Curve(from, to, most);
    drawn(curve, 6).until(Given.days(2));
    var buckets = curve.buckets();
    assertThat(buckets).hasSize((int) Math.min(most, to - from));
    assertThat(buckets.getFirst().tick()).isEqualTo(from);
    assertThat(buckets.getLast().until()).isEqualTo(to);
    for (int i = 1; i < buckets.size(); i++) {
      assertThat(buckets.get(i).tick()).isEqualTo(buckets.get(i - 1).until());
      assertThat(buckets.get(i).felt()).isGreaterThan(buckets.get(i - 1).felt());
    }
  }

  /** One fact may cover the whole picture; a window then lies within a single span. */
  @Test
  void aLongSpanIsAStraightLineThroughItsBuckets() {
    var life = Given.born();
    var before = life.alive();
    var after = life.after(600).alive();
    var curve = new Curve(0, 600, 60);
    curve.add(before, life.facts().getLast(), after);
    var span = after.condition();
    assertThat(curve.buckets()).hasSize(60);
    for (var bucket : curve.buckets()) {
      double share = bucket.until() / 600.0;
      assertThat(bucket.energy().min())
          .isCloseTo(100 - share * (100 - span.vitals().energy()), within(1e-9));
      assertThat(bucket.felt()).isCloseTo(share * span.felt(), within(1e-9));
      assertThat(bucket.energy().max()).isGreaterThan(bucket.energy().min());
    }
  }

  @Test
  void neighboursMeet() {
    var curve = new Curve(0, Given.days(2), 333);
    drawn(curve, 7).until(Given.days(2));
    var buckets = curve.buckets();
    for (int i = 1; i < buckets.size(); i++) {
      var left = buckets.get(i - 1).stability();
      var right = buckets.get(i).stability();
      assertThat(left.min()).isLessThanOrEqualTo(right.max());
      assertThat(right.min()).isLessThanOrEqualTo(left.max());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 1_000, 3_999})
  void theShareAsleepAddsUpToTheSleepOfALife(int buckets) {
    long end = Given.days(2);
    var curve = new Curve(0, end, buckets);
    var asleep = new long[1];
    drawn(
            curve,
            8,
            (fact, after) -> {
              if (fact instanceof Fact.Lived(long ticks, _)
                  && after instanceof Alive being
                  && being.sleep().asleep()) {
                asleep[0] += ticks;
              }
            })
        .until(end);
    double slept =
        curve.buckets().stream().mapToDouble(b -> b.asleep() * (b.until() - b.tick())).sum();
    assertThat(asleep[0]).isGreaterThan(20_000);
    assertThat(slept).isCloseTo((double) asleep[0], within(1e-6));
  }

  @Test
  void theEndOfALifeIsTheEndOfItsCurve() {
    var life = Given.born().after(Given.days(9));
    long died = life.dead().last().tick();
    for (long to : new long[] {died, died + 1, Given.days(9)}) {
      var curve = new Curve(0, to, 500);
      draw(curve, life.facts());
      var last = curve.buckets().getLast();
      assertThat(last.phase()).isEqualTo(Phase.DEAD);
      assertThat(last.tick()).isLessThanOrEqualTo(died);
      assertThat(last.until()).isBetween(died, died + 1);
      assertThat(curve.turnings()).extracting(Turning::type).containsSubsequence("born", "died");
      assertThat(curve.turnings().getLast())
          .isEqualTo(new Turning(died, "died", CauseOfDeath.STARVATION));
    }
  }

  @Test
  void theStrongestStimulusOfABucketIsNamed() {
    var life =
        Given.born()
            .when(Given.meeting("noise", 0.4))
            .when(Given.meeting("shock", 0.9))
            .when(Given.meeting("recovery", 0.9))
            .after(10);
    var curve = new Curve(0, 10, 10);
    draw(curve, life.facts());
    var first = curve.buckets().getFirst();
    assertThat(first.stimuli()).isEqualTo(3);
    assertThat(String.valueOf(first.strongest())).contains("shock", "0.9");
    assertThat(curve.buckets().get(1).strongest()).isNull();
  }

  @Test
  void aNewbornHasACurveToo() {
    var curve = new Curve(0, 1, 100);
    draw(curve, Given.born().facts());
    assertThat(curve.buckets()).singleElement().extracting(Bucket::asleep).isEqualTo(0.0);
    assertThat(new Curve(5, 9, 3).buckets()).isEmpty();
  }

  @Test
  void turningsAreBounded() {
    var curve = new Curve(0, 10, 10);
    var being = Given.born().alive();
    for (int i = 0; i < Curve.MOST_TURNINGS + 7; i++) {
      curve.add(being, new Fact.Degraded(List.of()), being);
    }
    assertThat(curve.turnings()).hasSize(Curve.MOST_TURNINGS);
    assertThat(curve.turningsLeftOut()).isEqualTo(7);
  }

  @Test
  void whatCanNotBeDrawnIsRefused() {
    assertThatThrownBy(() -> new Curve(-1, 5, 5)).hasMessageContaining("first tick of a curve");
    assertThatThrownBy(() -> new Curve(5, 5, 5)).hasMessageContaining("end of a curve");
    assertThatThrownBy(() -> new Curve(0, 5, 4_001)).hasMessageContaining("buckets");
    assertThatThrownBy(() -> new Curve(0, 5, 0)).hasMessageContaining("buckets");
  }

  private static final Offset<Double> NEAR = within(0.01);

  private record Quantity(
      String name,
      ToDoubleFunction<Condition> value,
      Function<Bucket, Range> range,
      Offset<Double> offset) {}

  /** The same life tick by tick, with every condition that it passed through. */
  private static final class Walk {
    private final List<List<Condition>> ticks = new ArrayList<>();
    private final List<Integer> stimuli = new ArrayList<>();

    Walk(long seed, long end) {
      var life = new Course(new Decider(new Laws()), Decider.UNBORN, this::note);
      begin();
      life.take(Given.birth("ada", seed, LawSettings.DEFAULT, WORLD));
      ticks.getLast().add(life.last().condition());
      for (long tick = 1; tick <= end; tick++) {
        begin();
        life.until(tick);
      }
      ticks.getLast().forEach(c -> ticks.get((int) end - 1).add(c));
      stimuli.set((int) end - 1, stimuli.get((int) end - 1) + stimuli.getLast());
    }

    private void begin() {
      ticks.add(new ArrayList<>());
      stimuli.add(0);
    }

    private void note(Fact fact) {
      if (fact instanceof Fact.Lived(_, var after)) {
        ticks.getLast().add(after);
      } else if (fact instanceof Fact.Met met) {
        ticks.getLast().add(met.after());
        stimuli.set(stimuli.size() - 1, stimuli.getLast() + 1);
      }
    }

    int met(long from, long until) {
      return stimuli.subList((int) from, (int) until).stream().mapToInt(i -> i).sum();
    }
  }

  /** Looks on as a life is drawn. */
  private interface Onlooker {
    void see(Fact fact, SelfState after);
  }

  private static Course drawn(Curve curve, long seed) {
    return drawn(curve, seed, (_, _) -> {});
  }

  private static Course drawn(Curve curve, long seed, Onlooker onlooker) {
    var state = new ArrayList<>(List.of(Decider.UNBORN));
    var life =
        new Course(
            new Decider(new Laws()),
            Decider.UNBORN,
            fact -> {
              var before = state.set(0, Decider.evolve(state.getFirst(), fact));
              curve.add(before, fact, state.getFirst());
              onlooker.see(fact, state.getFirst());
            });
    life.take(Given.birth("ada", seed, LawSettings.DEFAULT, WORLD));
    return life;
  }

  private static void draw(Curve curve, List<Fact> facts) {
    var state = Decider.UNBORN;
    for (var fact : facts) {
      var after = Decider.evolve(state, fact);
      curve.add(state, fact, after);
      state = after;
    }
  }
}
