package life.law;

import static life.being.Given.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import life.being.Fact;
import life.being.Given;
import life.being.LawSettings;
import life.being.SettingsFor;
import life.body.Shift;
import life.mind.Association;
import life.mind.Response;
import life.mind.SleepCycle;
import life.mind.Trial;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.junit.jupiter.api.Test;

class LearningTest {
  private static final LawSettings TIRELESS = SettingsFor.tireless(SleepCycle.USUAL, 0);
  private static final long HOUR = 3_600;
  private static final World LABORATORY =
      World.plain(
          "laboratory",
          0,
          List.of(
              new StimulusKind("tone", 0, 0, 1, Shift.NONE, 0.6, Family.BODILY),
              new StimulusKind("light", 0, 0, 1, Shift.NONE, 0.6, Family.BODILY),
              new StimulusKind("shock", 0, 0, 1, new Shift(0, -0.3, 0), 1, Family.BODILY)));

  @Test
  void theConsequenceIsObservedLaterAndLinkedToWhatItFollowedOn() {
    var life = newborn().when(meeting("tone", 1)).after(60).when(meeting("shock", 0.5));
    long tone = 3;
    life.after((long) Trial.WINDOW_SECONDS - 60);
    var observed = observed(life);
    assertThat(observed).hasSize(1);
    assertThat(observed.getFirst().causes()).containsExactly(tone);
    assertThat(observed.getFirst().before()).isZero();
    assertThat(observed.getFirst().after()).isCloseTo(life.alive().drive(), within(1e-12));
    life.after(60);
    assertThat(observed(life)).hasSize(2);
  }

  @Test
  void aCueThatIsFollowedByHarmComesToAnnounceIt() {
    var trained = trained(30, 60);
    assertThat(trained.alive().mind().associationOf("tone").strength())
        .isGreaterThan(Association.COUNTED_ON);
    assertThat(trained(30, 3 * HOUR).alive().mind().associationOf("tone").strength())
        .isLessThan(Association.COUNTED_ON / 10);
  }

  @Test
  void whatIsNotFollowedByHarmAnyMoreIsUnlearned() {
    var life = trained(30, 60);
    double learned = life.alive().mind().associationOf("tone").strength();
    for (int i = 0; i < 40; i++) {
      life.when(meeting("tone", 1)).after(12 * HOUR);
    }
    assertThat(life.alive().mind().associationOf("tone").strength()).isLessThan(learned / 4);
  }

  @Test
  void aSecondCueBesideOneThatAnnouncesAllIsBlocked() {
    var blocked = trained(60, 60);
    var fresh = newborn();
    for (var life : List.of(blocked, fresh)) {
      for (int i = 0; i < 15; i++) {
        life.when(meeting("tone", 1)).when(meeting("light", 1)).after(60);
        life.when(meeting("shock", 0.5)).after(24 * HOUR);
      }
    }
    double alone = fresh.alive().mind().associationOf("light").strength();
    assertThat(blocked.alive().mind().associationOf("light").strength()).isLessThan(alone / 2);
  }

  /** Paired twins differ by the cue alone; what was learned must change what is felt. */
  @Test
  void aLearnedCueLowersTheDriveOverTheShockThatFollows() {
    double announced = driveOver(trained(30, 60), true);
    double unannounced = driveOver(trained(30, 60), false);
    assertThat(announced).isLessThan(0.8 * unannounced);
  }

  @Test
  void aCueThatWasNeverFollowedByTheShockMakesNoDifference() {
    double cued = driveOver(trained(30, 3 * HOUR), true);
    double uncued = driveOver(trained(30, 3 * HOUR), false);
    assertThat(cued).isEqualTo(uncued);
  }

  @Test
  void whatIsExpectedIsDampened() {
    var life = awake(trained(30, 60));
    life.when(meeting("tone", 1)).after(60).when(meeting("shock", 0.5));
    assertThat(AppraisalTest.lastMet(life).meaning().response()).isEqualTo(Response.DAMPEN);
    var other = awake(trained(30, 60));
    other.after(60).when(meeting("shock", 0.5));
    assertThat(AppraisalTest.lastMet(other).meaning().response()).isEqualTo(Response.ABSORB);
  }

  @Test
  void howeverMuchIsSentAtOnceTheOpenTrialsStayFew() {
    var life = newborn();
    for (int i = 0; i < 500; i++) {
      life.when(meeting("shock", 0.5)).after(1);
    }
    assertThat(life.alive().mind().trials()).hasSizeLessThanOrEqualTo(Trial.MOST_OPEN);
  }

  /** Cue and shock once a day, so far apart; a day between pairs lets the being mend. */
  private static Given trained(int days, long apart) {
    var life = newborn();
    for (int day = 0; day < days; day++) {
      life.when(meeting("tone", 1)).after(apart);
      life.when(meeting("shock", 0.5)).after(24 * HOUR - apart);
    }
    return life;
  }

  private static double driveOver(Given life, boolean withCue) {
    awake(life);
    if (withCue) {
      life.when(meeting("tone", 1));
    }
    life.after(60).when(meeting("shock", 0.9));
    double sum = 0;
    for (int minute = 0; minute < 60; minute++) {
      sum += life.after(60).alive().drive();
    }
    return sum;
  }

  private static Given awake(Given life) {
    life.after(Given.days(2));
    while (life.alive().sleep().asleep()) {
      life.after(60);
    }
    return life;
  }

  private static Given newborn() {
    return Given.unborn().when(Given.birth("ada", 7, TIRELESS, LABORATORY));
  }

  private static List<Fact.Observed> observed(Given life) {
    return life.facts().stream()
        .filter(Fact.Observed.class::isInstance)
        .map(Fact.Observed.class::cast)
        .toList();
  }
}
