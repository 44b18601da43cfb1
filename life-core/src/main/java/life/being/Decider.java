package life.being;

import java.util.ArrayList;
import java.util.List;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.mind.BaseLevel;
import life.mind.Mind;
import life.world.Stimulus;

/**
 * The being as a pure function: a command and a state give facts; a state and a fact give the next
 * state (after Jérémie Chassaing's Decider). Looks at nothing but its arguments.
 *
 * @param laws in force
 */
public record Decider(Constitution laws) {
  /** A state hash is recorded whenever the tick is a multiple of this. */
  public static final long MARK_INTERVAL_TICKS = 3_600;

  /** What comes before every life. */
  public static final SelfState UNBORN = new Unborn();

  /** What a life in this state makes of a command. */
  public Decision decide(SelfState state, LifeCommand command) {
    return switch (state) {
      case Unborn unborn -> whenUnborn(unborn, command);
      case Alive alive -> whenAlive(alive, command);
      case Dead dead -> whenDead(dead, command);
    };
  }

  /**
   * The state after a fact. Asks no law: it assigns what the fact recorded, and keeps the books of
   * the mind (what is in short-term memory, which trials are open), whose rules are part of the
   * facts' format.
   */
  public static SelfState evolve(SelfState state, Fact fact) {
    return switch (state) {
      case Unborn _ when fact instanceof Fact.Born(var origin, var world) ->
          Alive.born(origin, world);
      case Unborn _ -> throw new IllegalArgumentException("a life begins with its birth");
      case Alive alive -> evolve(alive, fact);
      case Dead(var last, var cause, long seq) -> new Dead(last, cause, seq + 1);
    };
  }

  private static SelfState evolve(Alive alive, Fact fact) {
    return switch (fact) {
      case Fact.Born _ -> throw new IllegalArgumentException("a life has only one birth");
      case Fact.Lived(long ticks, var after) -> alive.lived(ticks, after);
      case Fact.Reached(var stimulus, long due, _, _, _) when due > alive.tick() ->
          alive.awaiting(
              alive.agenda().with(new Agenda.Appointment(alive.seq() + 1, due, stimulus)));
      case Fact.Reached _, Fact.Resumed _, Fact.Marked _ -> alive.remarked();
      case Fact.Settled(var world) -> alive.settled(world);
      case Fact.Branched(var id, var parent, long seed, var laws) -> {
        if (!parent.equals(alive.origin().id())) {
          throw new IllegalArgumentException("this is no life of " + parent);
        }
        yield alive.branched(new Origin(id, seed, laws, alive.origin().bornAt()));
      }
      case Fact.Met met -> alive.met(met);
      case Fact.FellAsleep _ -> alive.fellAsleep();
      case Fact.Woke(_, boolean roused) -> alive.woke(roused);
      case Fact.Consolidated(_, var kept, var dropped) ->
          alive.minding(
              alive.mind().with(alive.mind().memory().consolidated(alive.tick(), kept, dropped)));
      case Fact.Recalled(_, long trace, _, var level) ->
          alive.minding(reminded(alive, trace, level));
      case Fact.Echoed(_, long trace, _, var level, _, var after) ->
          alive.echoed(after, reminded(alive, trace, level));
      case Fact.Observed observed -> alive.minding(alive.mind().observed(observed.learned()));
      case Fact.Adapted(_, double harmBy, double helpBy, double drive) ->
          alive.minding(
              alive
                  .mind()
                  .with(alive.mind().sensitivity().stepped(alive.tick(), harmBy, helpBy, drive)));
      case Fact.RolledBack _ ->
          alive.minding(alive.mind().with(alive.mind().sensitivity().rolledBack(alive.tick())));
      case Fact.Degraded _ -> alive.entered(Phase.DEGRADING);
      case Fact.Recovered _ -> alive.entered(Phase.ALIVE);
      case Fact.Died(_, var cause) -> alive.died(cause);
    };
  }

  private static Mind reminded(Alive alive, long trace, BaseLevel level) {
    var mind = alive.mind();
    return mind.with(mind.memory().reminded(alive.tick(), trace, level));
  }

  private Decision whenUnborn(Unborn unborn, LifeCommand command) {
    return switch (command) {
      case LifeCommand.BeBorn(var origin, var world) ->
          new Draft(unborn).add(new Fact.Born(origin, world)).done();
      case LifeCommand.Live _,
          LifeCommand.Meet _,
          LifeCommand.Resume _,
          LifeCommand.Settle _,
          LifeCommand.Branch _ ->
          new Decision.Refused(new Refusal.NotBorn());
    };
  }

