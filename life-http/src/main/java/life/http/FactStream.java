package life.http;

import java.util.Set;
import life.http.EventStream.Item;
import life.journal.Biography.Told;
import life.journal.Chronology.Entry;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** Facts as server-sent events. */
final class FactStream {
  private FactStream() {}

  /**
   * The facts of one life. The id of an event is the fact's number.
   *
   * @param wanted types of the facts to tell
   */
  static Source<Item, NotUsed> of(Source<Told, NotUsed> facts, Set<String> wanted) {
    return facts.map(told ->
        wanted.contains(told.fact().type())
            ? new Item.Event(told.seq(), told.fact().type(), Views.fact(told).toString())
            : new Item.PassedOver(told.seq(), 1));
  }

  /** The facts of all lives. The id of an event is the fact's position in the order of all. */
  static Source<Item, NotUsed> ofAll(Source<Entry, NotUsed> entries) {
    return entries.map(FactStream::item);
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
