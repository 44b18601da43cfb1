package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.actor.WorldFile;
import life.archive.Verified;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.StateHash;
import life.body.Vitals;
import life.chronicle.Verification;
import life.law.Laws;
import life.mind.Condition;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;

/** What somebody reads who has tampered with a life, or whose disk has. */
class VerificationViewTest {
  private static final LifeId ADA = new LifeId("ada");
  private static final List<Fact> LIFE = lived();

  private static List<Fact> lived() {
    var facts = new ArrayList<Fact>();
    var world = WorldFile.read(Path.of("../config/worlds/default.conf"));
    var course = new Course(new Decider(new Laws()), Decider.UNBORN, facts::add);
    course.take(
        new LifeCommand.BeBorn(new Origin(ADA, 5, LawSettings.DEFAULT, Instant.EPOCH), world));
    course.until(86_400);
    return facts;
  }

  private static JsonNode verified(List<Fact> facts) {
    var verification = new Verification(Laws::of, Decider.UNBORN);
    facts.forEach(verification::next);
    return VerificationView.of(
        new Verified(
            ADA, 0, verification.end(), verification.tally(), StateHash.of(verification.state())));
  }

  private static int first(Class<? extends Fact> type) {
    for (int i = LIFE.size() / 2; i < LIFE.size(); i++) {
      if (type.isInstance(LIFE.get(i))) {
        return i;
      }
    }
    throw new AssertionError("there is none");
  }

  private static JsonNode divergence(List<Fact> facts) {
    var document = verified(facts);
    assertThat(document.path("verdict").asText()).isEqualTo("diverged");
    return document.path("divergence");
  }

  @Test
  void aLifeThatIsRightIsEqual() {
    var document = verified(LIFE);
    assertThat(document.path("verdict").asText()).isEqualTo("equal");
    assertThat(document.path("compared").asInt()).isEqualTo(LIFE.size());
  }

  @Test
  void oneBitInARecordedVitalIsNamedByItsField() {
    int at = first(Fact.Lived.class);
    var lived = (Fact.Lived) LIFE.get(at);
    var after = lived.after();
    double bent = Math.nextDown(after.vitals().energy());
    var vitals = new Vitals(bent, after.vitals().stability(), after.vitals().integrity());
    var facts = new ArrayList<>(LIFE);
    facts.set(
        at,
        new Fact.Lived(
            lived.ticks(), new Condition(vitals, after.arousal(), after.felt(), after.pressure())));
    var divergence = divergence(facts);
    assertThat(divergence.path("seq").asInt()).isEqualTo(at + 1);
    assertThat(divergence.path("field").asText()).isEqualTo("after.vitals.energy");
    assertThat(divergence.path("expected").asDouble()).isEqualTo(after.vitals().energy());
    assertThat(divergence.path("recorded").asDouble()).isEqualTo(bent);
    assertThat(divergence.path("cause").asInt()).isEqualTo(at + 1);
  }

  @Test
  void anEditedStimulusIsNamedWhereItWasMet() {
    int met = first(Fact.Met.class);
    int at = Math.toIntExact(LIFE.get(met).causes().getFirst()) - 1;
    var reached = (Fact.Reached) LIFE.get(at);
    var other = new Stimulus(reached.stimulus().kind(), reached.stimulus().intensity() / 2);
    var facts = new ArrayList<>(LIFE);
    facts.set(at, new Fact.Reached(other, reached.due(), reached.source(), reached.key()));
    var divergence = divergence(facts);
    assertThat(divergence.path("seq").asInt()).isEqualTo(met + 1);
    assertThat(divergence.path("field").asText()).isEqualTo("stimulus.intensity");
    assertThat(divergence.path("cause").asInt()).isEqualTo(at + 1);
  }

  @Test
  void aDroppedFactAndSwappedFactsAreNamedByTheirType() {
    int met = first(Fact.Met.class);
    var dropped = new ArrayList<>(LIFE);
    dropped.remove(met);
    assertThat(divergence(dropped).path("seq").asInt()).isEqualTo(met + 1);
    assertThat(divergence(dropped).path("expected").asText()).isEqualTo("met");
    var swapped = new ArrayList<>(LIFE);
    swapped.set(met, LIFE.get(met + 1));
    swapped.set(met + 1, LIFE.get(met));
    assertThat(divergence(swapped).path("seq").asInt()).isEqualTo(met + 1);
    assertThat(divergence(swapped).path("field").asText()).isEqualTo("type");
  }

  @Test
  void lawsThatAreNotHereAreNamed() {
    var verification = new Verification(_ -> Optional.empty(), Decider.UNBORN);
    LIFE.forEach(verification::next);
    var document =
        VerificationView.of(
            new Verified(
                ADA, 0, verification.end(), verification.tally(), StateHash.of(Decider.UNBORN)));
    assertThat(document.path("verdict").asText()).isEqualTo("not-comparable");
    assertThat(document.path("lawsVersion").asInt()).isEqualTo(Laws.VERSION);
  }
}