  private Decision whenDead(Dead dead, LifeCommand command) {
    var id = dead.last().origin().id();
    return switch (command) {
      case LifeCommand.BeBorn _ -> new Decision.Refused(new Refusal.AlreadyBorn(id));
      case LifeCommand.Meet _, LifeCommand.Branch _ ->
          new Decision.Refused(new Refusal.IsDead(id, dead.cause(), dead.last().tick()));
      case LifeCommand.Live _, LifeCommand.Resume _, LifeCommand.Settle _ ->
          new Decision.Happened(List.of());
    };
  }

  private Decision whenAlive(Alive alive, LifeCommand command) {
    return switch (command) {
      case LifeCommand.BeBorn _ ->
          new Decision.Refused(new Refusal.AlreadyBorn(alive.origin().id()));
      case LifeCommand.Live(long ticks) -> live(alive, ticks);
      case LifeCommand.Meet meet ->
          alive.world().kind(meet.stimulus().kind()).isPresent()
              ? meet(alive, meet)
              : new Decision.Refused(
                  new Refusal.UnknownKind(meet.stimulus().kind(), alive.world().kinds().names()));
      case LifeCommand.Resume(long millis, var reason) ->
          new Draft(alive).add(new Fact.Resumed(millis, reason)).done();
      case LifeCommand.Settle(var world) ->
          world.equals(alive.world())
              ? new Decision.Happened(List.of())
              : new Draft(alive).add(new Fact.Settled(world)).done();
      case LifeCommand.Branch(var id, long seed, var laws) ->
          new Draft(alive).add(new Fact.Branched(id, alive.origin().id(), seed, laws)).done();
    };
  }

  private Decision meet(Alive alive, LifeCommand.Meet meet) {
    long now = alive.tick();
    long due = meet.when().from(now);
    if (due < now || due - now > Agenda.HORIZON_TICKS) {
      return new Decision.Refused(new Refusal.OutOfTime(due, now));
    }
    if (due > now && alive.agenda().isFull()) {
      return new Decision.Refused(new Refusal.AgendaFull(Agenda.CAPACITY));
    }
    var reached =
        new Fact.Reached(meet.stimulus(), due, meet.source(), meet.key(), meet.metadata());
    var draft = new Draft(alive).add(reached);
    if (due == now) {
      meetNow(draft, List.of(draft.state.seq()), meet.stimulus());
    }
    return draft.done();
  }

  private Decision live(Alive alive, long ticks) {
    var draft = new Draft(alive);
    long left = ticks;
    while (left > 0 && draft.state instanceof Alive being) {
      long most = Math.min(left, being.agenda().ticksUntilNext(being.tick()));
      most = Math.min(most, MARK_INTERVAL_TICKS - being.tick() % MARK_INTERVAL_TICKS);
      var moment = new Moment(being.condition());
      long passed = laws.flow(moment, most, being);
      draft.add(new Fact.Lived(passed, moment.condition()));
      turn(draft);
      mark(draft);
      meetWhatIsDue(draft);
      left -= passed;
    }
    return draft.done();
  }

  /** All that follows from the last fact; what is met on the way has consequences of its own. */
  private void turn(Draft draft) {
    var trigger = new Constitution.Trigger(draft.steps.getLast().fact(), draft.state.seq());
    while (draft.state instanceof Alive being) {
      var next = laws.turn(being, trigger);
      if (next.isEmpty()) {
        return;
      }
      draft.add(next.get());
      if (next.get() instanceof Fact.Met) {
        turn(draft);
      }
    }
  }

  private static void mark(Draft draft) {
    if (draft.state instanceof Alive being && being.tick() % MARK_INTERVAL_TICKS == 0) {
      draft.add(new Fact.Marked(List.of(being.seq()), StateHash.of(being)));
    }
  }

  private void meetWhatIsDue(Draft draft) {
    while (draft.state instanceof Alive being && being.agenda().ticksUntilNext(being.tick()) == 0) {
      var due = being.agenda().appointments().getFirst();
      meetNow(draft, List.of(due.seq()), due.stimulus());
    }
  }

  private void meetNow(Draft draft, List<Long> causes, Stimulus stimulus) {
    if (draft.state instanceof Alive being) {
      draft.add(laws.meet(being, causes, stimulus));
      turn(draft);
    }
  }

  /** The facts of one decision while it is being made, and the state they lead to. */
  private static final class Draft {
    private final List<Step> steps = new ArrayList<>();
    private SelfState state;

    Draft(SelfState state) {
      this.state = state;
    }

    Draft add(Fact fact) {
      var before = state;
      state = evolve(before, fact);
      steps.add(new Step(before, fact, state));
      return this;
    }

    Decision done() {
      return new Decision.Happened(steps);
    }
  }
}
