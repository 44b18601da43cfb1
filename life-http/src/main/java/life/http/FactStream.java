package life.http;

import java.time.Duration;
import java.util.Set;
import life.http.EventStream.Item;
import life.journal.Biography.Told;
import life.journal.Chronology.Entry;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** Facts as server-sent events. */
final class FactStream {
  private FactStream() {}

  /**
   * The facts of one life. The id of an event is the fact's number.
   *
   * @param wanted types of the facts to tell
   * @param heartbeat after so long a silence a comment is sent
   */
  static Source<ByteString, NotUsed> of(
      Source<Told, NotUsed> facts, Set<String> wanted, Duration heartbeat) {
    return EventStream.of(
        facts.map(told ->
            wanted.contains(told.fact().type())
                ? new Item.Event(told.seq(), told.fact().type(), Views.fact(told).toString())
                : new Item.PassedOver(told.seq(), 1)),
        heartbeat);
  }

  /** The facts of all lives. The id of an event is the fact's position in the order of all. */
  static Source<ByteString, NotUsed> ofAll(Source<Entry, NotUsed> entries, Duration heartbeat) {
    return EventStream.of(entries.map(FactStream::item), heartbeat);
  }

  private static Item item(Entry entry) {
    return switch (entry) {
      case Entry.Happened(long position, var life, var told) -> {
        var document = Views.object().put("life", life.slug());
        document.setAll(Views.fact(told));
        yield new Item.Event(position, told.fact().type(), document.toString());
      }
      case Entry.PassedOver(long position, long count) -> new Item.PassedOver(position, count);
    };
  }
}
