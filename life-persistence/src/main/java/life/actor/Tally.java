package life.actor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted since the process started.
 *
 * @param facts by type
 * @param stimuli met, by kind
 */
public record Tally(SortedMap<String, Long> facts, SortedMap<String, Long> stimuli) {
  public Tally {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    stimuli = Collections.unmodifiableSortedMap(new TreeMap<>(stimuli));
  }
}
