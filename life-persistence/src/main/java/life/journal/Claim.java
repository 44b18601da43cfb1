package life.journal;

import java.nio.file.Path;

/** What came of claiming a data directory. The messages are for a person. */
public sealed interface Claim {

  /** It is ours until it is closed. */
  record Granted(DataDirectory directory) implements Claim {}

  /** It isn't ours. */
  sealed interface Refused extends Claim {
    /** What was wrong, and what would be right. */
    String message();
  }

  /** Somebody else has it. */
  record Occupied(Path path, Holder holder) implements Refused {
    @Override
    public String message() {
      return "The data directory %s is in use by %s. Stop that process, or give another directory."
          .formatted(path, holder);
    }
  }

  /** Nobody can have it. */
  record Unusable(Path path, String problem, String remedy) implements Refused {
    @Override
    public String message() {
      return "The data directory %s can't be used: %s. %s".formatted(path, problem, remedy);
    }
  }
}
