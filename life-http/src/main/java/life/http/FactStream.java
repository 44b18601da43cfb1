package life.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import life.journal.Biography.Told;
import life.journal.JournalFailure;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * Facts as server-sent events. The id of an event is the fact's number, so that a reader who was
 * cut off goes on where it was.
 */
final class FactStream {
  static final int RETRY_MILLIS = 1_000;
  private static final int RETRY_AFTER_FAILURE_MILLIS = 60_000;

  /** After so many facts that weren't wanted, the reader is told how far it is. */
  private static final int MOST_PASSED_OVER = 1_000;

  static final ByteString HEARTBEAT = ByteString.fromString(": \n\n");
  private static final ByteString NOTHING = ByteString.emptyByteString();

  private FactStream() {}

  /**
   * The stream.
   *
   * @param wanted types of the facts to tell
   * @param heartbeat after so long a silence a comment is sent
   */
  static Source<ByteString, NotUsed> of(
      Source<Told, NotUsed> facts, Set<String> wanted, Duration heartbeat) {
    var events =
        facts
            .statefulMap(
                () -> PassedOver.NONE,
                (passed, told) -> next(passed, told, wanted),
                PassedOver::asLast)
            .filter(bytes -> !bytes.isEmpty())
            .recover(
                new PFBuilder<Throwable, ByteString>()
                    .match(JournalFailure.class, FactStream::failure)
                    .build());
    return Source.single(retry(RETRY_MILLIS))
        .concatLazy(events)
        .keepAlive(heartbeat, () -> HEARTBEAT);
  }

  /** Tells a reader only when to come back. */
  static ByteString retry(int millis) {
    return ByteString.fromString("retry: " + millis + "\n\n");
  }

  /**
   * Facts that were not wanted since the last one that was.
   *
   * @param last the number of the last of them
   */
  private record PassedOver(int count, long last) {
    static final PassedOver NONE = new PassedOver(0, 0);

    Optional<ByteString> asLast() {
      return count == 0 ? Optional.empty() : Optional.of(mark(last));
    }
  }

  private static Pair<PassedOver, ByteString> next(
      PassedOver passed, Told told, Set<String> wanted) {
    if (wanted.contains(told.fact().type())) {
      return Pair.create(PassedOver.NONE, event(told));
    }
    return passed.count() + 1 < MOST_PASSED_OVER
        ? Pair.create(new PassedOver(passed.count() + 1, told.seq()), NOTHING)
        : Pair.create(PassedOver.NONE, mark(told.seq()));
  }

  private static ByteString event(Told told) {
    return ByteString.fromString(
        "id: "
            + told.seq()
            + "\nevent: "
            + told.fact().type()
            + "\ndata: "
            + Views.fact(told)
            + "\n\n");
  }

  /** Moves a reader's last id on, without an event. */
  private static ByteString mark(long seq) {
    return ByteString.fromString("id: " + seq + "\n\n");
  }

  /** The last that is sent when the journal can't be read further: why, and to come back later. */
  static ByteString failure(JournalFailure failure) {
    var why = String.valueOf(failure.getMessage()).replaceAll("\\R", " ");
    return ByteString.fromString(": " + why + "\n").concat(retry(RETRY_AFTER_FAILURE_MILLIS));
  }
}
