package life.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import life.actor.LifeActor.EnvironmentEvents;
import life.actor.LifeActor.Tick;
import life.being.CauseOfDeath;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeCommand.Meet;
import life.being.LifeId;
import life.being.Metadata;
import life.being.Origin;
import life.being.Refusal;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.Source;
import life.being.StateHash;
import life.being.When;
import life.law.Laws;
import life.world.Stimulus;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.TestKitJunitResource;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.scalatestplus.junit.JUnitSuite;

@SuppressWarnings("serial") // JUnitSuite is serializable; nobody serializes a test
public class ALifeAsAnActorTest extends JUnitSuite {
  @ClassRule
  public static final TestKitJunitResource KIT = new TestKitJunitResource(ActorWorld.config());

  private static final AtomicInteger BEINGS = new AtomicInteger();

  private final PersistenceTestKit journal = PersistenceTestKit.create(KIT.system());

  /** Each test has a being of its own name, since the journal in memory numbers on for ever. */
  private final String ada = "ada-" + BEINGS.incrementAndGet();

  private final ActorWorld world = new ActorWorld(KIT);

  @After
  public void mendTheJournal() {
    journal.resetPolicy();
  }

  @Test
  public void aStimulusIsAnsweredWithWhereItStandsInTheLife() {
    var life = world.born(ada);
    life.tell(new Tick(100, null));
    world.stateAt(ada, 100);
    var answer = (Answer.Accepted) world.poke(life, "shock", 0.9, "k1");
    assertThat(answer.receipt().tick()).isEqualTo(100);
    assertThat(answer.replayed()).isFalse();
    assertThat(facts(ada).get((int) answer.receipt().seq() - 1)).isInstanceOf(Fact.Reached.class);
  }

  @Test
  public void aRetryWithTheSameKeyIsAppliedOnceAndAnsweredTheSame() {
    var life = world.born(ada);
    var first = (Answer.Accepted) world.poke(life, "shock", 0.9, "k1");
    var second = (Answer.Accepted) world.poke(life, "shock", 0.9, "k1");
    assertThat(second.replayed()).isTrue();
    assertThat(second.receipt()).isEqualTo(first.receipt());
    assertThat(facts(ada).stream().filter(Fact.Reached.class::isInstance)).hasSize(1);
  }

  @Test
  public void aKeyThatBelongsToAnotherStimulusIsRefused() {
    var life = world.born(ada);
    world.poke(life, "shock", 0.9, "k1");
    var answer = (Answer.Refused) world.poke(life, "recovery", 0.5, "k1");
    assertThat(answer.refusal()).isInstanceOf(Refusal.KeyTaken.class);
  }

  @Test
  public void aKeyThatComesAgainForAnotherTimeIsRefusedAndForTheSameTimeIsNot() {
    var life = world.born(ada);
    var nobody = KIT.<Answer>createTestProbe().getRef();
    var now = ActorWorld.event("shock", 0.9, "k1", nobody);
    assertThat(world.ask(life, now)).isInstanceOf(Answer.Accepted.class);
    assertThat(world.ask(life, later(now, 60))).isInstanceOf(Answer.Refused.class);
    var waits = later(ActorWorld.event("shock", 0.9, "k2", nobody), 60);
    assertThat(world.ask(life, waits)).isInstanceOf(Answer.Accepted.class);
    life.tell(new Tick(10, null));
    world.stateAt(ada, 10);
    assertThat(((Answer.Accepted) world.ask(life, waits)).replayed()).isTrue();
  }

  private static LifeActor.EnvironmentEvent later(LifeActor.EnvironmentEvent event, long ticks) {
    var meet = event.meet();
    return new LifeActor.EnvironmentEvent(
        meet.stimulus(), new When.InTicks(ticks), meet.source(), meet.key(), event.replyTo());
  }

  @Test
  public void keysAreKnownAfterARestartToo() {
    var life = world.born(ada);
    var first = (Answer.Accepted) world.poke(life, "shock", 0.9, "k1");
    rest(life);
    var again = world.wake(ada);
    var second = (Answer.Accepted) world.poke(again, "shock", 0.9, "k1");
    assertThat(second).isEqualTo(new Answer.Accepted(first.receipt(), true));
  }

  @Test
  public void stimuliThatArriveTogetherArePersistedTogether() {
    var life = world.born(ada);
    var happenings = happenings();
    var answers = KIT.<Answer>createTestProbe();
    for (int i = 0; i < 200; i++) {
      life.tell(ActorWorld.event("recovery", 0.1, "k" + i, answers.getRef()));
    }
    for (int i = 0; i < 200; i++) {
      assertThat(answers.receiveMessage()).isInstanceOf(Answer.Accepted.class);
    }
    int facts = 0;
    int writes = 0;
    while (facts < 400) {
      facts += happenings.receiveMessage().facts().size();
      writes++;
    }
    assertThat(writes).isLessThan(100);
  }

