package life.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import life.http.EventStream.Item;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/** Who listens to streams now, and how far each of them is. Safe for many threads. */
public final class Subscribers {
  private final Set<Seat> seats = ConcurrentHashMap.newKeySet();

  /**
   * Somebody who listens.
   *
   * @param stream the path of what is listened to
   * @param upTo the id of the last event that was sent, 0 if none was
   */
  public record Subscription(String stream, long upTo) {}

  private record Seat(String stream, AtomicLong upTo) {}

  /** All of them, in no order. */
  public List<Subscription> now() {
    return seats.stream().map(seat -> new Subscription(seat.stream(), seat.upTo().get())).toList();
  }

  /** The same items; whoever fetches them is a subscriber until they end. */
  Source<Item, NotUsed> of(String stream, Source<Item, NotUsed> items) {
    return items.statefulMap(
        () -> sit(stream),
        (seat, item) -> {
          seat.upTo().set(item.id());
          return Pair.create(seat, item);
        },
        seat -> {
          seats.remove(seat);
          return Optional.empty();
        });
  }

  private Seat sit(String stream) {
    var seat = new Seat(stream, new AtomicLong());
    seats.add(seat);
    return seat;
  }
}
