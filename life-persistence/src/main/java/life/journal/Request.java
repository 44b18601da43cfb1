package life.journal;

import java.util.concurrent.CompletableFuture;

/** What waits for the committer. */
sealed interface Request {

  CompletableFuture<Void> done();

  /** Facts to be written. */
  record Write(Append append, CompletableFuture<Void> done) implements Request {}

  /** Facts to be erased, up to {@code toSeq}. */
  record Erase(String life, long toSeq, CompletableFuture<Void> done) implements Request {}

  /** Nothing to be done; done when everything before it is. */
  record Settle(CompletableFuture<Void> done) implements Request {}

  /** The last one. */
  record Stop(CompletableFuture<Void> done) implements Request {}
}
