package life.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import life.being.Course;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.StateHash;
import life.chronicle.Branch.Parting;
import life.chronicle.Edits.Put;
import life.law.Laws;
import life.world.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What might have been, beside what was. */
class BranchTest {
  private static final Recorded LIFE = Recorded.of(1);
  private static final Edits NONE = Edits.none(LawSettings.DEFAULT);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withoutEditsItIsTheSameToTheLastBit(long seed) {
    var record = Recorded.of(seed);
    var random = new SplittableRandom(seed);
    for (int n = 0; n < 12; n++) {
      long at = decided(record, 1 + random.nextLong(record.facts().size() - 1));
      var branch = branch(record, at, NONE, new ArrayList<>());
      assertThat(branch.parting()).as("seed %d, at fact %d", seed, at).isEmpty();
      assertThat(branch.state()).isEqualTo(record.last());
    }
  }

  @Test
  void itsOwnWorldGoesOnWhereTheRecordEnds() {
    long at = decided(LIFE, 100);
    var short1 = new Recorded(LIFE.facts().subList(0, 300));
    var branch = branch(short1, at, NONE, new ArrayList<>());
    long end = ((Alive) short1.last()).tick() + 5_000;
    branch.until(end);
    var course = new Course(Recorded.DECIDER, short1.last(), _ -> {}).until(end);
    assertThat(StateHash.of(branch.state())).isEqualTo(StateHash.of(course.state()));
  }

  @Test
  void aDroppedStimulusMakesADifferenceFromItsTickOnAndNotBefore() {
    long dropped = LIFE.seqs(Fact.Reached.class).get(40);
    long tick = ((Fact.Reached) LIFE.at(dropped)).due();
    var facts = new ArrayList<Fact>();
    var edits = new Edits(List.of(dropped), List.of(), LawSettings.DEFAULT, OptionalLong.empty());
    var branch = branch(LIFE, 1, edits, facts);
    assertThat(branch.parting()).contains(new Parting(tick, dropped));
    assertThat(facts.subList(0, Math.toIntExact(dropped - 2)))
        .isEqualTo(LIFE.facts().subList(1, Math.toIntExact(dropped - 1)));
    assertThat(branch.state()).isNotEqualTo(LIFE.last());
  }

  @Test
  void whatIsAddedIsMetAtItsTick() {
    var facts = new ArrayList<Fact>();
    var put = new Put(50_000, new Stimulus("shock", 0.9));
    var edits = new Edits(List.of(), List.of(put), LawSettings.DEFAULT, OptionalLong.empty());
    var branch = branch(LIFE, 1, edits, facts);
    assertThat(facts).contains(new Fact.Reached(put.stimulus(), 50_000, Source.OUTSIDE, null));
    assertThat(branch.parting().orElseThrow().tick()).isEqualTo(50_000);
  }

  @Test
  void underOtherLawsItsBodyGoesAnotherWayFromTheFirstTick() {
    var edits =
        new Edits(
            List.of(), List.of(), LawSettings.DEFAULT.withMortality(false), OptionalLong.empty());
    var same = branch(LIFE, 1, edits, new ArrayList<>());
    assertThat(same.parting()).as("mortality alone changes nothing while it lives").isEmpty();
  }

  @Test
  void inAnotherSeedOnlyWhatWasSentIsTheSame() {
    var facts = new ArrayList<Fact>();
    branch(LIFE, 1, NONE.with(99), facts);
    assertThat(facts.stream().filter(BranchTest::isSent).toList())
        .containsExactlyElementsOf(LIFE.facts().stream().filter(BranchTest::isSent).toList());
    assertThat(facts.stream().filter(BranchTest::isDrawn).toList())
        .isNotEmpty()
        .isNotEqualTo(LIFE.facts().stream().filter(BranchTest::isDrawn).toList());
  }

  @Test
  void asABeingOfItsOwnItVerifiesFromItsBirthOn() {
    long at = decided(LIFE, 150);
    long dropped =
        LIFE.seqs(Fact.Reached.class).stream()
            .filter(seq -> seq > at + 50)
            .findFirst()
            .orElseThrow();
    var edits = new Edits(List.of(dropped), List.of(), LawSettings.DEFAULT, OptionalLong.empty());
    var evaluated = branch(LIFE, at, edits, new ArrayList<>());
    var own = new ArrayList<>(LIFE.facts().subList(0, Math.toIntExact(at)));
    var branch =
        new Branch(Recorded.DECIDER, (Alive) LIFE.stateAt(at), edits, own::add)
            .named(new LifeId("eve"));
    LIFE.facts().subList(Math.toIntExact(at), LIFE.facts().size()).forEach(branch::follow);
    var verification = new Verification(Laws::of, Decider.UNBORN);
    own.forEach(verification::next);
    assertThat(verification.end()).isEqualTo(new Verification.Outcome.Equal());
    assertThat(verification.tally().compared()).isEqualTo(own.size());
    var eve = (Alive) verification.state();
    assertThat(eve.origin().id().slug()).isEqualTo("eve");
    assertThat(StateHash.of(eve.in(((Alive) evaluated.state()).origin())))
        .isEqualTo(StateHash.of(evaluated.state()));
  }

  @Test
  void onlyWhatCameFromOutsideCanBeDropped() {
    long met = LIFE.seqs(Fact.Met.class).getLast();
    var edits = new Edits(List.of(met), List.of(), LawSettings.DEFAULT, OptionalLong.empty());
    assertThatThrownBy(() -> branch(LIFE, 1, edits, new ArrayList<>()))
        .hasMessageStartingWith("fact " + met + " is 'met'; only what came from outside");
    var late = new Edits(List.of(5L), List.of(), LawSettings.DEFAULT, OptionalLong.empty());
    assertThatThrownBy(() -> branch(LIFE, decided(LIFE, 50), late, new ArrayList<>()))
        .hasMessageContaining("has happened already");
    var unknown =
        new Edits(
            List.of(),
            List.of(new Put(1_000, new Stimulus("shok", 1))),
            LawSettings.DEFAULT,
            OptionalLong.empty());
    assertThatThrownBy(() -> branch(LIFE, 1, unknown, new ArrayList<>()))
        .hasMessageContaining("no kind 'shok'");
  }

  private static Branch branch(Recorded record, long at, Edits edits, List<Fact> facts) {
    SelfState start = record.stateAt(at);
    var branch = new Branch(Recorded.DECIDER, (Alive) start, edits, facts::add);
    record.facts().subList(Math.toIntExact(at), record.facts().size()).forEach(branch::follow);
    return branch;
  }

  /** The end of the decision that this fact belongs to. */
  private static long decided(Recorded record, long seq) {
    long end = seq;
    while (end < record.facts().size() && record.at(end + 1) instanceof Fact.Derived) {
      end++;
    }
    return end;
  }

  private static boolean isSent(Fact fact) {
    return fact instanceof Fact.Reached reached && reached.source() == Source.OUTSIDE;
  }

  private static boolean isDrawn(Fact fact) {
    return fact instanceof Fact.Reached reached && reached.source() == Source.WORLD;
  }
}