  @Test
  public void stimuliThatComeAsOneAreOneWriteAndOneAnswerInTheirOrder() {
    var life = world.born(ada);
    var happenings = happenings();
    var answers = together(life, meets(500)).answers();
    assertThat(answers).hasSize(500).allMatch(Answer.Accepted.class::isInstance);
    var seqs = answers.stream().map(ALifeAsAnActorTest::seq).toList();
    assertThat(seqs).isSorted().doesNotHaveDuplicates();
    var first = happenings.receiveMessage();
    while (first.facts().stream().noneMatch(Fact.Reached.class::isInstance)) {
      first = happenings.receiveMessage();
    }
    assertThat(first.facts().stream().filter(Fact.Reached.class::isInstance)).hasSize(500);
    assertThat(((Fact.Reached) facts(ada).get(seqs.get(7).intValue() - 1)).metadata())
        .isEqualTo(Metadata.of(Map.of("place", "7")));
  }

  @Test
  public void oneThatCannotBeHarmsNoneOfThoseItCameWith() {
    var life = world.born(ada);
    var unknown = new Meet(new Stimulus("shokc", 1), new When.Now(), Source.OUTSIDE, null);
    var past = new Meet(new Stimulus("shock", 1), new When.AtTick(1L << 60), Source.OUTSIDE, null);
    var good = meets(2);
    var answers = together(life, List.of(good.getFirst(), unknown, past, good.getLast())).answers();
    assertThat(answers.get(0)).isInstanceOf(Answer.Accepted.class);
    assertThat(((Answer.Refused) answers.get(1)).refusal()).isInstanceOf(Refusal.UnknownKind.class);
    assertThat(((Answer.Refused) answers.get(2)).refusal()).isInstanceOf(Refusal.OutOfTime.class);
    assertThat(answers.get(3)).isInstanceOf(Answer.Accepted.class);
    assertThat(facts(ada).stream().filter(Fact.Reached.class::isInstance)).hasSize(2);
  }

  @Test
  public void aKeyThatComesTwiceTogetherIsAppliedOnceAndAnsweredTheSame() {
    var life = world.born(ada);
    var meet = meets(1).getFirst();
    var again = new Meet(meet.stimulus(), meet.when(), meet.source(), meet.key());
    var other = new Meet(new Stimulus("shock", 1), meet.when(), meet.source(), meet.key());
    var answers = together(life, List.of(meet, again, other)).answers();
    var first = (Answer.Accepted) answers.getFirst();
    assertThat(first.replayed()).isFalse();
    assertThat(answers.get(1)).isEqualTo(new Answer.Accepted(first.receipt(), true));
    assertThat(((Answer.Refused) answers.get(2)).refusal()).isInstanceOf(Refusal.KeyTaken.class);
    assertThat(together(life, List.of(again)).answers())
        .containsExactly(new Answer.Accepted(first.receipt(), true));
    assertThat(facts(ada).stream().filter(Fact.Reached.class::isInstance)).hasSize(1);
  }

