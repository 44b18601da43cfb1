package life.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Speaks HTTP to the lives of one process. An answer is empty where none came. */
final class Caller {
  static final int CREATED = 201;
  private static final int OK = 200;
  static final int UNAVAILABLE = 503;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI home;
  private final String token;

  Caller(URI home, String token) {
    this.home = home;
    this.token = token;
  }

  /** What came back. */
  record Reply(int status, JsonNode body, boolean replayed) {}

  /** The state of the being. */
  Optional<Reply> look() throws InterruptedException {
    return call(request("/v1/lives/" + Terrarium.NAME).GET());
  }

  Optional<Reply> bring(Errand errand) throws InterruptedException {
    return call(
        request("/v1/lives/" + Terrarium.NAME + "/stimuli")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", errand.key())
            .POST(BodyPublishers.ofString(errand.json(JSON))));
  }

  /** Brings them in one request; an answer for each of them. */
  Optional<List<Reply>> bringTogether(List<Errand> errands) throws InterruptedException {
    var lines = new StringBuilder();
    errands.forEach(errand -> lines.append(errand.keyed(JSON)).append(",\n"));
    var array = "[" + lines.substring(0, lines.length() - 2) + "]";
    var answer =
        call(
            request("/v1/lives/" + Terrarium.NAME + "/stimuli")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(array)));
    return answer.map(whole -> results(whole, errands.size()));
  }

  /** What is refused as a whole is refused for each. */
  private static List<Reply> results(Reply whole, int count) {
    if (whole.status() != OK) {
      return Collections.nCopies(count, whole);
    }
    var replies = new ArrayList<Reply>(count);
    for (var result : whole.body().required("results")) {
      replies.add(
          new Reply(
              result.required("status").intValue(),
              result,
              result.path("replayed").booleanValue()));
    }
    return replies;
  }

  /** Lets time stand still. */
  Optional<Reply> pause() throws InterruptedException {
    return call(
        request("/v1/time")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .PUT(BodyPublishers.ofString("{\"paused\":true}")));
  }

  /** How time passes: the speed, and whether it stands still. */
  String time() throws InterruptedException {
    return time(request("/v1/time").GET());
  }

  /** Changes how time passes; how it does then. */
  String time(String change) throws InterruptedException {
    return time(
        request("/v1/time")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .PUT(BodyPublishers.ofString(change)));
  }

  private static String time(HttpRequest.Builder request) throws InterruptedException {
    var body = call(request).orElseThrow(() -> new AssertionError("nobody answered")).body();
    return body.path("speed").asText() + " " + body.path("paused").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE);
  }

  private static Optional<Reply> call(HttpRequest.Builder request) throws InterruptedException {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return Optional.of(
          new Reply(
              response.statusCode(),
              JSON.readTree(response.body()),
              response.headers().firstValue("Idempotency-Replayed").isPresent()));
    } catch (IOException e) {
      return Optional.empty(); // nobody was there, or the answer did not come to its end
    }
  }
}
