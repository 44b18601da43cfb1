package life.http;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.stream.SystemMaterializer;

/** Opens the channel. */
public final class HttpServer {
  private HttpServer() {}

  /**
   * Listens at that address. When the system is told to end, streams end first; whoever still
   * doesn't read then is cut off.
   *
   * @param port 0 for any that is free
   * @return the binding; fails with a {@link java.net.BindException} inside if the port is in use
   */
  public static CompletionStage<ServerBinding> bind(Service service, String host, int port) {
    return bind(service, host, port, StreamEndpoints.Limits.STANDARD);
  }

  static CompletionStage<ServerBinding> bind(
      Service service, String host, int port, StreamEndpoints.Limits limits) {
    var lives = new LifeEndpoints(service);
    var streams = new StreamEndpoints(service, lives, limits);
    var endpoints = new ArrayList<>(lives.all());
    endpoints.addAll(streams.all());
    endpoints.addAll(new TimeEndpoints(service).all());
    var materializer = SystemMaterializer.get(service.system()).materializer();
    var works = new Works();
    endpoints.addAll(new ChronicleEndpoints(service, lives).all());
    endpoints.addAll(new WorkEndpoints(service, lives, works).all());
    endpoints.addAll(new TransferEndpoints(service, lives, works, materializer).all());
    var router = new Router(endpoints, materializer);
    CoordinatedShutdown.get(service.system())
        .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "streams", streams::end);
    CoordinatedShutdown.get(service.system())
        .addTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind(),
            "work",
            () -> {
              works.end();
              return CompletableFuture.completedFuture(Done.done());
            });
    return Http.get(service.system()).newServerAt(host, port).bind(router::answer);
  }
}
