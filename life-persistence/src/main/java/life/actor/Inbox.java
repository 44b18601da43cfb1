package life.actor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import life.actor.LifeActor.EnvironmentEvent;
import life.actor.LifeActor.Foresight;
import life.actor.Receipts.Receipt;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LifeCommand;
import life.being.LifeCommand.Meet;
import life.being.Refusal;
import life.being.SelfState.Alive;
import life.being.Step;
import life.being.When;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * What has come to a life and was not lived yet: it gathers while the journal is busy, so that all
 * of it goes into one durable write.
 *
 * <p>Time is lived only as far as the world has been foreseen, so what the world brings always
 * happens at its tick, whatever the speed and however often the process is killed.
 */
final class Inbox {
  private sealed interface Waiting {}

  private record One(LifeCommand command, @Nullable ActorRef<Answer> replyTo) implements Waiting {}

  private record Many(List<Meet> meets, Consumer<Answer> replyTo) implements Waiting {}

  /**
   * An answer that is due when the batch is durable.
   *
   * @param to who asked
   * @param answer what to say
   */
  record Reply(Consumer<Answer> to, Answer answer) {
    void send() {
      to.accept(answer);
    }
  }

  /** How one fact, while it was lived, led from one ledger to the next. */
  private record Lived(Ledger before, Fact fact, Ledger after) {}

  /** What becomes durable together, and who is answered then. */
  record Batch(List<Fact> facts, List<Step> steps, List<Reply> replies) {}

  /** A second at the fastest speed with ticks of a second. */
  private static final long MOST_CLOCK_TICKS = 100_000;

  private final Decider decider;
  private final OptionalLong untilTick;
  private final List<Waiting> waiting = new ArrayList<>();
  private final ArrayDeque<EnvironmentEvent> ahead = new ArrayDeque<>();
  private final ArrayDeque<Lived> lived = new ArrayDeque<>();
  private @Nullable World foreseenWorld;
  private long foreseenUntil;
  private long owedTicks;

  Inbox(Decider decider, OptionalLong untilTick) {
    this.decider = decider;
    this.untilTick = untilTick;
  }

  void add(LifeCommand command, @Nullable ActorRef<Answer> replyTo) {
    waiting.add(new One(command, replyTo));
  }

  /** What is added together is lived together. */
  void addAll(List<Meet> meets, Consumer<Answer> replyTo) {
    waiting.add(new Many(meets, replyTo));
  }

  /**
   * Ticks of the clock: what can't be lived about in time is let go, lest a pause come too late.
   */
  void oweClockTicks(long ticks) {
    owedTicks = Math.max(owedTicks, Math.min(MOST_CLOCK_TICKS, owedTicks + ticks));
  }

  /** Ticks that somebody asked for one by one: none of them is let go. */
  void oweSteps(long ticks) {
    owedTicks = Math.min(LifeCommand.Live.MOST, owedTicks + ticks);
  }

  /** Takes what the generator foresaw, unless it was asked for another world or another time. */
  void foresee(Foresight foresight, Alive being) {
    boolean goesOn = foresight.world().equals(foreseenWorld) && foresight.after() == foreseenUntil;
    boolean begins = foreseen(being) == 0 && foresight.after() == being.tick();
    if (!goesOn && !begins) {
      return;
    }
    if (!goesOn) {
      ahead.clear();
    }
    ahead.addAll(foresight.events());
    foreseenWorld = foresight.world();
    foreseenUntil = foresight.until();
  }

  /**
   * Forgets what was foreseen. After a write that failed, part of it is taken out already, and the
   * life stands again where it stood before.
   */
  void forgetForesight() {
    ahead.clear();
    foreseenWorld = null;
    foreseenUntil = 0;
  }

  /** From which tick on the generator must be asked now; empty if enough is foreseen. */
  OptionalLong toForesee(Alive being) {
    long known = foreseen(being);
    return known < Generator.MOST_TICKS / 2 && owedTicks > 0
        ? OptionalLong.of(being.tick() + known)
        : OptionalLong.empty();
  }

