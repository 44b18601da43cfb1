package life.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.Phase;
import life.being.SelfState.Dead;
import life.law.Laws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
  private static final int LIVES = 250;
  private static final int WINDOWS = 8;

  /** Spans, floods, deaths and windows of all sorts, each pixel as if every fact was looked at. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void eachPixelIsAsIfAllFactsHadBeenLookedAt(long seed) {
    System.out.println("seed " + seed);
    var random = new SplittableRandom(seed);
    int dead = 0;
    for (int life = 0; life < LIVES; life++) {
      var facts = lived(random);
      var turns = BruteForce.turns(facts);
      var pyramid = new ToldAgain(facts);
      dead += turns.getLast().after() instanceof Dead ? 1 : 0;
      for (int window = 0; window < WINDOWS; window++) {
        long head = pyramid.head().tick();
        long from = random.nextInt(4) == 0 ? 0 : random.nextLong(head + head / 4 + 2);
        long to = from + 1 + random.nextLong(random.nextBoolean() ? head + 2 : 40);
        int pixels = 1 + random.nextInt(random.nextBoolean() ? 60 : 4);
        var chart = Chart.of(pyramid, from, to, pixels);
        long[] seqs = chart.seqs();
        for (int i = 0; i < chart.pixels(); i++) {
          boolean isLast = i == chart.pixels() - 1;
          assertThat(BruteForce.words(chart, seqs, i))
              .as("life %d, pixel %d of %d, ticks %d to %d", life, i, chart.pixels(), from, to)
              .isEqualTo(
                  new BruteForce(chart.begin(i), chart.begin(i + 1), isLast).look(turns).words());
        }
      }
    }
    assertThat(dead).isGreaterThan(LIVES / 20);
  }

  private static List<Fact> lived(SplittableRandom random) {
    var facts = new ArrayList<Fact>();
    var course = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    var laws = LawSettings.DEFAULT;
    var world = random.nextBoolean() ? Given.QUIET : Given.BUSY;
    course.take(Given.birth("ada", random.nextLong(), laws, world));
    int most = 1 + random.nextInt(400);
    while (facts.size() < most && course.state().isAlive()) {
      switch (random.nextInt(6)) {
        case 0 ->
            course.take(new LifeCommand.Live(1 + random.nextLong(random.nextLong(1, 90_000))));
        case 1 -> flood(course, random);
        case 2 -> course.until(course.last().tick() + random.nextInt(3_000));
        default -> course.take(new LifeCommand.Live(1 + random.nextLong(20)));
      }
    }
    if (random.nextInt(3) == 0) {
      course.take(new LifeCommand.Resume(5));
    }
    return facts;
  }

  /** Many facts at one tick, at times deadly. */
  private static void flood(Course course, SplittableRandom random) {
    var kind = random.nextInt(4) == 0 ? "shock" : random.nextBoolean() ? "recovery" : "noise";
    for (int i = random.nextInt(60); i > 0; i--) {
      course.take(Given.meeting(kind, random.nextInt(8) / 8.0));
    }
  }

  /** However long a life is, an edge of a pixel costs a leaf and no more. */
  @Test
  void anEdgeOfAPixelOpensOneLeaf() {
    var facts = new ArrayList<Fact>();
    var course = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    course.take(Given.birth("ada", 1, LawSettings.DEFAULT.withMortality(false), Given.BUSY));
    course.until(Given.days(20));
    assertThat(facts).hasSizeGreaterThan(20_000);
    for (int pixels : List.of(1, 10, 100)) {
      var pyramid = new ToldAgain(facts);
      Chart.of(pyramid, 12_345, Given.days(19), pixels);
      assertThat(pyramid.opened()).isLessThanOrEqualTo(pixels + 1);
    }
  }

  @Test
  void afterTheHeadThereIsNothing() {
    var facts = Given.born().after(100).facts();
    var chart = Chart.of(new ToldAgain(facts), 0, 400, 4);
    assertThat(chart.phase(0)).isEqualTo(Phase.ALIVE);
    for (int i = 1; i < 4; i++) {
      assertThat(chart.phase(i)).isEqualTo(Phase.INIT);
      assertThat(chart.least(i, Quantity.ENERGY)).isNaN();
      assertThat(chart.felt(i)).isNaN();
      assertThat(chart.asleep(i)).isNaN();
      assertThat(chart.seqs()[i]).isEqualTo(facts.size());
    }
  }

  @Test
  void aWindowOfFewTicksHasAPixelForEach() {
    var chart = Chart.of(new ToldAgain(Given.born().after(100).facts()), 10, 17, 600);
    assertThat(chart.pixels()).isEqualTo(7);
    assertThat(chart.begin(6)).isEqualTo(16);
    assertThat(chart.begin(7)).isEqualTo(17);
  }

  @Test
  void aWindowBeyondAllTimeIsDividedRight() {
    long far = 999_999_999_999_999_999L;
    var chart = Chart.of(new ToldAgain(Given.born().after(100).facts()), 0, far, 4_000);
    assertThat(chart.begin(4_000)).isEqualTo(far);
    assertThat(chart.phase(0)).isEqualTo(Phase.ALIVE);
    assertThat(chart.phase(1)).isEqualTo(Phase.INIT);
  }

  @Test
  void aChartWithoutTicksOrPixelsIsRefused() {
    var pyramid = new ToldAgain(Given.born().facts());
    assertThatThrownBy(() -> Chart.of(pyramid, 5, 5, 1)).hasMessageContaining("end of a chart");
    assertThatThrownBy(() -> Chart.of(pyramid, 0, 5, 0)).hasMessageContaining("pixels");
    assertThatThrownBy(() -> Chart.of(pyramid, 0, 5, 4_001)).hasMessageContaining("pixels");
  }
}
