package life.dev;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;

/** The two ports at which clients reach the child, whichever it is just now. */
final class Doors {
  private final Front main;
  private final Front health;

  private Doors(Front main, Front health) {
    this.main = main;
    this.health = health;
  }

  /**
   * Opens both.
   *
   * @param port 0 for any that is free
   * @param healthPort 0 for any that is free
   * @throws BindException naming the port that is in use
   */
  static Doors open(String host, int port, int healthPort) throws IOException {
    var main = open(host, port);
    try {
      return new Doors(main, open(host, healthPort));
    } catch (IOException e) {
      main.close();
      throw e;
    }
  }

  private static Front open(String host, int port) throws IOException {
    try {
      return Front.open(new InetSocketAddress(host, port), Limits.STANDARD);
    } catch (BindException e) {
      var named = new BindException("the port " + port + " on " + host + " is in use");
      named.initCause(e);
      throw named;
    }
  }

  /** What a child must be told, so that it says the right addresses. */
  List<String> arguments() {
    return List.of(
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--health-port",
        "0",
        "--front",
        url(main),
        "--front-health",
        url(health));
  }

  /** The address of the channel. */
  String url() {
    return url(main);
  }

  private static String url(Front front) {
    var address = front.address();
    var host = address.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** From now on the child is there. */
  void to(InetSocketAddress channel, InetSocketAddress told) {
    main.to(channel);
    health.to(told);
  }

  /** There is no child now; who comes waits. */
  void hold() {
    main.hold();
    health.hold();
  }

  void close() {
    try (main;
        health) {
      hold();
    } catch (IOException e) {
      // The process ends, and the ports with it.
    }
  }
}
