package life.http;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Tells whoever asks what he may do. */
final class AccessEndpoints {
  List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/access", AccessEndpoints::access));
  }

  private static CompletionStage<HttpResponse> access(Call call) {
    call.allowParameters();
    var pass = call.pass();
    return completedFuture(
        Replies.ok(Views.object().put("right", pass.right().word()).put("token", pass.hasToken())));
  }
}
