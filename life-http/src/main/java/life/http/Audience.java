package life.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import life.http.problem.Problem;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.stream.BackpressureTimeoutException;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** All who listen. There are only so many places, and whoever takes nothing loses its own. */
final class Audience {
  private static final Duration FAREWELL = Duration.ofMillis(500);
  private static final int RETRY_WHEN_FULL_MILLIS = 10_000;

  private final Places places;
  private final Duration patience;
  private final SharedKillSwitch end = KillSwitches.shared("streams");

  /**
   * Nobody yet.
   *
   * @param places one for each stream
   * @param patience who takes nothing of what waits for so long is cut off
   */
  Audience(Places places, Duration patience) {
    this.places = places;
    this.patience = patience;
  }

  /** Refuses one more when all places are taken. */
  void requirePlace() {
    if (places.isFull()) {
      throw Problem.tooManyStreams(places.most()).asException();
    }
  }

  /**
   * The stream as an answer. It takes a place when somebody really begins to fetch it, and leaves
   * it however it ends: told to the end, cancelled by the reader, cut off, or failed.
   */
  HttpResponse answer(Source<ByteString, NotUsed> events) {
    return HttpResponse.create()
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .addHeader(RawHeader.create("X-Accel-Buffering", "no"))
        .withEntity(
            HttpEntities.createChunked(
                MediaTypes.TEXT_EVENT_STREAM.toContentType(), placed(events)));
  }

  private Source<ByteString, ?> placed(Source<ByteString, NotUsed> events) {
    return Source.lazySource(() ->
        places.tryTake(1)
            ? leaving(events)
            : Source.single(EventStream.retry(RETRY_WHEN_FULL_MILLIS)));
  }

  private Source<ByteString, NotUsed> leaving(Source<ByteString, NotUsed> events) {
    return events
        .via(end.flow())
        .backpressureTimeout(patience)
        .mapError(
            new PFBuilder<Throwable, Throwable>()
                .match(BackpressureTimeoutException.class, _ -> new CutOff(patience))
                .build())
        .watchTermination((_, done) -> {
          done.whenComplete((_, _) -> places.release(1));
          return NotUsed.getInstance();
        });
  }

  /**
   * Ends all streams, those to come as well. Completes when the last one has ended, or when a
   * moment has passed: somebody who doesn't read must not keep the process from ending.
   */
  CompletionStage<Done> end(Executor blocking) {
    end.shutdown();
    return CompletableFuture.supplyAsync(
        () -> {
          places.awaitAll(FAREWELL);
          return Done.done();
        },
        blocking);
  }

  /** Somebody took nothing for too long: no fault of the program, so without a stack trace. */
  private static final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CutOff(Duration patience) {
      super(
          "the reader took nothing for " + patience.toSeconds() + " s, and can resume",
          null,
          false,
          false);
    }
  }
}
