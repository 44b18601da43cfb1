package life.app;

import java.net.BindException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import life.cli.Exit;
import life.cli.Trouble;
import life.http.HealthServer;
import life.http.HttpServer;
import life.http.Service;
import life.http.gate.Access;
import life.http.listen.Listener;

/** Opens the two ports of a Life; one that is in use is trouble that a person can mend. */
final class Binding {
  private Binding() {}

  /** Where health and metrics are told. */
  static Listener health(Service service, Access access, Plan plan) {
    var reach = plan.reach();
    return bound(
        HealthServer.bind(service, access, reach.host(), reach.healthPort()),
        reach.host(),
        reach.healthPort(),
        "--health-port");
  }

  /** Where the environment reaches the beings. */
  static Listener main(Service service, Access access, Plan plan) {
    var reach = plan.reach();
    return bound(
        HttpServer.bind(service, access, reach.host(), reach.port()),
        reach.host(),
        reach.port(),
        "--port");
  }

  private static Listener bound(
      CompletionStage<Listener> binding, String host, int port, String flag) {
    try {
      return binding.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (rootOf(e) instanceof BindException) {
        throw new Trouble(
            Exit.FAILED,
            "port-in-use",
            "the port " + port + " on " + host + " is in use",
            "stop what listens there, or choose another one with " + flag + " N (0 for any)",
            e);
      }
      throw e;
    }
  }

  private static Throwable rootOf(Throwable failure) {
    var root = failure;
    while (root.getCause() != null && !(root instanceof BindException)) {
      root = root.getCause();
    }
    return root;
  }
}
