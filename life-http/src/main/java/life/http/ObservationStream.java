package life.http;

import java.time.Duration;
import life.journal.JournalFailure;
import life.observe.Observation;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * What is noticed as server-sent events. The id of an event is the version, so that a reader who
 * was cut off goes on where it was.
 */
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
    var events =
        observations
            .map(one -> event(one, tickSeconds))
            .recover(
                new PFBuilder<Throwable, ByteString>()
                    .match(JournalFailure.class, FactStream::failure)
                    .build());
    return Source.single(FactStream.retry(FactStream.RETRY_MILLIS))
        .concatLazy(events)
        .keepAlive(heartbeat, () -> FactStream.HEARTBEAT);
  }

  private static ByteString event(Observation one, double tickSeconds) {
    return ByteString.fromString(
        "id: "
            + one.version()
            + "\nevent: observation\ndata: "
            + ObservationView.of(one, tickSeconds)
            + "\n\n");
  }
}
