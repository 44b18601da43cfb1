package life.law;

import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import life.being.Fact;
import life.being.Given;
import life.being.SettingsFor;
import life.body.Shift;
import life.mind.Episode;
import life.mind.LongTerm;
import life.mind.Memory;
import life.mind.Retrieval;
import life.mind.SleepCycle;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final World REMEMBERED =
      World.plain(
          "remembered",
          0,
          List.of(
              kind("shock", -0.3, 1, Family.BODILY),
              kind("joy", 0.1, 0.8, Family.AFFECTIVE),
              kind("sadness", -0.1, 0.8, Family.AFFECTIVE),
              kind("doubt", -0.05, 0.8, Family.COGNITIVE),
              kind("memory-echo", 0.05, 0.6, Family.INNER)));

  private static StimulusKind kind(String name, double stability, double weight, Family family) {
    return new StimulusKind(name, 0, 0, 1, new Shift(0, stability, 0), weight, family);
  }

  @Test
  void shortTermMemoryHoldsTheLastSevenWithTheStateTheyMet() {
    var life = newborn();
    for (int i = 0; i < 12; i++) {
      life.after(10).when(meeting("doubt", 0.3 + i * 0.05));
    }
    var held = life.alive().mind().memory().shortTerm();
    assertThat(held).hasSize(Memory.SPAN);
    assertThat(held.getFirst().intensity()).isEqualTo(0.3 + 5 * 0.05);
    assertThat(held.getLast().met().stability())
        .isGreaterThan(life.alive().condition().vitals().stability());
  }

  @Test
  void sleepMovesWhatMatteredIntoLongTermMemory() {
    var life = newborn().when(meeting("joy", 0.9)).after(60).when(meeting("doubt", 0.1));
    assertThat(life.alive().mind().memory().longTerm().traces()).isEmpty();
    life.after(Given.days(1));
    var memory = life.alive().mind().memory();
    assertThat(memory.shortTerm()).isEmpty();
    assertThat(memory.longTerm().traces()).extracting(t -> t.kind()).containsExactly("joy");
    var consolidated = only(life, Fact.Consolidated.class).getFirst();
    assertThat(life.facts().get((int) (consolidated.causes().getFirst() - 1)))
        .isInstanceOf(Fact.Lived.class);
  }

  @Test
  void whoeverIsKeptAwakeKeepsNothing() {
    var laws = SettingsFor.tireless(SettingsFor.NO_SLEEP, 0);
    var life = Given.unborn().when(Given.birth("ada", 7, laws, REMEMBERED));
    life.when(meeting("joy", 0.9)).after(Given.days(3));
    assertThat(life.alive().mind().memory().longTerm().traces()).isEmpty();
  }

  @Test
  void aStimulusBringsBackWhatIsNearestToIt() {
    var life = newborn().when(meeting("joy", 0.9)).after(60).when(meeting("shock", 0.9));
    morning(life);
    life.when(meeting("sadness", 0.9));
    var recalled = only(life, Fact.Recalled.class);
    assertThat(recalled).hasSize(1);
    var trace = life.alive().mind().memory().longTerm().find(recalled.getFirst().trace());
    assertThat(trace.orElseThrow().kind()).isEqualTo("joy");
    assertThat(trace.orElseThrow().level().uses()).isEqualTo(2);
    assertThat(recalled.getFirst().causes()).hasSize(2).contains(trace.orElseThrow().id());
  }

  @Test
  void anEchoIsAlwaysOfARealEpisode() {
    int echoes = 0;
    for (long seed = 1; seed <= 20; seed++) {
      var laws = SettingsFor.tireless(SleepCycle.USUAL, 0);
      var life = Given.unborn().when(Given.birth("ada", seed, laws, REMEMBERED));
      life.when(meeting("joy", 0.9)).after(60).when(meeting("shock", 0.9)).after(Given.days(6));
      var met =
          only(life, Fact.Met.class).stream().map(Fact.Met::stimulus).collect(Collectors.toSet());
      for (var echo : only(life, Fact.Echoed.class)) {
        var original = life.facts().get((int) echo.trace() - 1);
        assertThat(original).isInstanceOf(Fact.Met.class);
        assertThat(met).contains(((Fact.Met) original).stimulus());
        assertThat(echo.causes()).contains(echo.trace());
        echoes++;
      }
    }
    assertThat(echoes).isBetween(200, 1_200);
  }

  @Test
  void aBitterMemoryTakesWhatASweetOneGives() {
    assertThat(firstEcho("joy").meaning().impact().stability()).isPositive();
    assertThat(firstEcho("shock").meaning().impact().stability()).isNegative();
  }

  private static Fact.Echoed firstEcho(String kind) {
    var life = newborn().when(meeting("sadness", 0.3)).when(meeting(kind, 0.9));
    for (int day = 0; day < 30; day++) {
      life.after(Given.days(1));
      for (var echo : only(life, Fact.Echoed.class)) {
        if (((Fact.Met) life.facts().get((int) echo.trace() - 1)).stimulus().kind().equals(kind)) {
          return echo;
        }
      }
    }
    throw new AssertionError("no echo in a month");
  }

  @Test
  void whatIsNeverRemindedOfIsForgottenAfterMonths() {
    var world = World.plain("mute", 0, List.of(kind("joy", 0.1, 0.8, Family.AFFECTIVE)));
    var laws = SettingsFor.tireless(SleepCycle.USUAL, 0);
    var life = Given.unborn().when(Given.birth("ada", 7, laws, world));
    life.when(meeting("joy", 0.9)).after(Given.days(20));
    var trace = life.alive().mind().memory().longTerm().traces().getFirst();
    life.after(Given.days(130));
    assertThat(trace.level().activation(life.alive().condition().felt()))
        .isLessThan(Retrieval.FORGOTTEN);
    life.when(meeting("joy", 0.1)).after(Given.days(2));
    assertThat(life.alive().mind().memory().longTerm().find(trace.id())).isEmpty();
  }

  @Test
  void wherePlaceIsShortAlikeEpisodesBecomeAGroup() {
    var life = newborn();
    for (int i = 0; i < 400; i++) {
      life.when(meeting(i % 2 == 0 ? "joy" : "doubt", 0.9)).after(3_600);
    }
    var traces = life.alive().mind().memory().longTerm().traces();
    assertThat(traces).hasSizeLessThanOrEqualTo(LongTerm.CAPACITY);
    assertThat(traces).anyMatch(trace -> trace.episodes() > 1);
    for (var trace : traces) {
      assertThat(trace.level().uses()).isGreaterThanOrEqualTo(trace.episodes());
    }
  }

  @Test
  void whatMatteredMoreIsKeptWhereTheDayWasLong() {
    var life = newborn();
    life.when(meeting("shock", 0.9));
    for (int i = 0; i < 100; i++) {
      life.after(60).when(meeting("doubt", 0.4));
    }
    assertThat(life.alive().mind().memory().worthKeeping())
        .hasSizeLessThanOrEqualTo(Memory.MOST_AWAITING + Memory.SPAN)
        .extracting(Episode::kind)
        .contains("shock");
  }

  private static Given newborn() {
    var laws = SettingsFor.tireless(SleepCycle.USUAL, 0);
    return Given.unborn().when(Given.birth("ada", 7, laws, REMEMBERED));
  }

  private static Given morning(Given life) {
    while (!life.alive().sleep().asleep()) {
      life.after(60);
    }
    while (life.alive().sleep().asleep()) {
      life.after(60);
    }
    return life;
  }

  private static <F extends Fact> List<F> only(Given life, Class<F> type) {
    return life.facts().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
