package life.bench.trouble;

import static life.bench.trouble.Ticks.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState.Alive;
import life.law.Laws;
import life.world.Weather;
import life.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelledLivesTest {
  private static final long SEED = 77;

  @ParameterizedTest
  @EnumSource
  void aCleanLifeIsTheLifeThatTheProgramWouldLead(Weather weather) {
    var world = Observed.WORLD.under(weather);
    var life = LabelledLife.clean(world, SEED);

    assertThat(life.label()).isEmpty();
    assertThat(facts(life)).isEqualTo(course(world, SEED));
  }

  @ParameterizedTest
  @EnumSource
  void untilItsTroubleItIsTheLifeThatItWouldHaveBeen(Trouble trouble) {
    var life = LabelledLife.with(trouble, Observed.WORLD, SEED);
    var label = life.label().orElseThrow();
    var facts = facts(life);
    var usual = course(Observed.WORLD, life.seed());
    int common = Math.toIntExact(label.seq() - 1);

    assertThat(facts.subList(0, common)).isEqualTo(usual.subList(0, common));
    assertThat(facts.get(common)).as("%s", label).isNotEqualTo(usual.get(common));
  }

  @ParameterizedTest
  @EnumSource
  void troubleBeginsInTheMiddleOfTheLifeWithTheFactThatIsNamed(Trouble trouble) {
    var life = Observed.with(trouble, SEED);
    var label = life.label();
    var first = life.steps().get(Math.toIntExact(label.seq() - 1));

    assertThat(first.after().seq()).isEqualTo(label.seq());
    assertThat(first.tick()).isGreaterThanOrEqualTo(label.begin());
    assertThat(label.begin()).isBetween(8 * DAY, 22 * DAY);
    assertThat(label.end()).isGreaterThanOrEqualTo(label.begin()).isLessThan(26 * DAY);
    assertThat(label.trouble()).isEqualTo(trouble);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedIsTheSameLife(Trouble trouble) {
    var one = LabelledLife.with(trouble, Observed.WORLD, SEED);
    var other = LabelledLife.with(trouble, Observed.WORLD, SEED);

    assertThat(one.label()).isEqualTo(other.label());
    assertThat(facts(one)).isEqualTo(facts(other));
    assertThat(LabelledLife.with(trouble, Observed.WORLD, SEED + 1).label())
        .isNotEqualTo(one.label());
  }

  @ParameterizedTest
  @EnumSource
  void whatTroublesABeingIsNoPartOfWhatItWasBornWith(Trouble trouble) {
    var life = Observed.with(trouble, SEED);

    assertThat(life.steps())
        .allMatch(step ->
            !(step.after() instanceof Alive alive)
                || alive.origin().laws().equals(LawSettings.DEFAULT));
  }

  @Test
  void aBeingThatDiesTooEarlyIsPassedOverForTheNextOne() {
    var storm = Observed.WORLD.under(Weather.STORM);
    var life = LabelledLife.with(Trouble.SILENT_WORLD, storm, 2);

    assertThat(life.seed()).isNotEqualTo(2);
    assertThat(life.label()).isPresent();
  }

  private static List<Fact> facts(LabelledLife life) {
    var facts = new ArrayList<Fact>();
    life.live((_, fact, _) -> facts.add(fact));
    return facts;
  }

  private static List<Fact> course(World world, long seed) {
    var facts = new ArrayList<Fact>();
    var course = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    var origin = new Origin(new LifeId("ada"), seed, LawSettings.DEFAULT, Instant.EPOCH);
    course.take(new LifeCommand.BeBorn(origin, world));
    course.until(LabelledLife.DAYS * DAY);
    return facts;
  }
}
