package life.app;

import com.typesafe.config.Config;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import life.body.Bounds;
import life.http.gate.Access;
import life.http.gate.Gate;
import life.http.gate.Token;

/**
 * Where HTTP listens, and for whom.
 *
 * @param host an address of this machine
 * @param port 0 for any that is free
 * @param healthPort where health and metrics are told; 0 for any that is free
 * @param isRemote whether others than programs of this machine may come
 * @param hosts names and addresses under which Life is asked, besides those of the loopback address
 * @param requestsPerSecond of one client; 0 for as many as it likes
 */
record Reach(
    String host,
    int port,
    int healthPort,
    boolean isRemote,
    Set<String> hosts,
    int requestsPerSecond) {
  /** The health port that follows from the other one. */
  private static final String NEXT = "next";

  Reach {
    hosts = Set.copyOf(hosts);
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming what is wrong and what would be right
   */
  static Reach of(Config life, Settings.Address flags) {
    var host = life.getString("host");
    var address = address(host);
    boolean isRemote = flags.allowRemote();
    if (!address.isLoopbackAddress() && !isRemote) {
      throw new IllegalArgumentException(
          "other machines can reach "
              + host
              + "; add --allow-remote if they may, then every request needs the token that `life token` prints");
    }
    var hosts = new TreeSet<>(flags.allowHosts());
    hosts.addAll(life.getStringList("allow-hosts"));
    hosts.addAll(address.isAnyLocalAddress() ? ownNames() : List.of(literal(address), host));
    hosts.removeAll(Gate.LOOPBACK);
    int port = (int) Bounds.within("port", life.getLong("port"), 0, 65_535);
    return new Reach(
        host,
        port,
        healthPort(life, port),
        isRemote,
        hosts,
        (int)
            Bounds.within(
                "requests-per-second", life.getLong("requests-per-second"), 0, 1_000_000));
  }

  private static int healthPort(Config life, int port) {
    if (life.getString("health-port").equals(NEXT)) {
      return port == 0
          ? 0
          : (int) Bounds.within("health-port, the one after port,", port + 1L, 0, 65_535);
    }
    int given = (int) Bounds.within("health-port", life.getLong("health-port"), 0, 65_535);
    if (given == port && port != 0) {
      throw new IllegalArgumentException(
          "health-port must be another one than port, but both are " + port);
    }
    return given;
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "the host '" + host + "' is no address of this machine, such as 127.0.0.1", e);
    }
  }

  private static Set<String> ownNames() {
    var names = new TreeSet<String>();
    try {
      names.add(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      // A machine without a name is asked by its addresses.
    }
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(Reach::literal)
          .forEach(names::add);
    } catch (SocketException e) {
      // Then --allow-host says how it is asked.
    }
    return names;
  }

  private static String literal(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }

  Access access(Path data, Token token) {
    return new Access(
        token, Optional.of(data.resolve(Token.FILE)), isRemote, hosts, requestsPerSecond);
  }

  /** How programs of this machine reach it at that port. */
  String url(int boundPort) {
    var address = address(host);
    var reached = address.isAnyLocalAddress() ? "127.0.0.1" : literal(address);
    return "http://" + (reached.contains(":") ? "[" + reached + "]" : reached) + ":" + boundPort;
  }
}
