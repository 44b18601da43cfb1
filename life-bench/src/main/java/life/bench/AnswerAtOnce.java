package life.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.marshallers.jackson.Jackson;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * The peer of {@link Stimuli}: a route as Pekko HTTP's manual writes it, which parses the same JSON
 * and answers at once. Says where it is on its first line.
 */
public final class AnswerAtOnce {
  private AnswerAtOnce() {}

  record Stimulus(@JsonProperty("kind") String kind, @JsonProperty("intensity") double intensity) {}

  public static void main(String[] arguments) {
    var system = ActorSystem.create(Behaviors.<Void>empty(), "peer");
    var binding =
        Http.get(system).newServerAt("127.0.0.1", 0).bind(route()).toCompletableFuture().join();
    System.out.println("http://127.0.0.1:" + binding.localAddress().getPort());
  }

  private static Route route() {
    var unmarshaller = Jackson.unmarshaller(new ObjectMapper(), Stimulus.class);
    var path =
        PathMatchers.segment("v1").slash("lives").slash(PathMatchers.segment()).slash("stimuli");
    return Directives.path(
        path,
        life ->
            Directives.post(() ->
                Directives.entity(
                    unmarshaller,
                    stimulus ->
                        Directives.complete(
                            StatusCodes.CREATED,
                            HttpEntities.create(
                                ContentTypes.APPLICATION_JSON,
                                "{\"life\":\"%s\",\"seq\":%d,\"tick\":1,\"due\":1}"
                                    .formatted(life, Math.round(stimulus.intensity() * 1e6)))))));
  }
}
