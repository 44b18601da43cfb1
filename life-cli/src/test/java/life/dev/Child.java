package life.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A child that treats each connection in the way that a test tells. */
final class Child implements AutoCloseable {
  /** What it does with a connection. */
  interface Way {
    void treat(Peer peer) throws IOException;
  }

  private static final int BACKLOG = 1_024;

  private final ServerSocket door;
  private final CompletableFuture<Optional<IOException>> first = new CompletableFuture<>();

  Child(Way way) throws IOException {
    door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> receive(way));
  }

  /** Answers one letter with two. */
  static Child thatSays(String twoLetters) throws IOException {
    return new Child(peer -> {
      while (!peer.hear(1).isEmpty()) {
        peer.say(twoLetters);
      }
    });
  }

  /** A loopback address where nobody is. */
  static InetSocketAddress nobody() throws IOException {
    try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return (InetSocketAddress) nobody.getLocalSocketAddress();
    }
  }

  private void receive(Way way) {
    while (!door.isClosed()) {
      try {
        var peer = new Peer(door.accept());
        Thread.ofVirtual().start(() -> treat(peer, way));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void treat(Peer peer, Way way) {
    try (peer) {
      way.treat(peer);
      first.complete(Optional.empty());
    } catch (IOException e) {
      first.complete(Optional.of(e));
    }
  }

  /** How its first connection came to an end; empty if by its own will. */
  Optional<IOException> firstEnd() {
    return first.join();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  @Override
  public void close() {
    leave();
  }

  /** Takes no more connections; those it has go on. */
  void leave() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
