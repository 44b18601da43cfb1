package life.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** What Java's client sends, which it keeps to itself. */
final class SentBody {
  private SentBody() {}

  /** The body as text; empty if there is none. */
  static String of(HttpRequest request) {
    var bytes = BodySubscribers.ofByteArray();
    request
        .bodyPublisher()
        .ifPresent(publisher ->
            publisher.subscribe(
                new Flow.Subscriber<ByteBuffer>() {
                  @Override
                  public void onSubscribe(Flow.Subscription subscription) {
                    bytes.onSubscribe(subscription);
                  }

                  @Override
                  public void onNext(ByteBuffer piece) {
                    bytes.onNext(List.of(piece));
                  }

                  @Override
                  public void onError(Throwable failure) {
                    bytes.onError(failure);
                  }

                  @Override
                  public void onComplete() {
                    bytes.onComplete();
                  }
                }));
    return request.bodyPublisher().isEmpty()
        ? ""
        : new String(bytes.getBody().toCompletableFuture().join(), StandardCharsets.UTF_8);
  }
}
