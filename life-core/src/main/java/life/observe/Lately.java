package life.observe;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import life.being.SelfState.Alive;
import life.observe.Outlook.Mark;

/**
 * The last days of a being.
 *
 * @param notes the facts that mattered, the oldest first
 * @param marks how it was at each full hour, the oldest first
 * @param being as it is now
 */
record Lately(List<Note> notes, List<Mark> marks, Alive being) {
  double tickSeconds() {
    return being.origin().laws().tickSeconds();
  }

  /** Whether nothing lies further back than is looked. */
  boolean isWholeLife() {
    return being.tick() * tickSeconds() <= Outlook.HOURS * Scope.HOUR.seconds();
  }

  double secondsSince(long tick) {
    return (being.tick() - tick) * tickSeconds();
  }

  String since(long tick) {
    return Phrase.span(secondsSince(tick));
  }

  Optional<Note> last(String type, Predicate<Note> which) {
    return lastOf(List.of(type), which);
  }

  Optional<Note> lastOf(List<String> types) {
    return lastOf(types, note -> true);
  }

  Optional<Note> lastOf(List<String> types, Predicate<Note> which) {
    for (var note : notes.reversed()) {
      if (types.contains(note.type()) && which.test(note)) {
        return Optional.of(note);
      }
    }
    return Optional.empty();
  }
}
