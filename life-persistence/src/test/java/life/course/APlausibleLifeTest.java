package life.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import life.actor.Ledger;
import life.actor.LedgerSerializer;
import life.actor.Receipts;
import life.being.CauseOfDeath;
import life.being.Course;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.Phase;
import life.being.SelfState.Dead;
import life.being.Source;
import life.being.StateHash;
import life.being.When;
import life.mind.LongTerm;
import life.mind.Response;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.Weather;
import life.world.World;
import org.junit.jupiter.api.Test;

/** Whole lives in the world that is shipped; docs/laws.md has the same for 200 seeds. */
class APlausibleLifeTest {
  private static final int SEEDS = 15;
  private static final long LONG_DAYS = 90;
  private static final LawSettings USUAL = LawSettings.DEFAULT;
  private static final World STILL =
      new World("still", Weather.NORMAL, 0, Lived.DEFAULT.kinds(), List.of());

  @Test
  void aMedianBeingLivesForWeeksToMonthsDaysInAStormAndLongerInCalm() {
    var normal = daysLived(Lived.DEFAULT);
    var storm = daysLived(Lived.DEFAULT.under(Weather.STORM));
    var calm = daysLived(Lived.DEFAULT.under(Weather.CALM));
    assertThat(normal.get(SEEDS / 2)).as("median, normal").isBetween(14.0, LONG_DAYS - 1.0);
    assertThat(storm.get(SEEDS / 2)).as("median, storm").isBetween(1.0, 28.0);
    assertThat(alive(calm)).as("of %d", SEEDS).isGreaterThan(alive(normal));
  }

  private static long alive(List<Double> days) {
    return days.stream().filter(lived -> lived >= LONG_DAYS).count();
  }

  private static List<Double> daysLived(World world) {
    var days = new ArrayList<Double>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      var life = Lived.born(seed, world, USUAL, _ -> {}).until(LONG_DAYS * Lived.DAY);
      days.add((double) life.last().tick() / Lived.DAY);
    }
    days.sort(null);
    return days;
  }

  @Test
  void theUnfedDieOfStarvationWithinDays() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      var life = Lived.born(seed, STILL, USUAL, _ -> {}).until(10 * Lived.DAY);
      assertThat(life.state()).isInstanceOf(Dead.class);
      assertThat(((Dead) life.state()).cause()).isEqualTo(CauseOfDeath.STARVATION);
      assertThat((double) life.last().tick() / Lived.DAY).isBetween(2.0, 5.0);
    }
  }

  @Test
  void aBeingSleepsAboutAThirdOfItsLife() {
    long[] asleep = {0, 0};
    for (long seed = 1; seed <= SEEDS; seed++) {
      boolean[] sleeping = {false};
      Lived.born(
              seed,
              Lived.DEFAULT,
              USUAL,
              fact -> {
                switch (fact) {
                  case Fact.Lived(long ticks, _) -> asleep[sleeping[0] ? 1 : 0] += ticks;
                  case Fact.FellAsleep _ -> sleeping[0] = true;
                  case Fact.Woke _ -> sleeping[0] = false;
                  default -> {}
                }
              })
          .until(30 * Lived.DAY);
    }
    assertThat((double) asleep[1] / (asleep[0] + asleep[1])).isCloseTo(0.32, within(0.05));
  }

  @Test
  void fromPowerlessnessSteadyRecoveryLeadsBackToAlive() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      var life = Lived.born(seed, STILL, USUAL.withMortality(false), _ -> {}).until(30 * Lived.DAY);
      assertThat(life.last().phase()).isEqualTo(Phase.DEGRADING);
      assertThat(life.last().condition().vitals().energy()).isZero();
      for (int meal = 0; meal < 14 * 24; meal++) {
        life.take(
            new LifeCommand.Meet(
                new Stimulus("recovery", 0.8), new When.Now(), Source.OUTSIDE, null));
        life.until(life.last().tick() + 3_600);
      }
      assertThat(life.last().phase()).as("seed %d", seed).isEqualTo(Phase.ALIVE);
    }
  }

  @Test
  void eachResponseIsFoundInAPlausibleLife() {
    var seen = EnumSet.noneOf(Response.class);
    for (long seed = 1; seed <= SEEDS; seed++) {
      Lived.born(
              seed,
              Lived.DEFAULT,
              USUAL,
              fact -> {
                if (fact instanceof Fact.Met met) {
                  seen.add(met.meaning().response());
                }
              })
          .until(20 * Lived.DAY);
    }
    assertThat(seen).containsExactlyInAnyOrder(Response.values());
  }

  @Test
  void aSnapshotKeepsAGrownMindToTheLastBit() throws Exception {
    var life = Lived.born(1, Lived.DEFAULT, USUAL, _ -> {}).until(25 * Lived.DAY);
    assertThat(life.last().mind().memory().longTerm().traces()).hasSizeGreaterThan(100);
    var written = new LedgerSerializer();
    var ledger = new Ledger(life.state(), Receipts.NONE);
    byte[] bytes = written.toBinary(ledger);
    assertThat(written.fromBinary(bytes, "l3")).isEqualTo(ledger);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("life.");
    var read = (Ledger) written.fromBinary(bytes, "l3");
    assertThat(StateHash.of(read.self())).isEqualTo(StateHash.of(life.state()));
  }

  /** What the table says and what is drawn: a million draws of the kinds that are ever drawn. */
  @Test
  void kindsAreDrawnAsOftenAsTheirWeightsSay() {
    var kinds = Lived.DEFAULT.kinds().list().stream().filter(kind -> kind.weight() > 0).toList();
    var world = World.plain("always", 1, kinds);
    int draws = 1_000_000;
    var counts = new TreeMap<String, Integer>();
    for (long tick = 1; tick <= draws; tick++) {
      counts.merge(world.draw(5, tick).orElseThrow().kind(), 1, Integer::sum);
    }
    double weights = kinds.stream().mapToDouble(StimulusKind::weight).sum();
    double chiSquare = 0;
    for (var kind : kinds) {
      double expected = draws * kind.weight() / weights;
      double off = counts.getOrDefault(kind.name(), 0) - expected;
      chiSquare += off * off / expected;
    }
    assertThat(kinds).hasSize(30);
    assertThat(chiSquare).as("29 degrees of freedom, p = 0.001").isLessThan(58.3);
  }

  /** Without mortality, so that there is a life of ten million ticks. */
  @Test
  void aStateOfTenMillionTicksIsNoLargerThanOneOfAMillion() {
    var life = Lived.born(1, Lived.DEFAULT, USUAL.withMortality(false), _ -> {}).until(1_000_000);
    int early = size(life);
    life.until(10_000_000);
    assertThat(size(life)).isLessThanOrEqualTo(early);
    assertThat(life.last().mind().memory().longTerm().traces())
        .hasSizeLessThanOrEqualTo(LongTerm.CAPACITY);
  }

  private static int size(Course life) {
    return new LedgerSerializer().toBinary(new Ledger(life.state(), Receipts.NONE)).length;
  }
}
