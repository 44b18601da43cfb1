package life.dev;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Brings clients to the child, each on a thread of its own. Nothing of what a client sends is read
 * before the child has taken the connection.
 */
final class Passage {
  private static final int CONNECT_WITHIN_MILLIS = 2_000;

  private final Whereabouts whereabouts;
  private final Duration longestWait;
  private final Set<Relay> relays;
  private final Executor threads;

  /**
   * Brings nobody yet.
   *
   * @param relays holds those that run
   * @param threads for the second direction of each
   */
  Passage(Whereabouts whereabouts, Duration longestWait, Set<Relay> relays, Executor threads) {
    this.whereabouts = whereabouts;
    this.longestWait = longestWait;
    this.relays = relays;
    this.threads = threads;
  }

  /** Returns when the client needs no one any more. */
  void bring(SocketChannel client) throws IOException, InterruptedException {
    client.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var found = child(System.nanoTime() + longestWait.toNanos());
    if (found.isEmpty()) {
      Apology.tell(client);
      return;
    }
    try (var child = found.get()) {
      relay(new Relay(client, child));
    }
  }

  private void relay(Relay relay) {
    relays.add(relay);
    try {
      relay.run(threads);
    } finally {
      relays.remove(relay);
    }
  }

  /** Where the child could not be reached, it is not tried again before it comes anew. */
  private Optional<SocketChannel> child(long deadline) throws InterruptedException, IOException {
    var place = whereabouts.find(Optional.empty(), deadline);
    while (place.isPresent()) {
      var child = connect(place.get().address());
      if (child.isPresent()) {
        return child;
      }
      place = whereabouts.find(place, deadline);
    }
    return Optional.empty();
  }

  private static Optional<SocketChannel> connect(InetSocketAddress place) throws IOException {
    var child = SocketChannel.open();
    try {
      child.setOption(StandardSocketOptions.TCP_NODELAY, true);
      child.socket().connect(place, CONNECT_WITHIN_MILLIS);
      if (!isItself(child)) {
        return Optional.of(child);
      }
    } catch (IOException e) {
      // it is not there, or the front closes, of which the next wait hears
    }
    child.close();
    return Optional.empty();
  }

  /**
   * On one machine, a socket may be given for its own port the very one it wants to reach, and TCP
   * then connects it to itself.
   */
  private static boolean isItself(SocketChannel child) throws IOException {
    return child.getLocalAddress().equals(child.getRemoteAddress());
  }
}
