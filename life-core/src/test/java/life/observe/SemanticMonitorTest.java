package life.observe;

import static life.observe.Watched.DAY;
import static life.observe.Watched.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import life.being.Decider;
import life.being.Given;
import life.being.LawSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticMonitorTest {
  @Test
  void oneCauseIsOneObservationWithBeginPeakAndEnd() {
    var life = stormy(21, false).lives(2 * DAY);
    assertThat(life.noticed()).hasSize(1);
    var storm = life.noticed().getFirst();
    var end = Objects.requireNonNull(storm.end());
    assertThat(storm.begin().tick()).isEqualTo(3 * DAY);
    assertThat(storm.noticed().tick()).isBetween(3 * DAY, 3 * DAY + HOUR);
    assertThat(storm.peak().tick()).isBetween(storm.noticed().tick(), end.tick());
    assertThat(end.tick()).isBetween(3 * DAY, 3 * DAY + 12 * HOUR);
    assertThat(storm.words()).contains("shock came");
  }

  @Test
  void everyChangeIsANewVersionOfTheSameNumber() {
    var life = stormy(22, false).lives(2 * DAY);
    var versions = life.versions();
    assertThat(versions).hasSizeGreaterThan(2);
    for (int i = 0; i < versions.size(); i++) {
      assertThat(versions.get(i).version()).isEqualTo(i + 1);
    }
    var last = new TreeMap<Integer, Observation>();
    for (var version : versions) {
      var earlier = last.put(version.number(), version);
      if (earlier != null) {
        assertThat(earlier.isOpen()).isTrue();
        assertThat(version.noticed()).isEqualTo(earlier.noticed());
        assertThat(version.signs().size()).isGreaterThanOrEqualTo(earlier.signs().size());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36})
  void aMonitorThatIsPutDownAndTakenUpComesToTheSame(long seed) {
    var undisturbed = stormy(seed, false).lives(DAY).livesInSilence(DAY).lives(DAY);
    var disturbed = stormy(seed, true).lives(DAY);
    disturbed.putDownAndTakenUp().livesInSilence(DAY).putDownAndTakenUp().lives(DAY);
    assertThat(disturbed.versions()).isEqualTo(undisturbed.versions()).isNotEmpty();
    assertThat(disturbed.kept()).isEqualTo(undisturbed.kept());
    assertThat(disturbed.interpretation()).isEqualTo(undisturbed.interpretation());
    for (var scope : Scope.values()) {
      assertThat(disturbed.window(scope)).isEqualTo(undisturbed.window(scope));
    }
  }

  @Test
  void itKnowsHowTheBeingIsDoingAndSumsItUpAsTheFoldsByThemselvesDo() {
    var life = stormy(71, true);
    var outlook = new Outlook();
    var windows = new Windows();
    var state = Decider.UNBORN;
    for (var fact : life.facts()) {
      var after = Decider.evolve(state, fact);
      outlook.next(state, fact, after);
      windows.next(state, fact, after, _ -> {});
      state = after;
    }
    assertThat(life.interpretation()).isEqualTo(outlook.of(state));
    assertThat(life.interpretation().sentence()).contains("shocks");
    for (var scope : Scope.values()) {
      assertThat(life.window(scope)).isEqualTo(windows.now(scope).orElseThrow());
    }
    assertThat(life.window(Scope.LIFE).facts().count()).isEqualTo(life.facts().size());
    assertThat(new SemanticMonitor().window(Scope.LIFE)).isEmpty();
  }

  @Test
  void ofTheDeadItIsSaidThatTheyDiedAndTheirLifeIsSummedUp() {
    var life = Watched.born(41).lives(DAY);
    for (int i = 0; i < 400 && life.being().isAlive(); i++) {
      life.meets("shock", 1).lives(60);
    }
    assertThat(life.interpretation().wellbeing()).isEqualTo(Wellbeing.DEAD);
    assertThat(life.window(Scope.LIFE).facts().last()).isEqualTo(life.facts().size());
  }

  /** Three days, then a storm of shocks; put down between any two stimuli, if so wished. */
  private static Watched stormy(long seed, boolean putDown) {
    var life = Watched.born(seed).lives(3 * DAY);
    for (int i = 0; i < 14; i++) {
      life.meets("shock", 0.5).lives(240);
      if (putDown) {
        life.putDownAndTakenUp();
      }
    }
    return life;
  }

  @Test
  void whatWasNoticedEndsWithTheLife() {
    var life = Watched.born(41).lives(2 * DAY);
    for (int i = 0; i < 400 && life.being().isAlive(); i++) {
      life.meets("shock", 1).lives(60);
    }
    assertThat(life.noticed()).isNotEmpty().noneMatch(Observation::isOpen);
  }

  @Test
  void itTakesFactsInTheirOrderOnly() {
    var monitor = new SemanticMonitor();
    var given = Given.unborn().when(Given.birth("ada", 1, LawSettings.DEFAULT, Watched.WORLD));
    monitor.next(Decider.UNBORN, given.facts().getFirst(), given.state());
    assertThatThrownBy(() -> monitor.next(Decider.UNBORN, given.facts().getFirst(), given.state()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after fact 1 comes the next one");
  }

  @Test
  void whatIsNoKeptMonitorIsRefused() {
    byte[] kept = stormy(51, false).kept();
    assertThatThrownBy(() -> SemanticMonitor.of(new byte[] {99}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SemanticMonitor.of(Arrays.copyOf(kept, kept.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after its end");
    var random = new Random(51);
    for (int i = 0; i < 200; i++) {
      int length = random.nextInt(kept.length);
      assertThatThrownBy(() -> SemanticMonitor.of(Arrays.copyOf(kept, length)))
          .as("cut after %d bytes", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aLongLifeNeedsNoMoreThanAShortOne() {
    var life = Watched.born(61).lives(30 * DAY);
    int bytes = life.kept().length;
    System.out.println(bytes + " bytes after 30 days");
    assertThat(bytes).isLessThan(256 * 1024);
  }
}
