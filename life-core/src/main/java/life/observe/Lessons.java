package life.observe;

import java.util.List;
import java.util.TreeMap;
import life.being.SelfState.Alive;
import life.mind.Association;
import life.observe.Scene.Lesson;

/** What a being learned to expect in a chapter, by kind of stimulus. */
final class Lessons {
  private static final int MOST_KINDS = 64;

  private final TreeMap<String, Lesson> byCue = new TreeMap<>();

  void learn(Alive before, List<Association> learned, long seq) {
    for (var association : learned) {
      var cue = association.cue();
      var known = byCue.get(cue);
      if (known != null || byCue.size() < MOST_KINDS) {
        double was = known == null ? before.mind().associationOf(cue).strength() : known.before();
        byCue.put(cue, new Lesson(cue, was, association.strength(), seq));
      }
    }
  }

  List<Lesson> greatestFirst() {
    return byCue.values().stream()
        .sorted((a, b) -> Double.compare(Math.abs(b.by()), Math.abs(a.by())))
        .toList();
  }
}
