package life.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.chronicle.Point;
import life.journal.Arrival;
import life.law.Laws;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryMomentIsFoundTest {
  private Shelf shelf;
  private Moments moments;

  @BeforeAll
  void live(@TempDir Path folder) {
    shelf = new Shelf(folder, 3, 5 * 86_400);
    moments = new Moments(shelf.biography);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void byTheNumberOfAFact() {
    for (int seq = 1; seq < shelf.states.size(); seq++) {
      var moment = moments.at(Shelf.ADA, new Point.Seq(seq));
      assertThat(moment.state()).isEqualTo(shelf.states.get(seq));
      assertThat(moment.isHead()).isEqualTo(seq == shelf.facts.size());
    }
  }

  /** At each tick of a sample, what the being was when all of that tick had happened. */
  @Test
  void byTheTick() {
    var random = new SplittableRandom(1);
    int within = 0;
    for (int n = 0; n < 400; n++) {
      long tick = random.nextLong(Moments.living(shelf.last()).tick() + 1);
      var moment = moments.at(Shelf.ADA, new Point.Tick(tick));
      assertThat(moment.state()).as("tick %d", tick).isEqualTo(expected(tick));
      within += moment.span().isPresent() ? 1 : 0;
    }
    assertThat(within).as("moments within spans").isBetween(100, 399);
  }

  private SelfState expected(long tick) {
    int last = 1;
    while (last + 1 < shelf.states.size()
        && Moments.living(shelf.states.get(last + 1)).tick() <= tick) {
      last++;
    }
    var before = (Alive) shelf.states.get(last);
    if (before.tick() == tick) {
      return before;
    }
    var on = new Course(new Decider(new Laws()), before, _ -> {});
    on.take(new LifeCommand.Live(tick - before.tick()));
    return before.within(tick - before.tick(), on.last().condition());
  }

  @Test
  void byItsAge() {
    assertThat(moments.at(Shelf.ADA, new Point.Age(Duration.ofSeconds(5_000))))
        .isEqualTo(moments.at(Shelf.ADA, new Point.Tick(5_000)));
    assertThat(moments.at(Shelf.ADA, new Point.Age(Duration.ofMillis(5_000_900))))
        .isEqualTo(moments.at(Shelf.ADA, new Point.Tick(5_000)));
  }

  @Test
  void byWhatItFelt() {
    var random = new SplittableRandom(1);
    double most = Moments.living(shelf.last()).condition().felt();
    for (int n = 0; n < 200; n++) {
      double felt = random.nextDouble(most);
      var asked = Duration.ofNanos((long) (felt * 1e9));
      var moment = moments.at(Shelf.ADA, new Point.Felt(asked));
      var then = (Alive) moment.state();
      double seconds = asked.toNanos() / 1e9;
      assertThat(then.condition().felt()).isLessThanOrEqualTo(seconds);
      var next = (Alive) moments.at(Shelf.ADA, new Point.Tick(then.tick() + 1)).state();
      assertThat(next.condition().felt()).as("a tick later").isGreaterThan(seconds);
    }
  }

  @Test
  void byTheClockOnTheWall() {
    for (int seq = 1; seq < shelf.facts.size(); seq += 37) {
      var at = Shelf.NOW.plusMillis(250L * (seq - 1));
      assertThat(moments.at(Shelf.ADA, new Point.Time(at)).state().seq()).isEqualTo(seq);
      assertThat(moments.at(Shelf.ADA, new Point.Time(at.plusMillis(249))).state().seq())
          .isEqualTo(seq);
    }
    assertThatThrownBy(() -> moments.at(Shelf.ADA, new Point.Time(Shelf.NOW.minusMillis(1))))
        .hasMessageContaining("was not born at");
  }

  @Test
  void whatHasNotComeIsSaidPlainly() {
    long head = shelf.facts.size();
    assertThatThrownBy(() -> moments.at(Shelf.ADA, new Point.Seq(head + 1)))
        .isInstanceOf(NoSuchMoment.class)
        .hasMessage("ada has %d facts so far, so there is no fact %d", head, head + 1);
    assertThatThrownBy(() -> moments.at(Shelf.ADA, new Point.Tick(10_000_000)))
        .isInstanceOf(NoSuchMoment.class)
        .hasMessageContaining("tick 10000000");
    assertThatThrownBy(() -> moments.at(new LifeId("eve"), new Point.Head()))
        .isInstanceOf(NoSuchMoment.class)
        .hasMessage("nobody of the name eve was ever born here");
  }

  @Test
  void aSpanIsNamedWhereTheMomentLiesWithinIt() {
    long seq = 2;
    while (!(shelf.facts.get((int) seq - 1) instanceof Fact.Lived(long ticks, _)) || ticks < 10) {
      seq++;
    }
    long from = Moments.living(shelf.states.get((int) seq - 1)).tick();
    var moment = moments.at(Shelf.ADA, new Point.Tick(from + 5));
    long to = Moments.living(shelf.states.get((int) seq)).tick();
    assertThat(moment.span()).contains(new Moment.Span(seq, from, to, true));
    assertThat(moment.state().seq()).isEqualTo(seq - 1);
  }

  /** Nobody can live such a span again, so what is recorded is given, and it is said. */
  @Test
  void whereTheLawsAreNoLongerHereTheRecordedMomentIsGiven() {
    var born = (Fact.Born) shelf.facts.getFirst();
    var laws = born.origin().laws();
    var old =
        new LawSettings(
            1,
            laws.tickSeconds(),
            laws.mortality(),
            laws.energyPerHour(),
            laws.energyAsleep(),
            laws.arousalCost(),
            laws.arousalHalfLifeSeconds(),
            laws.arousalGain(),
            laws.wearPerHour(),
            laws.decayPerHour(),
            laws.healPerHour(),
            laws.sleep(),
            laws.clockNoise(),
            laws.learningRate());
    var eve = new LifeId("eve");
    try (var arrival = Arrival.of(shelf.store, eve)) {
      var origin = new Origin(eve, born.origin().seed(), old, born.origin().bornAt());
      arrival.add(Shelf.NOW, new Fact.Born(origin, born.world()));
      shelf.facts.subList(1, 200).forEach(fact -> arrival.add(Shelf.NOW, fact));
      arrival.admit();
    }
    int seq = 2;
    while (!(shelf.facts.get(seq - 1) instanceof Fact.Lived(long ticks, _)) || ticks < 10) {
      seq++;
    }
    long from = Moments.living(shelf.states.get(seq - 1)).tick();
    long to = Moments.living(shelf.states.get(seq)).tick();
    var moment = moments.at(eve, new Point.Tick(from + 5));
    assertThat(moment.span()).contains(new Moment.Span(seq, from, to, false));
    assertThat(Moments.living(moment.state()).condition())
        .isEqualTo(Moments.living(shelf.states.get(seq - 1)).condition());
    assertThat(Moments.living(moment.state()).tick()).isEqualTo(from);
  }
}
