package life.observe;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.stream.Collectors;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.detect.Checkpoint;
import life.detect.Succession;
import life.detect.Tail;

/**
 * Events follow each other as they do in this being: a chain of them, each after the other within
 * the hour, that is so improbable that chance would bring it once in two million events is rare.
 */
final class UsualSequence implements Expectation {
  /** Events of a chain. */
  private static final int LENGTH = 4;

  private static final double LONGEST_SECONDS = 3_600;

  /** At which an event ends a chain that shows a sign by chance. */
  private static final double RATE = 5e-7;

  private static final double BITS_PER_DIGIT = StrictMath.log(10) / StrictMath.log(2);

  private record Event(Succession.Step step, Juncture where) {}

  /** Events before which all is new. */
  private static final int SETTLING = 500;

  private final Succession succession = new Succession();
  private final Tail tail = new Tail(RATE);
  private final ArrayDeque<Event> chain = new ArrayDeque<>();
  private long events;

  @Override
  public void next(Alive before, Fact fact, Alive after, Signs signs) {
    var name = name(fact);
    if (name.isEmpty()) {
      return;
    }
    var event = new Event(succession.next(name.get()), new Juncture(after.seq(), after.tick()));
    long longest = after.origin().laws().ticks(LONGEST_SECONDS);
    if (!chain.isEmpty() && after.tick() - chain.getLast().where().tick() > longest) {
      chain.clear();
    }
    chain.addLast(event);
    if (chain.size() > LENGTH) {
      chain.removeFirst();
    }
    double bits = chain.stream().mapToDouble(one -> one.step().bits()).sum();
    events++;
    if (events > SETTLING && chain.size() == LENGTH && tail.passes(bits)) {
      signs.show(
          SignKind.RARE_SEQUENCE,
          "",
          chain.getFirst().where(),
          chain.stream().map(one -> one.where().seq()).toList(),
          bits / BITS_PER_DIGIT,
          this::words);
    }
  }

  private String words() {
    var rarest =
        chain.stream()
            .max((a, b) -> Double.compare(a.step().bits(), b.step().bits()))
            .orElseThrow();
    var step = rarest.step();
    return "a chain of events that is rare in it: "
        + chain.stream().map(one -> one.step().name()).collect(Collectors.joining(" → "))
        + "; "
        + step.name()
        + " came "
        + (step.seen() == 0 ? "never" : step.seen() + " times")
        + " after the "
        + step.of()
        + " times that what was before it came";
  }

  /** What it was, for all that is an event. */
  private static Optional<String> name(Fact fact) {
    return switch (fact) {
      case Fact.Met(_, var stimulus, _, _) -> Optional.of(stimulus.kind());
      case Fact.Woke(_, boolean roused) -> Optional.of(roused ? "woken" : fact.type());
      case Fact.FellAsleep _,
          Fact.Consolidated _,
          Fact.Echoed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _ ->
          Optional.of(fact.type());
      case Fact.Born _,
          Fact.Lived _,
          Fact.Reached _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.Recalled _,
          Fact.Observed _,
          Fact.Died _,
          Fact.Marked _ ->
          Optional.empty();
    };
  }

  @Override
  public void keep(Checkpoint checkpoint) {
    succession.keep(checkpoint);
    tail.keep(checkpoint);
    events = checkpoint.whole(events);
    int count = checkpoint.size(chain.size());
    for (int i = 0; i < count; i++) {
      var event =
          checkpoint.isReading()
              ? new Event(new Succession.Step("", 0, 0, 0), new Juncture(1, 0))
              : chain.removeFirst();
      var step = event.step();
      chain.addLast(
          new Event(
              new Succession.Step(
                  checkpoint.text(step.name()),
                  checkpoint.number(step.bits()),
                  checkpoint.whole(step.seen()),
                  checkpoint.whole(step.of())),
              event.where().keep(checkpoint)));
    }
  }
}
