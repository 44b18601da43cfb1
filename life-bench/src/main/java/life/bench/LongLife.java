package life.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.being.Source;
import life.being.When;
import life.journal.Append;
import life.journal.FactSerializer;
import life.journal.FactStore;
import life.journal.Kind;
import life.journal.NewFact;
import life.journal.Payload;
import life.law.Laws;
import life.world.Stimulus;
import life.world.World;

/** A life lived as fast as the laws decide, and written straight into a store. */
final class LongLife {
  static final LifeId ID = new LifeId("methuselah");

  private static final int FACTS_OF_ONE_APPEND = 1_000;

  private final Decider decider = new Decider(new Laws());
  private final FactSerializer serializer = new FactSerializer();
  private final String writer = new UUID(0, 1).toString();
  private final List<NewFact> unwritten = new ArrayList<>();
  private final FactStore store;
  private final Consumer<Fact> witness;
  private SelfState state = Decider.UNBORN;
  private long written;

  /**
   * Begins a life.
   *
   * @param witness sees every fact that is written
   */
  LongLife(FactStore store, World world, Consumer<Fact> witness) {
    this.store = store;
    this.witness = witness;
    take(
        new LifeCommand.BeBorn(new Origin(ID, 1, LawSettings.DEFAULT, Instant.EPOCH), world),
        Long.MAX_VALUE);
  }

  /** Lives on for some ticks, in one piece. */
  void live(long ticks, long mostFacts) {
    take(new LifeCommand.Live(ticks), mostFacts);
  }

  void meet(String kind, double intensity, long mostFacts) {
    take(
        new LifeCommand.Meet(new Stimulus(kind, intensity), new When.Now(), Source.OUTSIDE, null),
        mostFacts);
  }

  /** How many facts there are. */
  long facts() {
    return state.seq();
  }

  private void take(LifeCommand command, long mostFacts) {
    if (!(decider.decide(state, command) instanceof Decision.Happened(var steps))) {
      throw new IllegalStateException("this can't be refused: " + command);
    }
    for (var step : steps) {
      if (state.seq() < mostFacts) {
        state = step.after();
        witness.accept(step.fact());
        add(step.fact());
      }
    }
  }

  private void add(Fact fact) {
    var kind = new Kind(serializer.identifier(), serializer.manifest(fact), "");
    long millis = state.seq() * 50; // as the ticker writes
    unwritten.add(NewFact.of(new Payload(kind, serializer.toBinary(fact)), null, millis));
    if (unwritten.size() == FACTS_OF_ONE_APPEND) {
      write();
    }
  }

  /** Writes what is not yet written. */
  void write() {
    if (!unwritten.isEmpty()) {
      store.append(new Append(ID.slug(), writer, written + 1, unwritten)).join();
      written += unwritten.size();
      unwritten.clear();
    }
  }
}
