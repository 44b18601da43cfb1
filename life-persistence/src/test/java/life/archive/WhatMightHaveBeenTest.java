package life.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.being.Source;
import life.being.StateHash;
import life.chronicle.Branch.Parting;
import life.chronicle.Point;
import life.journal.NotAdmitted;
import life.world.Stimulus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatMightHaveBeenTest {
  private static final LifeId EVE = new LifeId("eve");

  private Shelf shelf;
  private WhatIf whatIf;

  @BeforeAll
  void live(@TempDir Path folder) {
    shelf = new Shelf(folder, 5, 3 * 86_400);
    whatIf = new WhatIf(shelf.biography);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void withoutEditsItIsTheOriginalFromAnyPointToAnyOther() {
    var random = new SplittableRandom(1);
    long head = ((Alive) shelf.last()).tick();
    for (int n = 0; n < 60; n++) {
      long at = random.nextLong(head);
      long until = at + random.nextLong(head - at + 1);
      var question =
          new Question(
              Shelf.ADA,
              Optional.of(new Point.Tick(at)),
              List.of(),
              List.of(),
              Map.of(),
              Optional.of(new Question.Until(until, false)),
              0,
              Optional.empty());
      var answer = ask(question);
      assertThat(answer.parting()).as("from tick %d to %d", at, until).isEmpty();
      assertThat(StateHash.of(answer.branch())).isEqualTo(StateHash.of(answer.parent()));
      assertThat(StateHash.of(answer.parent()))
          .isEqualTo(
              StateHash.of(
                  new Moments(shelf.biography).at(Shelf.ADA, new Point.Tick(until)).state()));
    }
  }

  @Test
  void aShockThatNeverCameMakesADifferenceFromItsTickOn() {
    long shock = sent("shock");
    var answer = ask(without(shock, Optional.empty(), 0));
    long tick = Moments.living(shelf.states.get((int) shock)).tick();
    assertThat(answer.parting()).contains(new Parting(tick, shock));
    assertThat(answer.point()).isEqualTo(shelf.states.get((int) shock - 1));
    assertThat(StateHash.of(answer.branch())).isNotEqualTo(StateHash.of(shelf.last()));
    assertThat(StateHash.of(answer.parent())).isEqualTo(StateHash.of(shelf.last()));
  }

  @Test
  void beyondTheRecordBothAreForeseenInTheirWorld() {
    long head = ((Alive) shelf.last()).tick();
    var question =
        new Question(
            Shelf.ADA,
            Optional.empty(),
            List.of(),
            List.of(
                new Question.Put(
                    new Stimulus("shock", 0.9), OptionalLong.of(10), OptionalLong.empty())),
            Map.of(),
            Optional.of(new Question.Until(3_600, true)),
            0,
            Optional.empty());
    var answer = ask(question);
    assertThat(answer.parentIsForeseen()).isTrue();
    assertThat(answer.parting().orElseThrow().tick()).isEqualTo(head + 10);
    assertThat(answer.until()).isEqualTo(head + 3_600);
    assertThat(Moments.living(answer.parent()).tick()).isEqualTo(head + 3_600);
    assertThat(Moments.living(answer.branch()).tick()).isEqualTo(head + 3_600);
    assertThat(StateHash.of(answer.branch())).isNotEqualTo(StateHash.of(answer.parent()));
  }

  @Test
  void aBranchThatIsKeptVerifiesAndEndsAsItWasForeseen() {
    long shock = sent("shock");
    var answer = ask(without(shock, Optional.of(EVE), 0));
    var verified = new Chronicle(shelf.biography).verify(EVE, false, Progress.SILENT);
    assertThat(verified.isEqual()).as("%s", verified.outcome()).isTrue();
    var eve = (Alive) shelf.biography.stateAt(EVE, Long.MAX_VALUE);
    assertThat(eve.origin().id()).isEqualTo(EVE);
    assertThat(StateHash.of(eve.in(answer.point().origin())))
        .isEqualTo(StateHash.of(answer.branch()));
    assertThat(shelf.biography.page(EVE, shock - 1, 1).getFirst().fact())
        .isEqualTo(new Fact.Branched(EVE, Shelf.ADA, eve.origin().seed(), eve.origin().laws()));
    assertThatThrownBy(() -> ask(without(shock, Optional.of(EVE), 0)))
        .isInstanceOf(NotAdmitted.class);
    assertThat(shelf.biography.stateAt(Shelf.ADA, Long.MAX_VALUE)).isEqualTo(shelf.last());
  }

  @Test
  void aBranchFromWithinASpanCanBeKeptToo() {
    var question =
        new Question(
            Shelf.ADA,
            Optional.of(new Point.Tick(100_003)),
            List.of(),
            List.of(
                new Question.Put(
                    new Stimulus("joy", 0.9), OptionalLong.of(0), OptionalLong.empty())),
            Map.of("laws.energy-per-hour", "3"),
            Optional.empty(),
            0,
            Optional.of(new LifeId("lea")));
    var answer = ask(question);
    var verified = new Chronicle(shelf.biography).verify(new LifeId("lea"), false, Progress.SILENT);
    assertThat(verified.isEqual()).as("%s", verified.outcome()).isTrue();
    var lea = (Alive) shelf.biography.stateAt(new LifeId("lea"), Long.MAX_VALUE);
    assertThat(lea.condition()).isEqualTo(Moments.living(answer.branch()).condition());
    assertThat(lea.origin().laws().energyPerHour()).isEqualTo(3);
  }

  /** The branch has a fact more than its parent there, and must count the parent's all the same. */
  @Test
  void fromWithinASpanTheRightStimulusIsDropped() {
    long shock = sent("shock");
    long seq = shock;
    while (!(shelf.facts.get((int) seq - 1) instanceof Fact.Lived(long ticks, _)) || ticks < 3) {
      seq--;
    }
    long tick = Moments.living(shelf.states.get((int) seq)).tick() - 1;
    var question =
        new Question(
            Shelf.ADA,
            Optional.of(new Point.Tick(tick)),
            List.of(shock),
            List.of(),
            Map.of(),
            Optional.empty(),
            0,
            Optional.of(new LifeId("mia")));
    var answer = ask(question);
    var mia = (Alive) shelf.biography.stateAt(new LifeId("mia"), Long.MAX_VALUE);
    assertThat(StateHash.of(mia.in(answer.point().origin())))
        .isEqualTo(StateHash.of(answer.branch()));
    assertThat(StateHash.of(answer.branch())).isNotEqualTo(StateHash.of(answer.parent()));
  }

  @Test
  void otherLawsMakeTheForeseenPart() {
    var question =
        new Question(
            Shelf.ADA,
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of("laws.energy-per-hour", "4"),
            Optional.of(new Question.Until(86_400, true)),
            0,
            Optional.empty());
    assertThat(ask(question).parting()).isPresent();
  }

  @Test
  void whatWouldComeTooLateToMatterIsRefused() {
    var put =
        new Question.Put(new Stimulus("shock", 0.9), OptionalLong.of(10), OptionalLong.empty());
    var question =
        new Question(
            Shelf.ADA,
            Optional.empty(),
            List.of(),
            List.of(put),
            Map.of(),
            Optional.empty(),
            0,
            Optional.empty());
    assertThatThrownBy(() -> ask(question)).hasMessageContaining("ask for longer with until");
  }

  @Test
  void otherWorldsTellWhetherItWasLuck() {
    var answer = ask(without(sent("shock"), Optional.empty(), 20));
    assertThat(answer.fates()).hasSize(20);
    assertThat(answer.fates().stream().map(MightHaveBeen.Fate::seed).distinct())
        .hasSize(20)
        .allMatch(seed -> seed >= 0 && seed < 1L << 53);
    assertThat(answer.bands()).isNotEmpty();
    for (var band : answer.bands()) {
      assertThat(band.energy().low()).isLessThanOrEqualTo(band.energy().median());
      assertThat(band.energy().median()).isLessThanOrEqualTo(band.energy().high());
      assertThat(band.living()).isBetween(0, 20);
    }
    assertThat(answer.bands().getLast().tick()).isEqualTo(answer.until());
    assertThat(answer.bands().getLast().energy().high())
        .isGreaterThan(answer.bands().getLast().energy().low());
    assertThat(ask(without(sent("shock"), Optional.empty(), 20))).isEqualTo(answer);
  }

  @Test
  void whatCannotBeAskedIsSaidPlainly() {
    long met =
        shelf.facts.indexOf(
                shelf.facts.stream().filter(Fact.Met.class::isInstance).findFirst().orElseThrow())
            + 1L;
    assertThatThrownBy(() -> ask(without(met, Optional.empty(), 0)))
        .hasMessageContaining("is 'met'; only a stimulus that came can be dropped")
        .hasMessageContaining("its cause is fact " + (met - 1));
    assertThatThrownBy(
            () -> LawEdits.of(((Alive) shelf.last()).origin().laws(), Map.of("laws.energi", "1")))
        .hasMessageContaining("there is no law setting 'laws.energi'; there are laws.mortality");
    assertThatThrownBy(() ->
            LawEdits.of(((Alive) shelf.last()).origin().laws(), Map.of("laws.clock-noise", "7")))
        .hasMessageContaining("laws.clock-noise");
  }

  private MightHaveBeen ask(Question question) {
    return whatIf.answer(question, shelf.store, Shelf.NOW, Progress.SILENT);
  }

  private static Question without(long seq, Optional<LifeId> keep, int seeds) {
    return new Question(
        Shelf.ADA,
        Optional.empty(),
        List.of(seq),
        List.of(),
        Map.of(),
        Optional.empty(),
        seeds,
        keep);
  }

  /** A stimulus of that kind that was sent, in the middle of the life. */
  private long sent(String kind) {
    for (int i = shelf.facts.size() / 2; i < shelf.facts.size(); i++) {
      if (shelf.facts.get(i) instanceof Fact.Reached(var stimulus, _, var source, _, _)
          && source == Source.OUTSIDE
          && stimulus.kind().equals(kind)
          && shelf.facts.get(i + 1) instanceof Fact.Met) {
        return i + 1L;
      }
    }
    throw new AssertionError("no " + kind + " was sent");
  }
}
