package life.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Drive;
import life.mind.Association;
import life.mind.Condition;
import life.observe.Scene.Keepsake;
import life.observe.Scene.Lesson;
import life.observe.Scene.Memory;
import life.observe.Scene.Night;
import life.observe.Scene.Peak;
import life.observe.Scene.Turn;
import org.jspecify.annotations.Nullable;

/**
 * What a teller keeps of a stretch of a life while it passes: the extremes, what was met by kind,
 * the first nights, and the strongest of all else. Its size does not depend on how much happened.
 */
final class Chapter {
  private static final int MOST_KINDS = 64;
  private static final int MOST_NIGHTS = 12;
  private static final int MOST_TURNS = 12;

  record Change(double harmBy, double helpBy, List<Long> seqs) {}

  private final Alive start;
  private final Condition begin;
  private final long fromTick;
  private final TreeMap<String, Meetings> met = new TreeMap<>();
  private final List<Night> nights = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Lessons lessons = new Lessons();
  private final List<Long> steps = new ArrayList<>();
  private final List<Long> consolidations = new ArrayList<>();
  private final List<Long> suffered = new ArrayList<>();
  private final List<Long> foreseen = new ArrayList<>();
  private Alive last;
  private Condition end;
  private long toTick;
  private long firstSeq;
  private long lastSeq;
  private @Nullable Peak hardestNeed;
  private @Nullable Peak leastEnergy;
  private @Nullable Keepsake keepsake;
  private @Nullable Memory echo;
  private @Nullable Memory recall;
  private long fellAsleepAt;
  private long fellAsleepSeq;
  private long roused;
  private long slept;
  private long room;
  private double harmBy;
  private double helpBy;
  private double needTicks;
  private double need;

  Chapter(Alive start, Condition begin, long fromTick) {
    this.start = start;
    this.begin = begin;
    this.fromTick = fromTick;
    this.last = start;
    this.end = begin;
    this.toTick = fromTick;
    this.need = Drive.of(begin.vitals());
    this.fellAsleepAt = fromTick;
  }

  /** Quiet time passed up to that tick. */
  void pass(long seq, long until, Condition to, Alive being) {
    double now = Drive.of(to.vitals());
    needTicks += (need + now) / 2 * (until - toTick);
    slept += being.sleep().asleep() ? until - toTick : 0;
    toTick = until;
    at(seq, to, now);
    last = being;
  }

  /** Something happened; {@code being} is as it is right after it. */
  void happen(long seq, Fact fact, Alive being) {
    if (!being.condition().equals(end)) {
      at(seq, being.condition(), Drive.of(being.condition().vitals()));
    }
    var before = last;
    last = being;
    touch(seq);
    switch (fact) {
      case Fact.Met(_, var stimulus, var meaning, _) -> {
        switch (meaning.response()) {
          case AMPLIFY -> note(suffered, seq);
          case DAMPEN -> {
            if (!before.sleep().asleep() && before.mind().foreboding() >= Association.COUNTED_ON) {
              note(foreseen, seq);
            }
          }
          case IGNORE, ABSORB -> {}
        }
        if (met.containsKey(stimulus.kind()) || met.size() < MOST_KINDS) {
          met.computeIfAbsent(stimulus.kind(), Meetings::new)
              .add(seq, being.tick(), stimulus.intensity(), meaning);
        }
      }
      case Fact.FellAsleep _ -> {
        fellAsleepAt = being.tick();
        fellAsleepSeq = seq;
      }
      case Fact.Woke(_, boolean wasRoused) -> {
        roused += wasRoused ? 1 : 0;
        if (nights.size() < MOST_NIGHTS) {
          nights.add(new Night(fellAsleepSeq, fellAsleepAt, seq, being.tick(), wasRoused));
        }
      }
      case Fact.Consolidated(_, var keeps, var drops) -> {
        room += drops.size() - keeps.size();
        note(consolidations, seq);
        for (var trace : keeps) {
          if (trace.id() >= firstSeq
              && (keepsake == null || trace.significance() > keepsake.trace().significance())) {
            keepsake = new Keepsake(trace, seq);
          }
        }
      }
      case Fact.Recalled(var causes, long trace, _, _) -> {
        recall = stronger(recall, before, trace, seq, causes.getFirst());
      }
      case Fact.Echoed(_, long trace, _, _, _, _) -> {
        echo = stronger(echo, before, trace, seq, 0);
      }
      case Fact.Observed(_, _, _, _, var learned) -> lessons.learn(before, learned, seq);
      case Fact.Adapted(_, double harm, double help, _) -> {
        harmBy += harm;
        helpBy += help;
        note(steps, seq);
      }
      case Fact.RolledBack _ -> note(steps, seq);
      case Fact.Born _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Branched _,
          Fact.Settled _,
          Fact.Resumed _ ->
          turn(new Turn(fact, seq, being.tick()));
      case Fact.Lived _, Fact.Reached _, Fact.Marked _ -> {}
    }
  }

