package life.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.SelfState.Alive;
import life.body.Drive;
import life.detect.CheckpointReader;
import life.detect.CheckpointWriter;
import life.law.Laws;
import life.mind.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
  private record Summed(List<Window> hours, List<Window> days, Windows end) {
    static Summed of(List<SeededLife.Step> steps) {
      var hours = new ArrayList<Window>();
      var days = new ArrayList<Window>();
      var windows = new Windows();
      for (var step : steps) {
        windows.next(
            step.before(),
            step.fact(),
            step.after(),
            closed -> (closed.of() == Scope.HOUR ? hours : days).add(closed));
      }
      hours.add(windows.now(Scope.HOUR).orElseThrow());
      days.add(windows.now(Scope.DAY).orElseThrow());
      return new Summed(hours, days, windows);
    }

    Window life() {
      return end.now(Scope.LIFE).orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatHappenedIsCountedOnceWhereverItFell(long seed) {
    System.out.println("seed " + seed);
    var steps = SeededLife.of(seed, 4.3);
    var summed = Summed.of(steps);
    var last = steps.getLast();
    for (var windows : List.of(summed.hours(), summed.days(), List.of(summed.life()))) {
      assertThat(windows.stream().mapToLong(w -> w.facts().count()).sum()).isEqualTo(steps.size());
      assertThat(windows.stream().mapToLong(Window::meetings).sum())
          .isEqualTo(count(steps, Fact.Met.class));
      assertThat(windows.stream().mapToLong(w -> w.slept().times()).sum())
          .isEqualTo(count(steps, Fact.FellAsleep.class));
      assertThat(windows.stream().mapToLong(w -> w.slept().roused()).sum())
          .isEqualTo(
              steps.stream()
                  .filter(s -> s.fact() instanceof Fact.Woke(_, boolean roused) && roused)
                  .count());
      assertThat(windows.stream().mapToLong(w -> w.memory().echoed()).sum())
          .isEqualTo(count(steps, Fact.Echoed.class));
      assertThat(windows.stream().mapToLong(w -> w.changes().learned()).sum())
          .isEqualTo(count(steps, Fact.Observed.class));
      assertThat(windows.stream().mapToDouble(Window::felt).sum())
          .isEqualTo(living(last).condition().felt(), within(1e-6));
      assertThat(windows.getFirst().facts().first()).isEqualTo(1);
      assertThat(windows.getLast().facts().last()).isEqualTo(steps.size());
      assertThat(windows.getLast().memory().held())
          .isEqualTo(living(last).mind().memory().longTerm().traces().size());
      for (int i = 1; i < windows.size(); i++) {
        assertThat(windows.get(i).fromTick()).isEqualTo(windows.get(i - 1).toTick());
        assertThat(windows.get(i).number()).isEqualTo(windows.get(i - 1).number() + 1);
      }
    }
    long ignored = summed.life().met().stream().mapToLong(Encounters::ignored).sum();
    assertThat(ignored)
        .isEqualTo(
            steps.stream()
                .filter(s ->
                    s.fact() instanceof Fact.Met met && met.meaning().response() == Response.IGNORE)
                .count());
  }

  private static long count(List<SeededLife.Step> steps, Class<? extends Fact> kind) {
    return steps.stream().filter(step -> kind.isInstance(step.fact())).count();
  }

  private static Alive living(SeededLife.Step step) {
    return step.after() instanceof Alive alive ? alive : (Alive) step.before();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDayHadTheQuantilesOfItsTicks(long seed) {
    System.out.println("seed " + seed);
    var steps = SeededLife.of(seed, 1);
    var day = Summed.of(steps).life();
    double[] drives = drives(steps);
    Arrays.sort(drives);
    for (double share : new double[] {0.1, 0.5, 0.9}) {
      double quantile = day.spread(Quantity.DRIVE).quantile(share);
      double low = drives[(int) (drives.length * (share - 0.04))];
      double high = drives[(int) (drives.length * (share + 0.04))];
      assertThat(quantile).as("quantile %s", share).isBetween(low - 0.02, high + 0.02);
    }
    assertThat(day.spread(Quantity.DRIVE).mean())
        .isEqualTo(Arrays.stream(drives).average().orElseThrow(), within(0.02));
    assertThat(day.spread(Quantity.DRIVE).least()).isEqualTo(drives[0], within(1e-4));
    assertThat(day.spread(Quantity.DRIVE).greatest())
        .isEqualTo(drives[drives.length - 1], within(0.05));
  }

  /** The drive at each tick, had by living each span again. */
  private static double[] drives(List<SeededLife.Step> steps) {
    var drives = new ArrayList<Double>();
    for (var step : steps) {
      if (step.fact() instanceof Fact.Lived(long ticks, _)) {
        var being = (Alive) step.before();
        for (long n = 1; n <= ticks; n++) {
          var moment = new life.being.Moment(being.condition());
          new Laws().flow(moment, 1, being);
          being = being.within(1, moment.condition());
          drives.add(Drive.of(being.condition().vitals()));
        }
      }
    }
    return drives.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void aQuietSpanIsSharedByTheHoursThatItCrosses() {
    var laws = life.being.SettingsFor.tireless(life.being.SettingsFor.NO_SLEEP, 0);
    var steps = SeededLife.of(1, 2.5, Given.QUIET, laws);
    var summed = Summed.of(steps);
    assertThat(summed.hours().subList(0, 60))
        .allSatisfy(hour -> assertThat(hour.seconds()).isEqualTo(3_600));
    assertThat(summed.hours()).allSatisfy(hour -> assertThat(hour.facts().first()).isPositive());
    assertThat(summed.days()).extracting(Window::number).containsExactly(1L, 2L, 3L);
    assertThat(summed.days())
        .extracting(Window::seconds)
        .containsExactly(86_400.0, 86_400.0, 43_200.0);
  }

  @Test
  void hoursMergeIntoTheDayThatTheFoldHas() {
    var summed = Summed.of(SeededLife.of(7, 3));
    for (var day : summed.days()) {
      var sum =
          summed.hours().stream()
              .filter(hour -> Scope.DAY.number(hour.fromTick(), 1) == day.number())
              .map(hour -> hour.as(Scope.DAY))
              .reduce(Window::plus)
              .orElseThrow();
      assertThat(sum).isEqualTo(day);
    }
    var life =
        summed.days().stream().map(day -> day.as(Scope.LIFE)).reduce(Window::plus).orElseThrow();
    assertThat(life).isEqualTo(summed.life());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.3, 1, 7, 60, 1_000, 3_600})
  void hoursBeginWhereTheyShouldWhateverATickIs(double tickSeconds) {
    for (long hour = 1; hour < 2_000; hour++) {
      long begin = Scope.HOUR.begin(hour, tickSeconds);
      assertThat(begin * tickSeconds).isGreaterThanOrEqualTo((hour - 1) * 3_600 - 1e-6);
      if (begin < Scope.HOUR.begin(hour + 1, tickSeconds)) {
        assertThat(Scope.HOUR.number(begin, tickSeconds)).isEqualTo(hour);
      }
      if (begin > 0) {
        assertThat(Scope.HOUR.number(begin - 1, tickSeconds)).isLessThan(hour);
      }
    }
  }

  @Test
  void aLifeOfLongTicksIsSummedUpToo() {
    var usual = LawSettings.DEFAULT;
    var laws =
        new LawSettings(
            usual.version(),
            1_000,
            false,
            usual.energyPerHour(),
            usual.energyAsleep(),
            usual.arousalCost(),
            usual.arousalHalfLifeSeconds(),
            usual.arousalGain(),
            usual.wearPerHour(),
            usual.decayPerHour(),
            usual.healPerHour(),
            usual.sleep(),
            usual.clockNoise(),
            usual.learningRate());
    var steps = SeededLife.of(3, 10, SeededLife.WORLD, laws);
    var summed = Summed.of(steps);
    assertThat(summed.hours().stream().mapToDouble(Window::seconds).sum()).isEqualTo(864_000);
    assertThat(summed.hours().stream().mapToLong(w -> w.facts().count()).sum())
        .isEqualTo(steps.size());
  }

  @Test
  void whoPutsThemDownAndTakesThemUpComesToTheSame() {
    var steps = SeededLife.of(5, 3);
    var whole = Summed.of(steps);
    var windows = new Windows();
    var closed = new ArrayList<Window>();
    int n = 0;
    for (var step : steps) {
      windows.next(step.before(), step.fact(), step.after(), closed::add);
      if (n++ % 7 == 0) {
        var written = new CheckpointWriter();
        windows.keep(written);
        windows = new Windows();
        windows.keep(new CheckpointReader(written.written()));
      }
    }
    for (var scope : Scope.values()) {
      assertThat(windows.now(scope)).isEqualTo(whole.end().now(scope));
    }
    assertThat(closed.stream().filter(window -> window.of() == Scope.HOUR).toList())
        .isEqualTo(whole.hours().subList(0, whole.hours().size() - 1));
  }

  @Test
  void aLongLifeIsHeldInLittleRoom() {
    var steps = SeededLife.of(2, 30, SeededLife.WORLD, LawSettings.DEFAULT.withMortality(false));
    var written = new CheckpointWriter();
    Summed.of(steps).end().keep(written);
    assertThat(written.written().length).isLessThan(24_000);
  }
}
