package life.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import life.being.Decider;
import life.being.Given;
import life.being.LawSettings;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.detect.CheckpointReader;
import life.detect.CheckpointWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookTest {
  static final List<Long> SEEDS = LongStream.rangeClosed(1, 60).boxed().toList();

  @ParameterizedTest
  @FieldSource("SEEDS")
  void whateverIsSaidNamesFactsOfTheLife(long seed) {
    var outlook = new Outlook();
    int n = 0;
    for (var step : SeededLife.of(seed, 4)) {
      outlook.next(step.before(), step.fact(), step.after());
      n++;
      if (n % 97 == 0 || step.after() instanceof Dead) {
        var now = outlook.of(step.after());
        var all = new ArrayList<>(now.reasons());
        all.add(now.mood());
        all.add(now.occupation());
        for (var statement : all) {
          assertThat(statement.words()).doesNotContain("null");
          long last = n;
          assertThat(statement.seqs())
              .as("seed %d after fact %d: %s", seed, n, statement)
              .hasSizeBetween(1, Statement.MOST_SEQS)
              .allMatch(seq -> seq >= 1 && seq <= last);
        }
      }
    }
  }

  private static List<Interpretation> hourly(List<SeededLife.Step> steps) {
    var outlook = new Outlook();
    var said = new ArrayList<Interpretation>();
    for (var step : steps) {
      outlook.next(step.before(), step.fact(), step.after());
      said.add(outlook.of(step.after()));
    }
    return said;
  }

  @Test
  void anUnfedBeingGoesThroughAllOfTheScale() {
    var said = hourly(SeededLife.of(1, 9, Given.QUIET, LawSettings.DEFAULT));
    var scale = EnumSet.noneOf(Wellbeing.class);
    said.forEach(now -> scale.add(now.wellbeing()));
    assertThat(scale).isEqualTo(EnumSet.allOf(Wellbeing.class));
    assertThat(said.getLast().sentence()).startsWith("dead: it died of starvation, 3.");
    assertThat(said)
        .anyMatch(now ->
            now.sentence().contains("energy has fallen for")
                && now.mood().words().contains("getting worse"));
    assertThat(said).anyMatch(now -> now.sentence().startsWith("failing and asleep: "));
  }

  @Test
  void whatHitItIsCountedSinceItWoke() {
    var outlook = new Outlook();
    var life =
        Given.born()
            .after(7_000)
            .when(Given.meeting("shock", 0.9))
            .after(600)
            .when(Given.meeting("shock", 0.6))
            .after(100);
    var state = Decider.UNBORN;
    for (var fact : life.facts()) {
      var after = Decider.evolve(state, fact);
      outlook.next(state, fact, after);
      state = after;
    }
    var now = outlook.of(state);
    assertThat(now.sentence()).contains("two shocks");
    assertThat(now.wellbeing()).isGreaterThan(Wellbeing.WELL);
    assertThat(now.occupation().words()).isEqualTo("getting over a shock of 0.60");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whoLooksBackTwoDaysSaysTheSameAsWhoWasThereFromBirthOn(long seed) {
    System.out.println("seed " + seed);
    sameFromBirthAsFromTwoDaysBefore(SeededLife.of(seed, 7), 41);
  }

  @Test
  void whatLiesLongBackIsNotKnownToAnybody() {
    var immortal = LawSettings.DEFAULT.withMortality(false);
    var steps = SeededLife.of(3, 12, Given.QUIET, immortal);
    sameFromBirthAsFromTwoDaysBefore(steps, 7);
    var said = hourly(steps).getLast();
    assertThat(said.sentence()).startsWith("failing").contains("has been degrading for days");
  }

  private static void sameFromBirthAsFromTwoDaysBefore(List<SeededLife.Step> steps, int every) {
    var fromBirth = hourly(steps);
    for (int i = every; i < steps.size(); i += every) {
      long back = tick(steps.get(i).after()) - (Outlook.HOURS + 1) * 3_600L;
      var late = new Outlook();
      for (var step : steps.subList(0, i + 1)) {
        if (tick(step.after()) > back) {
          late.next(step.before(), step.fact(), step.after());
        }
      }
      assertThat(late.of(steps.get(i).after())).as("fact %d", i + 1).isEqualTo(fromBirth.get(i));
    }
  }

  private static long tick(SelfState state) {
    return switch (state) {
      case Alive alive -> alive.tick();
      case Dead dead -> dead.last().tick();
      case Unborn _ -> 0;
    };
  }

  @Test
  void whoPutsItDownAndTakesItUpSaysTheSame() {
    var steps = SeededLife.of(5, 4);
    var whole = new Outlook();
    var parted = new Outlook();
    int n = 0;
    for (var step : steps) {
      whole.next(step.before(), step.fact(), step.after());
      parted.next(step.before(), step.fact(), step.after());
      if (n++ % 50 == 0) {
        var written = new CheckpointWriter();
        parted.keep(written);
        assertThat(written.written().length).isLessThan(16_000);
        parted = new Outlook();
        parted.keep(new CheckpointReader(written.written()));
        assertThat(parted.of(step.after())).isEqualTo(whole.of(step.after()));
      }
    }
  }
}
