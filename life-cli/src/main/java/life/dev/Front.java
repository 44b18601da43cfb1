package life.dev;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds the port of a child that comes and goes. Connections are relayed byte for byte to where the
 * child is; while it is nowhere they wait, and who would wait too long is told with 503 when to try
 * again.
 *
 * <p>A connection that the child refuses goes back to waiting, for nothing of it was read yet. One
 * that the child took and then dropped without an answer ends for the client too, even if all that
 * was sent could be sent again: nobody here can know whether the child acted on it. The client
 * knows, and sends it again with the same Idempotency-Key. So that this is rare, {@link #hold}
 * comes first, and the child is told to end after it.
 *
 * <p>Its threads are virtual and keep no process alive.
 */
public final class Front implements Closeable {
  private static final int BACKLOG = 1_024;

  /** So many beyond those that may be open are told at once that they are too many. */
  private static final int MOST_TURNED_AWAY = 256;

  private static final Duration LONGEST_WATCH = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(50);
  private static final long CLOSE_WITHIN_SECONDS = 5;

  private final ServerSocketChannel door;
  private final InetSocketAddress address;
  private final Limits limits;
  private final Whereabouts whereabouts;
  private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("front-", 0).factory());
  private final Passage passage;

  private Front(ServerSocketChannel door, Limits limits) throws IOException {
    this.door = door;
    this.address = (InetSocketAddress) door.getLocalAddress();
    this.limits = limits;
    this.whereabouts = new Whereabouts(limits.mostWaiting());
    this.passage = new Passage(whereabouts, limits.longestWait(), relays, threads);
  }

  /**
   * Takes connections at that address from now on, and lets them wait.
   *
   * @throws java.net.BindException if somebody else is there
   */
  public static Front open(InetSocketAddress address, Limits limits) throws IOException {
    var door = ServerSocketChannel.open();
    try {
      door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      door.bind(address, BACKLOG);
      var front = new Front(door, limits);
      front.threads.execute(front::receive);
      front.threads.execute(front::watch);
      return front;
    } catch (IOException | RuntimeException e) {
      door.close();
      throw e;
    }
  }

  /** Where it is, with the port that was found if it was opened at port 0. */
  public InetSocketAddress address() {
    return address;
  }

  /** The child is there: new connections are relayed to it, and those that wait. */
  public void to(InetSocketAddress child) {
    if (child.isUnresolved()) {
      throw new IllegalArgumentException("no machine is known as " + child.getHostString());
    }
    whereabouts.at(child);
  }

  /** The child goes away: new connections wait. Those it has already go on until it ends them. */
  public void hold() {
    whereabouts.nowhere();
  }

  /** How many connections wait for the child. */
  public int waiting() {
    return whereabouts.waiting();
  }

  /** How many connections are open, with those that wait. */
  public int connections() {
    return connections.get();
  }

  private void receive() {
    while (door.isOpen()) {
      try {
        welcome(door.accept());
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // too many files are open; some will be closed
        rest(REST);
      }
    }
  }

  private void welcome(SocketChannel client) throws IOException {
    if (connections.get() < limits.mostConnections()) {
      serve(client, connections, passage::bring);
    } else if (turnedAway.get() < MOST_TURNED_AWAY) {
      serve(client, turnedAway, Apology::tell);
    } else {
      client.close();
    }
  }

  private interface Service {
    void give(SocketChannel client) throws IOException, InterruptedException;
  }

  /** Only the thread that receives counts up, so no count goes beyond its bound. */
  private void serve(SocketChannel client, AtomicInteger count, Service service)
      throws IOException {
    count.incrementAndGet();
    try {
      threads.execute(() -> {
        try (client) {
          service.give(client);
        } catch (IOException | RejectedExecutionException e) {
          // the client has gone, or the front closes
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } finally {
          count.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException e) {
      count.decrementAndGet();
      client.close();
    }
  }

  private void watch() {
    var half = limits.longestStall().dividedBy(2);
    var pause = half.compareTo(LONGEST_WATCH) < 0 ? half : LONGEST_WATCH;
    while (rest(pause)) {
      relays.stream().filter(relay -> relay.isStuck(limits.longestStall())).forEach(Relay::cut);
    }
  }

  /** Returns false if the front closes. */
  private static boolean rest(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether nothing of it runs any more. */
  boolean isEnded() {
    return threads.isTerminated();
  }

  /** Ends all connections at once, and frees the port. */
  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
    try {
      threads.awaitTermination(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
