package life.dev;

import java.nio.file.Path;
import java.util.Set;

/** What the supervisor hears of, one after the other. */
sealed interface Event {
  /** Files were written, and it is quiet again. */
  record Changed(Set<Path> files) implements Event {
    public Changed {
      files = Set.copyOf(files);
    }
  }

  /** A child said a word over its leash. */
  record Said(ChildProcess child, String word) implements Event {}

  /** A child has ended. */
  record Ended(ChildProcess child, int exit) implements Event {}

  /** It is time to start a child again. */
  record Again() implements Event {}

  /** The supervisor is to end. */
  record Leave() implements Event {}
}