  @Test
  public void ofStimuliThatComeAsOneTheJournalTakesAllOrNone() {
    var life = world.born(ada);
    journal.failNextPersisted(ada);
    var answers = KIT.<Answer>createTestProbe();
    life.tell(new EnvironmentEvents(meets(100), answers.getRef()::tell));
    assertThat(answers.receiveMessage()).isInstanceOf(Answer.Unavailable.class);
    assertThat(facts(ada).stream().filter(Fact.Reached.class::isInstance)).isEmpty();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> {
          life.tell(new EnvironmentEvents(meets(100), answers.getRef()::tell));
          assertThat(answers.receiveMessage()).isInstanceOf(Answer.Each.class);
        });
    assertThat(facts(ada).stream().filter(Fact.Reached.class::isInstance)).hasSize(100);
  }

  private TestProbe<Happening> happenings() {
    var happenings = KIT.<Happening>createTestProbe();
    KIT.system()
        .eventStream()
        .tell(new EventStream.Subscribe<>(Happening.class, happenings.getRef()));
    return happenings;
  }

  private static List<Meet> meets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Meet(
                new Stimulus("recovery", 0.1),
                new When.Now(),
                Source.OUTSIDE,
                "k" + i,
                Metadata.of(Map.of("place", Integer.toString(i)))))
        .toList();
  }

  private static Answer.Each together(ActorRef<LifeActor.Message> life, List<Meet> meets) {
    var answers = KIT.<Answer>createTestProbe();
    life.tell(new EnvironmentEvents(meets, answers.getRef()::tell));
    return (Answer.Each) answers.receiveMessage();
  }

  private static long seq(Answer answer) {
    return ((Answer.Accepted) answer).receipt().seq();
  }

  @Test
  public void whatTheJournalDidNotTakeIsNotAcknowledgedAndTheLifeGoesOn() {
    var life = world.born(ada);
    journal.failNextPersisted(ada);
    assertThat(world.poke(life, "shock", 0.9, "k1")).isInstanceOf(Answer.Unavailable.class);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            assertThat(world.poke(life, "shock", 0.9, "k1")).isInstanceOf(Answer.Accepted.class));
    assertThat(facts(ada).stream().filter(Fact.Reached.class::isInstance)).hasSize(1);
  }

  @Test
  public void aRestartedLifeGoesOnWhereItWasAndTheGapIsAFact() {
    var life = world.born(ada);
    life.tell(new Tick(5_000, null));
    var hash = StateHash.of(world.stateAt(ada, 5_000));
    rest(life);
    world.wake(ada);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> facts(ada).getLast() instanceof Fact.Resumed);
    assertThat(((Fact.Resumed) facts(ada).getLast()).downtimeMillis()).isBetween(4_900L, 60_000L);
    assertThat(StateHash.of(world.state(ada))).isEqualTo(hash);
  }

  @Test
  public void whatTheWorldBringsHappensAtItsTickHoweverTimeIsHandedOut() {
    var ticks = List.of(1L, 13L, 700L, 3_000L, 9_000L, 17_286L);
    var life = world.born(ada, ActorWorld.BUSY, LawSettings.DEFAULT.withMortality(false));
    for (long count : ticks) {
      life.tell(new Tick(count, null));
    }
    var lived = world.stateAt(ada, 30_000);
    assertThat(StateHash.of(lived)).isEqualTo(StateHash.of(livedAlone(ada, 30_000)));
  }

  @Test
  public void livesWithTicksOfDifferentLengthAgeTogether() {
    KIT.spawn(Ticker.create(world.directory, Duration.ofMillis(10), new Ticker.Time(1_000, false)));
    var laws = LawSettings.DEFAULT;
    var slow =
        new LawSettings(
            2,
            60,
            true,
            laws.energyPerHour(),
            1,
            0,
            600,
            0,
            laws.wearPerHour(),
            0,
            0,
            laws.sleep(),
            0,
            0);
    world.born(ada + "-slow", ActorWorld.QUIET, slow);
    world.born(ada);
    world.stateAt(ada, 6_000);
    long ticks = ActorWorld.tick(world.state(ada + "-slow"));
    assertThat(ticks * 60.0).isBetween(3_000.0, 60_000.0);
  }

  @Test
  public void aTickThatComesTooLateIsLetGoButAStepIsNot() {
    var life = world.born(ada);
    long longAgo = System.nanoTime() - 5_000_000_000L;
    life.tell(new Tick(1_000_000, longAgo));
    life.tell(new Tick(7, null));
    assertThat(ActorWorld.tick(world.stateAt(ada, 7))).isEqualTo(7);
  }

  @Test
  public void theDeadKeepTheirLastStateAndRefuseStimuli() {
    var life = world.born(ada);
    life.tell(new Tick(86_400 * 9, null));
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> world.state(ada) instanceof Dead);
    var refused = (Answer.Refused) world.poke(life, "shock", 0.9, "k1");
    assertThat(refused.refusal()).isInstanceOf(Refusal.IsDead.class);
    rest(life);
    world.wake(ada);
    assertThat(((Dead) world.state(ada)).cause()).isEqualTo(CauseOfDeath.STARVATION);
  }

  @Test
  public void anUnknownKindChangesNothing() {
    var life = world.born(ada);
    var before = StateHash.of(world.state(ada));
    long facts = facts(ada).size();
    assertThat(world.poke(life, "shokc", 0.9, "k1"))
        .isEqualTo(
            new Answer.Refused(new Refusal.UnknownKind("shokc", List.of("shock", "recovery"))));
    assertThat(facts(ada)).hasSize((int) facts);
    assertThat(StateHash.of(world.state(ada))).isEqualTo(before);
  }

  /** The same life without any actor. */
  private static Alive livedAlone(String name, long ticks) {
    var decider = new Decider(new Laws());
    var state = Decider.evolve(Decider.UNBORN, new Fact.Born(origin(name), ActorWorld.BUSY));
    for (long tick = 1; tick <= ticks; tick++) {
      state = after(decider, state, new LifeCommand.Live(1));
      var stimulus = ActorWorld.BUSY.draw(7, tick);
      if (stimulus.isPresent()) {
        state =
            after(
                decider,
                state,
                new LifeCommand.Meet(stimulus.get(), new When.Now(), Source.WORLD, null));
      }
    }
    return (Alive) state;
  }

  private static Origin origin(String name) {
    return new Origin(new LifeId(name), 7, LawSettings.DEFAULT.withMortality(false), Instant.EPOCH);
  }

  private static SelfState after(Decider decider, SelfState state, LifeCommand command) {
    var next = state;
    if (decider.decide(state, command) instanceof Decision.Happened(var steps)) {
      for (var step : steps) {
        next = step.after();
      }
    }
    return next;
  }

  private void rest(ActorRef<LifeActor.Message> life) {
    var done = KIT.<Done>createTestProbe();
    life.tell(new LifeActor.Rest(done.getRef()));
    done.expectMessage(Done.done());
    done.expectTerminated(life);
  }

  private List<Fact> facts(String name) {
    var facts = new ArrayList<Fact>();
    journal.persistedInStorage(name).forEach(fact -> facts.add((Fact) fact));
    return facts;
  }
}
