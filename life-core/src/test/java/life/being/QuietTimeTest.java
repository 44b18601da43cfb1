package life.being;

import static life.being.Given.birth;
import static life.being.Given.born;
import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QuietTimeTest {
  static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);

  @Test
  void aQuietSpanIsOneFact() {
    var life = born().after(180);
    assertThat(life.lastFacts()).hasSize(1).first().isInstanceOf(Fact.Lived.class);
  }

  @Test
  void aSpanBreaksWhereAStimulusFallsDue() {
    var life = born().when(meeting("shock", 0.9, new When.InTicks(60))).after(100);
    assertThat(life.lastFacts())
        .extracting(f -> f.getClass().getSimpleName())
        .containsExactly("Lived", "Met", "Lived");
    assertThat(((Fact.Lived) life.lastFacts().getFirst()).ticks()).isEqualTo(60);
    assertThat(life.lastFacts().get(1).causes()).containsExactly(2L);
  }

  @Test
  void stimuliDueAtTheSameTickAreMetInTheOrderInWhichTheyCame() {
    var life =
        born()
            .when(meeting("noise", 0.1, new When.AtTick(50)))
            .when(meeting("noise", 0.3, new When.AtTick(40)))
            .when(meeting("noise", 0.2, new When.AtTick(50)))
            .after(60);
    assertThat(
            life.lastFacts().stream().filter(Fact.Met.class::isInstance).map(Fact.Met.class::cast))
        .extracting(met -> met.stimulus().intensity())
        .containsExactly(0.3, 0.1, 0.2);
    assertThat(life.alive().agenda()).isEqualTo(Agenda.EMPTY);
  }

  @Test
  void theStateIsMarkedEachHourOfTheBeingsTime() {
    var life = born().after(3 * Decider.MARK_INTERVAL_TICKS + 5);
    var marks = life.facts().stream().filter(Fact.Marked.class::isInstance).toList();
    assertThat(marks).hasSize(3);
  }

  /** The heart of determinism: how time is cut into spans changes nothing. */
  @ParameterizedTest
  @FieldSource("SEEDS")
  void aLifeIsTheSameHoweverItsTimeIsCut(long seed) {
    for (long life = 0; life < 200; life++) {
      var random = random(seed * 1_000 + life);
      long ticks = 1 + random.nextLong(40_000);
      var whole = withAgenda(random(seed), ticks).after(ticks);
      var cut = withAgenda(random(seed), ticks);
      for (long left = ticks; left > 0; ) {
        long step = Math.min(left, 1 + random.nextLong(random.nextBoolean() ? 10 : 9_000));
        cut.after(step);
        left -= step;
      }
      assertThat(StateHash.of(cut.state()))
          .as("seed %d, life %d, %d ticks", seed, life, ticks)
          .isEqualTo(StateHash.of(whole.state()));
    }
  }

  private static Given withAgenda(RandomGenerator random, long ticks) {
    var life = Given.unborn().when(birth("ada", 7, LawSettings.DEFAULT, Given.QUIET));
    for (int i = 0; i < 5; i++) {
      var kind = Given.QUIET.kinds().names().get(random.nextInt(3));
      life.when(meeting(kind, random.nextDouble(), new When.AtTick(random.nextLong(ticks))));
    }
    return life;
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
