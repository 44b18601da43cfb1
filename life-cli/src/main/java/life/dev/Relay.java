package life.dev;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A client and the child, as if nobody were between them: each sees the other end its output, or
 * reset the connection.
 */
final class Relay {
  private final SocketChannel client;
  private final SocketChannel child;
  private final Pump toChild;
  private final Pump toClient;
  private volatile boolean broken;

  Relay(SocketChannel client, SocketChannel child) {
    this.client = client;
    this.child = child;
    this.toChild = new Pump(client, child);
    this.toClient = new Pump(child, client);
  }

  /** Relays until both directions have ended. Neither channel is of use after that. */
  void run(Executor threads) {
    var upward = CompletableFuture.runAsync(() -> run(toChild, child), threads);
    run(toClient, client);
    upward.join();
    if (broken) {
      cut();
    }
  }

  /**
   * Who takes nothing more may still have sent something before, such as why: the other direction
   * brings it over, and meets the same end.
   */
  private void run(Pump pump, SocketChannel taker) {
    switch (pump.run()) {
      case COMPLETE -> {
        if (!broken) {
          endOutput(taker);
        }
      }
      case SENDER_GONE -> cut();
      case TAKER_GONE -> broken = true;
    }
  }

  private void endOutput(SocketChannel taker) {
    try {
      taker.shutdownOutput();
    } catch (IOException e) {
      broken = true;
    }
  }

  /**
   * Whether nobody took a byte for so long, or the child ended its output and for so long the
   * client has neither sent anything nor left. A client that waits for an answer is not stuck: the
   * child knows how long that may take.
   */
  boolean isStuck(Duration longest) {
    return toChild.isClogged(longest)
        || toClient.isClogged(longest)
        || (toClient.isOver(longest) && toChild.isIdle(longest));
  }

  /** Resets both sides. */
  void cut() {
    cut(client);
    cut(child);
  }

  private static void cut(SocketChannel side) {
    try (side) {
      side.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // it was gone already
    }
  }
}
