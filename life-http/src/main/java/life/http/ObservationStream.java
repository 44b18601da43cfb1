package life.http;

import java.time.Duration;
import life.http.EventStream.Item;
import life.observe.Observation;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** What is noticed as server-sent events. The id of an event is the version. */
final class ObservationStream {
  private ObservationStream() {}

  /**
   * The stream.
   *
   * @param tickSeconds how long a tick of that life is
   * @param heartbeat after so long a silence a comment is sent
   */
  static Source<ByteString, NotUsed> of(
      Source<Observation, NotUsed> observations, double tickSeconds, Duration heartbeat) {
    return EventStream.of(
        observations.map(one ->
            new Item.Event(
                one.version(), "observation", ObservationView.of(one, tickSeconds).toString())),
        heartbeat);
  }
}