  /** Where there is no room, the last one tells what it came to. */
  private void turn(Turn turn) {
    if (turns.size() < MOST_TURNS) {
      turns.add(turn);
    } else {
      turns.set(MOST_TURNS - 1, turn);
    }
  }

  private void touch(long seq) {
    firstSeq = firstSeq == 0 ? seq : firstSeq;
    lastSeq = seq;
  }

  private static void note(List<Long> seqs, long seq) {
    if (seqs.size() < Statement.MOST_SEQS) {
      seqs.add(seq);
    }
  }

  private @Nullable Memory stronger(
      @Nullable Memory best, Alive before, long id, long seq, long cause) {
    var trace = before.mind().memory().longTerm().find(id);
    if (trace.isEmpty() || (best != null && best.strength() >= trace.get().significance())) {
      return best;
    }
    return new Memory(trace.get(), seq, before.tick(), cause, trace.get().significance());
  }

  private void at(long seq, Condition condition, double drive) {
    touch(seq);
    end = condition;
    need = drive;
    if (hardestNeed == null || drive > hardestNeed.value()) {
      hardestNeed = new Peak(drive, seq, toTick);
    }
    double energy = condition.vitals().energy();
    if (leastEnergy == null || energy < leastEnergy.value()) {
      leastEnergy = new Peak(energy, seq, toTick);
    }
  }

  Alive start() {
    return start;
  }

  Alive last() {
    return last;
  }

  Condition begin() {
    return begin;
  }

  Condition end() {
    return end;
  }

  long fromTick() {
    return fromTick;
  }

  long toTick() {
    return toTick;
  }

  /** The first fact that tells of it; 0 if none does. */
  long firstSeq() {
    return firstSeq;
  }

  long lastSeq() {
    return lastSeq;
  }

  /** All kinds that were met, the one that did most first. */
  List<Meetings> met() {
    return met.values().stream()
        .sorted((a, b) -> Double.compare(Math.abs(b.impact()), Math.abs(a.impact())))
        .toList();
  }

  List<Night> nights() {
    return nights;
  }

  List<Turn> turns() {
    return turns;
  }

  List<Lesson> lessons() {
    return lessons.greatestFirst();
  }

  @Nullable Peak hardestNeed() {
    return hardestNeed;
  }

  @Nullable Peak leastEnergy() {
    return leastEnergy;
  }

  @Nullable Keepsake keepsake() {
    return keepsake;
  }

  @Nullable Memory echo() {
    return echo;
  }

  @Nullable Memory recall() {
    return recall;
  }

  long roused() {
    return roused;
  }

  long slept() {
    return slept;
  }

  boolean hasForgottenMoreThanKept() {
    return room > 0;
  }

  List<Long> consolidations() {
    return consolidations;
  }

  /** What hit it harder than it was. */
  List<Long> suffered() {
    return suffered;
  }

  /** What was announced, so that it took it softly. */
  List<Long> foreseen() {
    return foreseen;
  }

  Change change() {
    return new Change(harmBy, helpBy, steps);
  }

  /** The mean drive. */
  double need() {
    return toTick == fromTick ? need : needTicks / (toTick - fromTick);
  }
}
