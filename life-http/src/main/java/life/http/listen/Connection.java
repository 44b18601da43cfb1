package life.http.listen;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ResponseEntity;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What those who serve one connection know of each other: how many of its requests are being
 * answered, and whether it is to end. Its stages tell it, the listener asks and orders.
 */
final class Connection {
  /** What a connection can be told from outside. */
  enum Order {
    /** Ends as soon as what was asked is answered. */
    LEAVE,
    /** Ends now. */
    CUT
  }

  private static final long ORIGIN = System.nanoTime();
  private static final long BUSY = Long.MAX_VALUE;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private volatile long waitingSince = now();
  private volatile boolean last;
  private volatile boolean closing;
  private volatile boolean upgraded;
  private volatile @Nullable AsyncCallback<Order> orders;

  /** A time in nanoseconds, to be compared with others of this method. */
  static long now() {
    return System.nanoTime() - ORIGIN;
  }

  void takesOrders(AsyncCallback<Order> callback) {
    orders = callback;
  }

  /** The head of a request has come. */
  void begins(boolean isLast) {
    last = isLast;
    unanswered.incrementAndGet();
    waitingSince = BUSY;
  }

  /** A request got its answer; it is over when its last byte was taken. */
  HttpResponse answered(HttpResponse response) {
    var answer =
        closing || last
            ? response.addHeader(
                org.apache.pekko.http.javadsl.model.headers.Connection.create("close"))
            : response;
    if (response.status().intValue() == SWITCHING_PROTOCOLS) {
      upgraded = true;
    } else if (!response.entity().isStrict()) {
      streams.incrementAndGet();
      answer = answer.withEntity(watched(response.entity()));
    }
    unanswered.decrementAndGet();
    rest();
    return answer;
  }

  private ResponseEntity watched(ResponseEntity entity) {
    var type = entity.getContentType();
    var bytes = entity.getDataBytes().via(watch());
    if (entity instanceof HttpEntity.Default sized) {
      return HttpEntities.create(type, sized.getContentLength(), bytes);
    }
    return entity.isCloseDelimited()
        ? HttpEntities.createCloseDelimited(type, bytes)
        : HttpEntities.createChunked(type, bytes);
  }

  private Flow<ByteString, ByteString, NotUsed> watch() {
    return Flow.of(ByteString.class)
        .watchTermination((_, done) -> {
          done.whenComplete((_, _) -> {
            streams.decrementAndGet();
            rest();
          });
          return NotUsed.getInstance();
        });
  }

  private void rest() {
    if (!isAnswering() && !upgraded) {
      waitingSince = now();
      if (closing) {
        order(Order.LEAVE);
      }
    }
  }

  boolean isAnswering() {
    return hasUnanswered() || isStreaming();
  }

  /** Whether there is a request for which there is no answer yet. */
  boolean hasUnanswered() {
    return unanswered.get() > 0;
  }

  /** Whether an answer is under way whose end is not known beforehand. */
  boolean isStreaming() {
    return streams.get() > 0;
  }

  boolean isUpgraded() {
    return upgraded;
  }

  boolean isClosing() {
    return closing;
  }

  /** It is about to end, so it is the first that can be done without. */
  void parts() {
    waitingSince = Math.min(waitingSince, now());
  }

  /** Whether it does nothing but wait. */
  boolean isWaiting() {
    return waitingSince != BUSY;
  }

  /** Since when it does nothing but wait. */
  long waitingSince() {
    return waitingSince;
  }

  /** Lets it end as soon as what was asked is answered. */
  void leave() {
    closing = true;
    order(Order.LEAVE);
  }

  /** Ends it now. */
  void cut() {
    order(Order.CUT);
  }

  private void order(Order order) {
    var callback = orders;
    if (callback != null) {
      callback.invoke(order);
    }
  }
}
