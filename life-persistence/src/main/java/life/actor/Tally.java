package life.actor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import life.being.Fact;

/**
 * What was counted since the process started.
 *
 * @param facts by type
 * @param stimuli met, by kind
 */
public record Tally(SortedMap<String, Long> facts, SortedMap<String, Long> stimuli) {
  static final Tally NOTHING =
      new Tally(Collections.emptySortedMap(), Collections.emptySortedMap());

  public Tally {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    stimuli = Collections.unmodifiableSortedMap(new TreeMap<>(stimuli));
  }

  Tally with(Happening happening) {
    var moreFacts = new TreeMap<>(facts);
    var moreStimuli = new TreeMap<>(stimuli);
    for (var fact : happening.facts()) {
      moreFacts.merge(fact.type(), 1L, Long::sum);
      if (fact instanceof Fact.Met met) {
        moreStimuli.merge(met.stimulus().kind(), 1L, Long::sum);
      }
    }
    return new Tally(moreFacts, moreStimuli);
  }
}
