package life.http;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import life.http.gate.Access;
import life.http.gate.Gate;
import life.http.listen.ListenSettings;
import life.http.listen.Listener;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.stream.SystemMaterializer;

/**
 * Opens the second listener, for health and metrics. It has connections and threads of its own, and
 * answers as long as the process does: from before its lives are read until the last one rests.
 */
public final class HealthServer {
  private static final String DISPATCHER = "life.health-dispatcher";

  private static final ListenSettings SETTINGS =
      ListenSettings.STANDARD
          .within(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(10))
          .atMost(64);

  private HealthServer() {}

  /**
   * Listens at that address.
   *
   * @param access who may come in; as often as they like
   * @param port 0 for any that is free
   * @return the listener; fails with a {@link java.net.BindException} inside if the port is in use
   */
  public static CompletionStage<Listener> bind(
      Service service, Access access, String host, int port) {
    var system = service.system();
    var threads = system.dispatchers().lookup(DispatcherSelector.fromConfig(DISPATCHER));
    var often =
        new Access(access.token(), access.tokenFile(), access.isRemote(), access.hosts(), 0);
    var router =
        new Router(
            new Gate(often),
            new OperationEndpoints(service, threads).all(),
            service.meters(),
            SystemMaterializer.get(system).materializer());
    return Listener.bind(system, DISPATCHER, host, port, SETTINGS, router::answer);
  }
}
