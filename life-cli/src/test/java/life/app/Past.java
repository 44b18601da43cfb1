package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.StateHash;
import life.journal.Biography;
import life.journal.Biography.Told;
import life.journal.FactStore;
import life.journal.Waypoints;

/**
 * All that a journal tells of a life, from its first fact on.
 *
 * @param told every fact, with the state that it led to
 */
record Past(List<Told> told) {
  /** Reads the journal of that name, which nobody writes meanwhile. */
  static Past of(Path journal, String name) {
    var told = new ArrayList<Told>();
    try (var store = FactStore.openReadOnly(journal)) {
      var biography = new Biography(store, Waypoints.NONE);
      List<Told> page;
      do {
        long last = told.isEmpty() ? 0 : told.getLast().seq();
        page = biography.page(new LifeId(name), last, Biography.MOST_FACTS);
        told.addAll(page);
      } while (!page.isEmpty());
    }
    return new Past(List.copyOf(told));
  }

  List<Fact> facts() {
    return told.stream().map(Told::fact).toList();
  }

  /** The facts of one kind, as they were told. */
  Stream<Told> those(Class<? extends Fact> kind) {
    return told.stream().filter(each -> kind.isInstance(each.fact()));
  }

  SelfState stateAt(long seq) {
    return seq == 0 ? Decider.UNBORN : told.get(Math.toIntExact(seq - 1)).after();
  }

  SelfState last() {
    return stateAt(told.size());
  }

  StateHash hash() {
    return StateHash.of(last());
  }

  /** The recorded hashes, in order; one each hour of life. */
  List<StateHash> marks() {
    return those(Fact.Marked.class).map(each -> ((Fact.Marked) each.fact()).hash()).toList();
  }

  /** Checks what holds for every past: numbers, causes, felt time, marks, and the twin. */
  Past isWhole() {
    for (int i = 0; i < told.size(); i++) {
      var each = told.get(i);
      assertThat(each.seq()).as("facts are numbered without gaps").isEqualTo(i + 1L);
      assertThat(each.after().seq()).isEqualTo(each.seq());
      checkCauses(each);
      if (each.fact() instanceof Fact.Marked(var causes, var hash)) {
        assertThat(causes).containsExactly(each.seq() - 1);
        assertThat(hash).as("mark %s", each).isEqualTo(StateHash.of(stateAt(each.seq() - 1)));
      }
    }
    assertThat(told.stream().mapToDouble(each -> living(each.after()).condition().felt()).toArray())
        .as("subjective age never decreases")
        .isSorted();
    return this;
  }

  private void checkCauses(Told each) {
    switch (each.fact()) {
      case Fact.Input input -> assertThat(input.causes()).as("causes of %s", each).isEmpty();
      case Fact.Derived derived ->
          assertThat(derived.causes())
              .as("causes of %s", each)
              .isNotEmpty()
              .allMatch(cause -> cause >= 1 && cause < each.seq());
    }
  }

  /** A being that lives, or as it was when it last did. */
  static SelfState.Alive living(SelfState state) {
    return switch (state) {
      case SelfState.Alive alive -> alive;
      case SelfState.Dead dead -> dead.last();
      case SelfState.Unborn _ -> throw new AssertionError("not born yet");
    };
  }
}
