package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import life.app.Senders.Glimpse;
import life.being.Fact;
import life.being.Source;
import life.being.StateHash;
import life.journal.Biography.Told;
import life.world.Stimulus;
import life.world.StimulusKind;
import org.jspecify.annotations.Nullable;

/** Holds what was seen from outside against what the journal tells. */
final class Testimony {
  private final Past past;
  private final Map<String, Told> byKey = new HashMap<>();

  Testimony(Past past) {
    this.past = past;
    past.those(Fact.Reached.class)
        .forEach(each -> {
          var key = ((Fact.Reached) each.fact()).key();
          if (key != null) {
            assertThat(byKey.put(key, each)).as("%s came twice", key).isNull();
          }
        });
  }

  /** Every answered stimulus is there once and as answered, and nothing is that nobody sent. */
  void agreesWith(Witness witness) {
    var sent = witness.sent();
    witness
        .answered()
        .forEach((key, receipt) -> {
          var each = there(byKey.get(key), "the answered stimulus " + key);
          var state = Past.living(past.stateAt(each.seq() - 1));
          assertThat(new Errand.Receipt(each.seq(), state.tick(), reached(each).due()))
              .as(key)
              .isEqualTo(receipt);
        });
    past.those(Fact.Reached.class)
        .filter(each -> reached(each).source() == Source.OUTSIDE)
        .forEach(each -> {
          var errand = there(sent.get(String.valueOf(reached(each).key())), "who sent " + each);
          assertThat(reached(each).stimulus())
              .isEqualTo(new Stimulus(errand.kind(), errand.intensity()));
          var tick = Past.living(past.stateAt(each.seq() - 1)).tick();
          assertThat(reached(each).due()).isEqualTo(tick + errand.inTicks());
        });
  }

  /**
   * Every stimulus is met once, when it is due; none before, and none that did not come, except the
   * silence after a passage of time.
   */
  void everyStimulusIsMetOnce() {
    var met = new HashMap<Long, Told>();
    past.those(Fact.Met.class)
        .forEach(each ->
            assertThat(met.put(each.fact().causes().getFirst(), each))
                .as("%s is met a second time", each)
                .isNull());
    long now = Past.living(past.last()).tick();
    past.those(Fact.Reached.class)
        .forEach(each -> {
          var meeting = met.remove(each.seq());
          if (reached(each).due() > now) {
            assertThat(meeting).as("%s is not due", each).isNull();
          } else {
            var one = there(meeting, "the meeting of " + each);
            assertThat(((Fact.Met) one.fact()).stimulus()).isEqualTo(reached(each).stimulus());
            assertThat(Past.living(one.after()).tick()).isEqualTo(reached(each).due());
          }
        });
    met.forEach((cause, each) -> {
      assertThat(((Fact.Met) each.fact()).stimulus().kind()).isEqualTo(StimulusKind.SILENCE);
      assertThat(past.told().get(Math.toIntExact(cause - 1)).fact()).isInstanceOf(Fact.Lived.class);
    });
  }

  /** What the world had for each tick came at that tick, and nothing else came from it. */
  void theWorldBroughtAllItHad() {
    var now = Past.living(past.last());
    var brought = new ArrayList<String>();
    past.those(Fact.Reached.class)
        .filter(each -> reached(each).source() == Source.WORLD)
        .forEach(each -> brought.add(reached(each).due() + " " + reached(each).stimulus()));
    var had = new ArrayList<String>();
    for (long tick = 1; tick <= now.tick(); tick++) {
      long at = tick;
      now.world().draw(now.origin().seed(), at).ifPresent(one -> had.add(at + " " + one));
    }
    var missing = new ArrayList<>(had);
    missing.removeAll(Set.copyOf(brought));
    assertThat(missing).as("what the world had, but did not bring").isEmpty();
    assertThat(brought).isEqualTo(had);
  }

  /** Nobody ever saw a state that is not in the journal. */
  void explains(List<Glimpse> seen) {
    for (var glimpse : seen) {
      assertThat(glimpse.seq())
          .as("what was seen is durable")
          .isBetween(1L, (long) past.told().size());
      assertThat(glimpse.hash())
          .as("state at fact %d", glimpse.seq())
          .isEqualTo(StateHash.of(past.stateAt(glimpse.seq())).hex());
    }
  }

  private static <T> T there(@Nullable T found, String what) {
    if (found == null) {
      throw new AssertionError(what + " is missing");
    }
    return found;
  }

  private static Fact.Reached reached(Told each) {
    return (Fact.Reached) each.fact();
  }
}