  /** Whether anything can be lived now. */
  boolean isReady(Ledger ledger) {
    return !waiting.isEmpty() || (ledger.self() instanceof Alive being && livable(being) > 0);
  }

  /** The ledger after a fact: the one that was made while the fact was lived, if it was here. */
  @SuppressWarnings("ReferenceEquality") // to compare costs as much as to make it anew
  Ledger after(Ledger before, Fact fact) {
    var next = lived.poll();
    if (next != null && next.before() == before && next.fact() == fact) {
      return next.after();
    }
    lived.clear();
    return before.after(fact);
  }

  /** Lives all that can be lived now. */
  Batch live(Ledger start) {
    lived.clear();
    var draft = new Draft(start);
    waiting.forEach(draft::take);
    waiting.clear();
    while (draft.ledger.self() instanceof Alive being && livable(being) > 0) {
      draft.liveOn(being);
    }
    if (!draft.ledger.self().isAlive()) {
      owedTicks = 0;
    }
    return new Batch(draft.facts, draft.steps, draft.replies);
  }

  private long livable(Alive being) {
    long allowed = untilTick.orElse(Long.MAX_VALUE) - being.tick();
    return Math.min(allowed, Math.min(owedTicks, foreseen(being)));
  }

  private long foreseen(Alive being) {
    return being.world().equals(foreseenWorld) ? Math.max(0, foreseenUntil - being.tick()) : 0;
  }

  /** A batch while it is being made. */
  private final class Draft {
    private final List<Fact> facts = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private Ledger ledger;

    Draft(Ledger ledger) {
      this.ledger = ledger;
    }

    void take(Waiting next) {
      switch (next) {
        case One(var command, var replyTo) -> {
          var answer = answer(command);
          if (replyTo != null) {
            replies.add(new Reply(replyTo::tell, answer));
          }
        }
        case Many(var meets, var replyTo) ->
            replies.add(
                new Reply(replyTo, new Answer.Each(meets.stream().map(this::answer).toList())));
      }
    }

    private Answer answer(LifeCommand command) {
      if (command instanceof Meet(var stimulus, var when, _, var key, _) && key != null) {
        var receipt = ledger.receipts().under(key);
        if (receipt != null) {
          return receipt.stimulus().equals(stimulus) && when.from(receipt.tick()) == receipt.due()
              ? new Answer.Accepted(receipt, true)
              : new Answer.Refused(new Refusal.KeyTaken(key, receipt.stimulus()));
        }
      }
      return switch (decider.decide(ledger.self(), command)) {
        case Decision.Refused(var refusal) -> new Answer.Refused(refusal);
        case Decision.Happened(var happened) -> accepted(command, happened);
      };
    }

    private Answer accepted(LifeCommand command, List<Step> happened) {
      var before = ledger.self();
      happened.forEach(this::add);
      if (command instanceof Meet
          && before instanceof Alive being
          && happened.getFirst().fact() instanceof Fact.Reached(var stimulus, long due, _, _, _)) {
        return new Answer.Accepted(
            new Receipt(being.seq() + 1, being.tick(), due, stimulus), false);
      }
      return new Answer.BornNow();
    }

    /** Lives up to the next thing that the world brings, and meets it. */
    void liveOn(Alive being) {
      while (!ahead.isEmpty() && tickOf(ahead.getFirst()) <= being.tick()) {
        ahead.removeFirst();
      }
      long ticks = livable(being);
      if (!ahead.isEmpty()) {
        ticks = Math.min(ticks, tickOf(ahead.getFirst()) - being.tick());
      }
      owedTicks -= ticks;
      answer(new LifeCommand.Live(ticks));
      if (ledger.self() instanceof Alive after
          && !ahead.isEmpty()
          && tickOf(ahead.getFirst()) == after.tick()) {
        answer(ahead.removeFirst().meet());
      }
    }

    private void add(Step step) {
      var before = ledger;
      ledger = before.after(step);
      facts.add(step.fact());
      steps.add(step);
      lived.add(new Lived(before, step.fact(), ledger));
    }
  }

  private static long tickOf(EnvironmentEvent event) {
    return event.meet().when() instanceof When.AtTick(long tick) ? tick : 0;
  }
}
