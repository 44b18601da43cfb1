package life.http;

import java.time.Duration;
import java.util.Optional;
import life.journal.JournalFailure;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * Server-sent events. Each has an id, from which a reader who was cut off goes on; the ids of one
 * stream only rise.
 */
final class EventStream {
  private static final int RETRY_MILLIS = 1_000;
  private static final int RETRY_AFTER_FAILURE_MILLIS = 60_000;

  /** After so much that wasn't wanted, the reader is told how far it is. */
  private static final long MOST_PASSED_OVER = 1_000;

  private static final ByteString HEARTBEAT = ByteString.fromString(": \n\n");

  /** What a stream comes to. */
  sealed interface Item {
    /** From which a reader goes on. */
    long id();

    /** Something to tell. */
    record Event(long id, String type, String data) implements Item {}

    /**
     * What the reader doesn't want.
     *
     * @param id of the last of it
     * @param count how much, 1 or more
     */
    record PassedOver(long id, long count) implements Item {}
  }

  private EventStream() {}

  /**
   * The stream.
   *
   * @param heartbeat after so long a silence a comment is sent
   */
  static Source<ByteString, NotUsed> of(Source<Item, NotUsed> items, Duration heartbeat) {
    var events =
        items
            .statefulMap(() -> PassedOver.NONE, EventStream::next, PassedOver::asLast)
            .filter(bytes -> !bytes.isEmpty())
            .recover(
                new PFBuilder<Throwable, ByteString>()
                    .match(JournalFailure.class, EventStream::failure)
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
   * What was passed over since the last id that was told.
   *
   * @param last the id of the last of it
   */
  private record PassedOver(long count, long last) {
    static final PassedOver NONE = new PassedOver(0, 0);

    Optional<ByteString> asLast() {
      return count == 0 ? Optional.empty() : Optional.of(mark(last));
    }
  }

  private static Pair<PassedOver, ByteString> next(PassedOver passed, Item item) {
    return switch (item) {
      case Item.Event event -> Pair.create(PassedOver.NONE, frame(event));
      case Item.PassedOver(long id, long count) when passed.count() + count < MOST_PASSED_OVER ->
          Pair.create(new PassedOver(passed.count() + count, id), ByteString.emptyByteString());
      case Item.PassedOver(long id, _) -> Pair.create(PassedOver.NONE, mark(id));
    };
  }

  private static ByteString frame(Item.Event event) {
    return ByteString.fromString(
        "id: " + event.id() + "\nevent: " + event.type() + "\ndata: " + event.data() + "\n\n");
  }

  /** Moves a reader's last id on, without an event. */
  private static ByteString mark(long id) {
    return ByteString.fromString("id: " + id + "\n\n");
  }

  /** The last that is sent when the journal can't be read further: why, and to come back later. */
  private static ByteString failure(JournalFailure failure) {
    var why = String.valueOf(failure.getMessage()).replaceAll("\\R", " ");
    return ByteString.fromString(": " + why + "\n").concat(retry(RETRY_AFTER_FAILURE_MILLIS));
  }
}
