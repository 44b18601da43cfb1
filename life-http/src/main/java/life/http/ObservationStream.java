package life.http;

import life.http.EventStream.Item;
import life.observe.Observation;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** What is noticed as server-sent events. The id of an event is the version. */
final class ObservationStream {
  private ObservationStream() {}

  /**
   * The stream.
   *
   * @param tickSeconds how long a tick of that life is
   */
  static Source<Item, NotUsed> of(Source<Observation, NotUsed> observations, double tickSeconds) {
    return observations.map(one ->
        new Item.Event(
            one.version(), "observation", ObservationView.of(one, tickSeconds).toString()));
  }
}
