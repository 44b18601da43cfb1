package life.bench.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.being.Source;
import life.bench.trouble.Trial.Purpose;
import life.observe.Juncture;
import life.observe.Observation;
import life.observe.Sign;
import life.observe.SignKind;
import life.world.Weather;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final long DAY = Ticks.DAY;
  private static final Label STORM =
      new Label(Trouble.SHOCK_STORM, 10 * DAY, 11 * DAY, 11 * DAY, 7, "many shocks");
  private static final Label DRIFT =
      new Label(
          Trouble.DRIFTING_METABOLISM, 10 * DAY, 13 * DAY, Long.MAX_VALUE, 7, "ever more energy");

  @Test
  void troubleIsFoundFromItsBeginToADayAfterItsEnd() {
    assertThat(noticed(STORM, 10 * DAY - 1).isFound()).isFalse();
    assertThat(noticed(STORM, 10 * DAY).isFound()).isTrue();
    assertThat(noticed(STORM, 12 * DAY).isFound()).isTrue();
    assertThat(noticed(STORM, 12 * DAY + 1).isFound()).isFalse();
  }

  @Test
  void whatIsNoticedBeforeTheTroubleOrTooLongAfterItIsFalse() {
    var verdict = noticed(STORM, 9 * DAY, 10 * DAY, 11 * DAY, 13 * DAY);

    assertThat(verdict.falses()).extracting(Observation::number).containsExactly(1, 4);
    assertThat(verdict.inTime()).extracting(Observation::number).containsExactly(2, 3);
    assertThat(verdict.late()).isZero();
  }

  @Test
  void whatIsNoticedOfTroubleThatStaysWhenItMustHaveShownLongAgoIsLate() {
    var verdict = noticed(DRIFT, 9 * DAY, 20 * DAY);

    assertThat(verdict.isFound()).isFalse();
    assertThat(verdict.late()).isEqualTo(1);
    assertThat(verdict.falses()).hasSize(1);
  }

  @Test
  void whatIsNoticedInACleanLifeIsFalse() {
    var score = new Score(List.of(), List.of(clean(3 * DAY), clean(), clean(DAY, 5 * DAY)));

    assertThat(score.falsesInClean()).isEqualTo(3);
    assertThat(score.falsesPerTenDays()).isCloseTo(3 / 9.0, within(1e-9));
  }

  @Test
  void aFurtherEpisodeOfTheSameTroubleIsNeitherTrueNorFalse() {
    var score =
        new Score(
            List.of(noticed(STORM, 10 * DAY + 60, 11 * DAY), noticed(STORM)), List.of(clean(DAY)));

    assertThat(score.recall()).isEqualTo(0.5);
    assertThat(score.precision()).isEqualTo(0.5);
    assertThat(score.medianDelay()).isEqualTo(60);
    assertThat(score.episodesPerFound()).isEqualTo(2);
  }

  @Test
  void troubleIsRightlyNamedByASignThatSaysWhatItIs() {
    var flood = shown(STORM, SignKind.SURPRISE, SignKind.FLOOD);
    var surprise = shown(STORM, SignKind.SURPRISE);

    assertThat(new Score(List.of(flood, surprise), List.of()).rightlyNamed()).isEqualTo(0.5);
  }

  @Test
  void aWatcherThatKnowsEverythingFindsAllAndOneThatSeesGhostsIsFalse() {
    var omniscient = trial(JudgeTest::seesWhatSomebodySends).all();
    var blind = trial(() -> (_, _, _) -> List.of()).all();
    var fearful = trial(JudgeTest::seesGhostsEachDay);

    assertThat(omniscient.recall()).isEqualTo(1);
    assertThat(omniscient.precision()).isEqualTo(1);
    assertThat(blind.recall()).isZero();
    assertThat(fearful.all().precision()).isLessThan(0.2);
    assertThat(fearful.of(Weather.NORMAL).falsesPerTenDays()).isCloseTo(10, within(1.0));
  }

  @Test
  void heldOutKindsAreNeverLivedForTuning() {
    assertThatThrownBy(() ->
            Trial.of(
                Purpose.TUNING,
                Observed.WORLD,
                List.of(Trouble.STUCK_VITAL),
                1,
                1,
                () -> (_, _, _) -> List.of()))
        .hasMessage("stuck-vital is held out of tuning");
    assertThat(Stream.of(Trouble.values()).filter(Trouble::isForTuning))
        .containsExactly(
            Trouble.DRIFTING_METABOLISM,
            Trouble.LOST_SLEEP,
            Trouble.SHOCK_STORM,
            Trouble.DUPLICATED_STIMULUS);
  }

  private static Trial trial(Supplier<Watcher> watcher) {
    return Trial.of(Purpose.TUNING, Observed.WORLD, List.of(Trouble.SHOCK_STORM), 2, 1, watcher);
  }

  private static Watcher seesWhatSomebodySends() {
    var seen = new ArrayList<Observation>();
    return (_, fact, after) -> {
      if (seen.isEmpty()
          && after instanceof Alive being
          && fact instanceof Fact.Reached reached
          && reached.source() == Source.OUTSIDE) {
        seen.add(observation(1, being.tick(), SignKind.FLOOD));
        return List.copyOf(seen);
      }
      return List.of();
    };
  }

  private static Watcher seesGhostsEachDay() {
    var seen = new ArrayList<Observation>();
    return (_, _, after) -> {
      if (after instanceof Alive being && being.tick() >= seen.size() * DAY) {
        seen.add(observation(seen.size() + 1, being.tick(), SignKind.SURPRISE));
        return List.of(seen.getLast());
      }
      return List.of();
    };
  }

  private static Verdict noticed(Label label, long... ticks) {
    return new Verdict(1, 30, Optional.of(label), episodes(ticks));
  }

  private static Verdict shown(Label label, SignKind... signs) {
    return new Verdict(1, 30, Optional.of(label), List.of(observation(1, label.begin(), signs)));
  }

  private static Verdict clean(long... ticks) {
    return new Verdict(1, 30, Optional.empty(), episodes(ticks));
  }

  private static List<Observation> episodes(long... ticks) {
    var all = new ArrayList<Observation>();
    for (long tick : ticks) {
      all.add(observation(all.size() + 1, tick, SignKind.SURPRISE));
    }
    return all;
  }

  private static Observation observation(int number, long tick, SignKind... kinds) {
    var now = new Juncture(1, tick);
    var signs =
        Stream.of(kinds).map(kind -> new Sign(kind, "", now, List.of(1L), 1, "it is odd")).toList();
    return new Observation(number, number, now, now, now, null, signs);
  }
}
