package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import life.actor.WorldFile;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.Source;
import life.being.When;
import life.chronicle.Curve;
import life.law.Laws;
import life.world.Stimulus;
import life.world.World;
import org.junit.jupiter.api.Test;

class SeriesViewTest {
  private static final World WORLD = WorldFile.read(Path.of("../config/worlds/default.conf"));
  private static final World DESERT = World.plain("desert", 0, WORLD.kinds().list());
  private static final long DAY = 86_400;

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void aLivingBeingHasASeriesUpToNow() {
    var life = born(WORLD);
    life.take(meet("shock", 0.9));
    life.take(meet("noise", 0.2));
    life.until(60);
    var series = series(life.state(), new Curve(0, 60, 30));
    assertThat(series.path("life").asText()).isEqualTo("ada");
    assertThat(series.path("tickSeconds").asDouble()).isEqualTo(1);
    assertThat(series.path("from").asLong()).isZero();
    assertThat(series.path("to").asLong()).isEqualTo(60);
    assertThat(series.path("phase").asText()).isEqualTo("ALIVE");
    assertThat(series.path("alive").asBoolean()).isTrue();
    assertThat(series.path("cause").isNull()).isTrue();
    assertThat(series.path("age").asText()).isEqualTo("PT1M");
    assertThat(series.path("turnings").toString()).isEqualTo("[{\"tick\":0,\"type\":\"born\"}]");
    assertThat(series.path("turningsLeftOut").asLong()).isZero();
    assertThat(series.path("buckets")).hasSize(30);
    var first = series.path("buckets").get(0);
    assertThat(first.path("tick").asLong()).isZero();
    assertThat(first.path("until").asLong()).isEqualTo(2);
    assertThat(first.path("energy").get(1).asDouble()).isEqualTo(100);
    assertThat(first.path("energy").get(0).asDouble()).isLessThan(100);
    for (var name : List.of("energy", "stability", "integrity", "drive", "arousal")) {
      assertThat(first.path(name)).as(name).hasSize(2).allMatch(JsonNode::isNumber);
    }
    assertThat(first.path("felt").asDouble()).isPositive();
    assertThat(first.path("asleep").asDouble()).isZero();
    assertThat(first.path("stimuli").asInt()).isEqualTo(2);
    assertThat(first.path("strongest").toString())
        .isEqualTo("{\"kind\":\"shock\",\"intensity\":0.9}");
    assertThat(first.path("phase").asText()).isEqualTo("ALIVE");
    assertThat(series.path("buckets").get(29).path("strongest").isNull()).isTrue();
  }

  @Test
  void theDeadHaveOneUpToTheirDeath() {
    var life = born(DESERT).until(9 * DAY);
    long died = life.last().tick();
    var series = series(life.state(), new Curve(0, died, 100));
    assertThat(series.path("phase").asText()).isEqualTo("DEAD");
    assertThat(series.path("alive").asBoolean(true)).isFalse();
    assertThat(series.path("cause").asText()).isEqualTo("starvation");
    assertThat(series.path("buckets").get(99).path("phase").asText()).isEqualTo("DEAD");
    var last = series.path("turnings").get(series.path("turnings").size() - 1);
    assertThat(last.toString())
        .isEqualTo("{\"tick\":" + died + ",\"type\":\"died\",\"cause\":\"starvation\"}");
  }

  @Test
  void theUnbornHaveNone() {
    assertThatThrownBy(() -> SeriesView.of(Decider.UNBORN, new Curve(0, 1, 1)))
        .hasMessage("the unborn have no course");
  }

  private Course born(World world) {
    var life = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    life.take(
        new LifeCommand.BeBorn(
            new Origin(new LifeId("ada"), 7, LawSettings.DEFAULT, Instant.EPOCH), world));
    return life;
  }

  private static LifeCommand meet(String kind, double intensity) {
    return new LifeCommand.Meet(
        new Stimulus(kind, intensity), new When.Now(), Source.OUTSIDE, null);
  }

  private ObjectNode series(SelfState head, Curve curve) {
    var state = Decider.UNBORN;
    for (var fact : facts) {
      var after = Decider.evolve(state, fact);
      curve.add(state, fact, after);
      state = after;
    }
    return SeriesView.of(head, curve);
  }
}
