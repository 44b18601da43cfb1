package life.journal;

import java.util.concurrent.CompletableFuture;

/** What waits for the committer. */
sealed interface Request {

  CompletableFuture<Void> done();

  /**
   * Whether it is written alone. Names change by it, and what others ask of those names in the same
   * batch could not be seen.
   */
  default boolean isAlone() {
    return this instanceof Admit || this instanceof Discard;
  }

  /** Facts to be written. */
  record Write(Append append, CompletableFuture<Void> done) implements Request {}

  /** Facts to be erased, up to {@code toSeq}. */
  record Erase(String life, long toSeq, CompletableFuture<Void> done) implements Request {}

  /** A staged life gets its name, in a group of its own. */
  record Admit(String staged, String life, CompletableFuture<Void> done) implements Request {}

  /** A staged life is removed, in a group of its own. */
  record Discard(String staged, CompletableFuture<Void> done) implements Request {}

  /** Nothing to be done; done when everything before it is. */
  record Settle(CompletableFuture<Void> done) implements Request {}

  /** The last one. */
  record Stop(CompletableFuture<Void> done) implements Request {}
}
