package life.http;

import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.stream.SystemMaterializer;

/** Opens the channel. */
public final class HttpServer {
  private HttpServer() {}

  /**
   * Listens at that address.
   *
   * @param port 0 for any that is free
   * @return the binding; fails with a {@link java.net.BindException} inside if the port is in use
   */
  public static CompletionStage<ServerBinding> bind(Service service, String host, int port) {
    var endpoints = new ArrayList<>(new LifeEndpoints(service).all());
    endpoints.addAll(new TimeEndpoints(service).all());
    var materializer = SystemMaterializer.get(service.system()).materializer();
    var router = new Router(endpoints, materializer);
    return Http.get(service.system()).newServerAt(host, port).bind(router::answer);
  }
}
