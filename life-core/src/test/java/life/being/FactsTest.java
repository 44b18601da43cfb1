package life.being;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import life.law.Laws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FactsTest {
  static final List<Long> SEEDS = List.of(11L, 12L, 13L, 14L);

  private static final Decider DECIDER = new Decider(new Laws());

  @ParameterizedTest
  @FieldSource("SEEDS")
  void derivedFactsNameEarlierFactsAsTheirCauses(long seed) {
    for (long n = 0; n < 100; n++) {
      var facts = eventful(new SplittableRandom(seed + n)).facts();
      for (int i = 0; i < facts.size(); i++) {
        long seq = i + 1L;
        switch (facts.get(i)) {
          case Fact.Input input -> assertThat(input.causes()).isEmpty();
          case Fact.Derived derived ->
              assertThat(derived.causes()).isNotEmpty().allMatch(c -> c >= 1 && c < seq);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void livingALifeAgainFromItsInputsGivesTheSameFacts(long seed) {
    for (long n = 0; n < 100; n++) {
      var life = eventful(new SplittableRandom(seed + n));
      var again = new ArrayList<Fact>();
      var state = Decider.UNBORN;
      for (var fact : life.facts()) {
        if (fact instanceof Fact.Input input) {
          var decision = DECIDER.decide(state, LifeCommand.of(input));
          assertThat(decision).isInstanceOf(Decision.Happened.class);
          for (var made : ((Decision.Happened) decision).facts()) {
            again.add(made);
            state = Decider.evolve(state, made);
          }
        }
      }
      assertThat(again).as("seed %d, life %d", seed, n).isEqualTo(life.facts());
      assertThat(StateHash.of(state)).isEqualTo(StateHash.of(life.state()));
    }
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void theStateIsTheFoldOfTheFactsAndNumbersThemWithoutGaps(long seed) {
    for (long n = 0; n < 100; n++) {
      var life = eventful(new SplittableRandom(seed + n));
      var state = Decider.UNBORN;
      long seq = 0;
      for (var fact : life.facts()) {
        state = Decider.evolve(state, fact);
        assertThat(state.seq()).isEqualTo(++seq);
      }
      assertThat(state).isEqualTo(life.state());
    }
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void subjectiveAgeNeverDecreases(long seed) {
    for (long n = 0; n < 100; n++) {
      double felt = 0;
      for (var fact : eventful(new SplittableRandom(seed + n)).facts()) {
        double now =
            switch (fact) {
              case Fact.Lived lived -> lived.after().felt();
              case Fact.Met met -> met.after().felt();
              default -> felt;
            };
        assertThat(now).isGreaterThanOrEqualTo(felt);
        felt = now;
      }
      assertThat(felt).isPositive();
    }
  }

  /** A life of random commands, some of them refused. */
  private static Given eventful(SplittableRandom random) {
    var settings = LawSettings.DEFAULT.withMortality(random.nextInt(4) > 0);
    var life = Given.unborn().when(Given.birth("ada", random.nextLong(), settings, Given.BUSY));
    for (int i = 0; i < 60; i++) {
      var kind = List.of("noise", "shock", "recovery", "unknown").get(random.nextInt(4));
      var when =
          switch (random.nextInt(3)) {
            case 0 -> new When.Now();
            case 1 -> new When.InTicks(random.nextLong(30_000));
            default -> new When.AtTick(random.nextLong(100_000));
          };
      switch (random.nextInt(6)) {
        case 0, 1 -> life.when(Given.meeting(kind, random.nextDouble(), when));
        case 2 -> life.when(new LifeCommand.Resume(random.nextLong(100_000)));
        case 3 ->
            life.when(new LifeCommand.Settle(random.nextBoolean() ? Given.BUSY : Given.QUIET));
        default -> life.after(1 + random.nextLong(20_000));
      }
    }
    return life;
  }
}
