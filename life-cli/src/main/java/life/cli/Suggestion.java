package life.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** "Did you mean", for names of lives, kinds of stimuli and worlds. */
final class Suggestion {
  /** Paths that are understood though they stand nowhere. */
  private static final List<String> SHORT_PATHS = List.of("energy", "stability", "integrity");

  private Suggestion() {}

  /**
   * The refusal, with the nearest to the word in its hint if the server says which words it knows.
   */
  static Trouble improve(Answer refusal, String word) {
    var trouble = Problem.trouble(refusal.status(), refusal.body());
    var known = Problem.known(refusal.body());
    if (trouble.code().equals("unknown-path")) {
      known.addAll(SHORT_PATHS);
    }
    return withNearest(trouble, word, known);
  }

  /** Asks the server for its lives if the trouble is that there is none of this name. */
  static Trouble improve(Trouble trouble, Wire wire, String life) {
    return trouble.exit() == Exit.NO_SUCH_LIFE ? withNearest(trouble, life, names(wire)) : trouble;
  }

  /** Does what is about these lives; where one of them is not known, the nearest name is told. */
  static <T> T around(Wire wire, List<String> lives, Supplier<T> what) {
    try {
      return what.get();
    } catch (Trouble trouble) {
      if (trouble.exit() != Exit.NO_SUCH_LIFE) {
        throw trouble;
      }
      var names = names(wire);
      var wrong = lives.stream().filter(life -> !names.contains(life)).findFirst();
      throw wrong.map(life -> withNearest(trouble, life, names)).orElse(trouble);
    }
  }

  private static Trouble withNearest(Trouble trouble, String word, List<String> known) {
    return Nearest.to(word, known)
        .map(near -> trouble.withHint("did you mean \"" + near + "\"? " + trouble.hint()))
        .orElse(trouble);
  }

  private static List<String> names(Wire wire) {
    var names = new ArrayList<String>();
    try {
      wire.lives().forEach(life -> names.add(life.path("id").asText()));
    } catch (Trouble without) {
      // A hint is not worth a second error.
      return List.of();
    }
    return names;
  }
}
