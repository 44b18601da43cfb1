package life.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.Origin;
import life.being.StateHash;
import life.body.Vitals;
import life.chronicle.Verification.Outcome;
import life.law.Laws;
import life.mind.Condition;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  private static final Recorded LIFE = Recorded.of(1);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aLifeAsItWasLivedIsEqual(long seed) {
    var record = Recorded.of(seed);
    var verified = record.verified();
    assertThat(verified.outcome()).isEqualTo(new Outcome.Equal());
    assertThat(verified.tally().compared()).isEqualTo(record.facts().size());
    assertThat(verified.tally().marks()).isEqualTo(record.seqs(Fact.Marked.class).size());
    assertThat(StateHash.of(verified.state())).isEqualTo(StateHash.of(record.last()));
  }

  @Test
  void aVerificationThatBeginsInTheMiddleComparesFromTheFirstDecisionOn() {
    for (long from = 1; from < LIFE.facts().size(); from += 61) {
      var verification = new Verification(Laws::of, LIFE.stateAt(from));
      LIFE.facts().subList(Math.toIntExact(from), LIFE.facts().size()).forEach(verification::next);
      assertThat(verification.end()).as("from fact %d", from).isEqualTo(new Outcome.Equal());
      assertThat(verification.tally().told()).isEqualTo(LIFE.facts().size() - from);
      assertThat(verification.tally().compared())
          .isBetween(LIFE.facts().size() - from - 20, LIFE.facts().size() - from);
    }
  }

  /** Each bit of the energy that was recorded after a span of time. */
  @Test
  void oneBitInARecordedOutcomeIsNamed() {
    var lived = LIFE.seqs(Fact.Lived.class);
    for (int bit = 0; bit < 64; bit++) {
      long seq = lived.get(bit % lived.size());
      var fact = (Fact.Lived) LIFE.at(seq);
      var vitals = fact.after().vitals();
      double energy =
          Double.longBitsToDouble(Double.doubleToLongBits(vitals.energy()) ^ (1L << bit));
      if (!(energy >= 0 && energy <= 100)) {
        continue; // no fact can hold it, so no record can
      }
      var bent =
          new Fact.Lived(
              fact.ticks(),
              new Condition(
                  new Vitals(energy, vitals.stability(), vitals.integrity()),
                  fact.after().arousal(),
                  fact.after().felt(),
                  fact.after().pressure()));
      var found = divergence(LIFE.with(seq, bent));
      assertThat(found.seq()).as("bit %d", bit).isEqualTo(seq);
      assertThat(found.expected()).contains(fact);
      assertThat(found.recorded()).contains(bent);
    }
  }

  @Test
  void aDroppedFactIsNamedWhereItIsMissed() {
    var random = new SplittableRandom(1);
    for (int n = 0; n < 100; n++) {
      long seq = 1 + random.nextLong(LIFE.facts().size());
      boolean missed = LIFE.at(seq) instanceof Fact.Derived;
      var record = LIFE.without(seq);
      if (missed) {
        assertThat(divergence(record).seq()).as("fact %d dropped", seq).isEqualTo(seq);
        assertThat(divergence(record).expected()).contains(LIFE.at(seq));
      } else if (!(LIFE.at(seq) instanceof Fact.Resumed)) {
        // An input that never came is seen by what follows: at the latest by the next hash.
        assertThat(divergence(record).seq()).as("fact %d dropped", seq).isGreaterThanOrEqualTo(seq);
      }
    }
  }

  @Test
  void swappedFactsAreNamed() {
    int found = 0;
    var random = new SplittableRandom(2);
    while (found < 100) {
      long seq = 2 + random.nextLong(LIFE.facts().size() - 2);
      if (LIFE.at(seq) instanceof Fact.Derived || LIFE.at(seq + 1) instanceof Fact.Derived) {
        assertThat(divergence(LIFE.swapped(seq)).seq()).as("facts %d and on", seq).isEqualTo(seq);
        found++;
      }
    }
  }

  @Test
  void anEditedStimulusIsSeenByWhatTheBeingMadeOfIt() {
    for (long seq : LIFE.seqs(Fact.Reached.class)) {
      var fact = (Fact.Reached) LIFE.at(seq);
      var other = new Stimulus(fact.stimulus().kind(), fact.stimulus().intensity() / 2);
      var found =
          divergence(
              LIFE.with(seq, new Fact.Reached(other, fact.due(), fact.source(), fact.key())));
      assertThat(found.cause()).as("the stimulus at fact %d", seq).isEqualTo(seq);
      assertThat(found.seq()).isEqualTo(seq + 1);
      assertThat(found.expected().map(Fact::type)).contains("met");
    }
  }

  @Test
  void lawsWithAnotherConstantAreSeenAtTheFirstSpanOfTime() {
    var born = (Fact.Born) LIFE.at(1);
    var usual = LawSettings.DEFAULT;
    var thirsty =
        new LawSettings(
            usual.version(),
            usual.tickSeconds(),
            usual.mortality(),
            usual.energyPerHour() * 1.000_001,
            usual.energyAsleep(),
            usual.arousalCost(),
            usual.arousalHalfLifeSeconds(),
            usual.arousalGain(),
            usual.wearPerHour(),
            usual.decayPerHour(),
            usual.healPerHour(),
            usual.sleep(),
            usual.clockNoise(),
            usual.learningRate());
    var origin = born.origin();
    var other = new Origin(origin.id(), origin.seed(), thirsty, origin.bornAt());
    var found = divergence(LIFE.with(1, new Fact.Born(other, born.world())));
    assertThat(found.seq()).isEqualTo(LIFE.seqs(Fact.Lived.class).getFirst());
    assertThat(found.expected().orElseThrow()).isInstanceOf(Fact.Lived.class);
  }

  @Test
  void aRecordThatEndsInTheMiddleOfADecisionIsShort() {
    long met = LIFE.seqs(Fact.Met.class).getFirst();
    var found = divergence(new Recorded(LIFE.facts().subList(0, Math.toIntExact(met - 1))));
    assertThat(found.seq()).isEqualTo(met);
    assertThat(found.recorded()).isEmpty();
    assertThat(found.words()).isEqualTo("the record ends before this fact");
  }

  @Test
  void lawsThatThisProgramDoesNotHaveAreNamed() {
    var verification = new Verification(_ -> Optional.empty(), Decider.UNBORN);
    LIFE.facts().forEach(verification::next);
    assertThat(verification.end()).isEqualTo(new Outcome.NotComparable(1, Laws.VERSION));
    assertThat(verification.tally().compared()).isZero();
  }

  /** It would take for ever, and more memory than there is. */
  @Test
  void aForgedSpanOfAgesIsNotLivedToItsEnd() {
    long seq = LIFE.seqs(Fact.Lived.class).getFirst();
    var lived = (Fact.Lived) LIFE.at(seq);
    var found = divergence(LIFE.with(seq, new Fact.Lived(1L << 60, lived.after())));
    assertThat(found.seq()).isEqualTo(seq);
  }

  @Test
  void whatIsNoLifeDivergesAtItsFirstFact() {
    var record = new Recorded(List.of(LIFE.at(2), LIFE.at(1)));
    assertThat(divergence(record).seq()).isEqualTo(1);
  }

  private static Divergence divergence(Recorded record) {
    var outcome = record.verified().outcome();
    assertThat(outcome).isInstanceOf(Outcome.Diverged.class);
    return ((Outcome.Diverged) outcome).divergence();
  }
}
