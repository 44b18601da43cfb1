package life.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Ten thousand clients that listen and say nothing: some are let in, the others are told to come
 * back later; the memory is bounded, and another client is answered as before.
 */
final class Listeners implements Benchmark {
  private static final int CLIENTS = 10_000;
  private static final int POKES = 200;
  private static final long ANSWERED_WITHIN_MILLIS = 60_000;
  private static final double MOST_BYTES = 256.0 * 1024 * 1024;
  private static final double MOST_MILLIS = 1_000;
  private static final String ONE = "{\"kind\":\"noise\",\"intensity\":0.05}";

  @Override
  public List<Result> run(Ground ground) {
    var served = Served.start(ground);
    try (served) {
      served.bear(1);
      double before = worst(served);
      double alive = served.alive();
      var clients = new ArrayList<SocketChannel>();
      try {
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(listen(served));
        }
        var statuses = statuses(clients);
        double during = worst(served);
        long open = statuses.stream().filter(status -> status == 200).count();
        long later = statuses.stream().filter(status -> status == 503).count();
        return List.of(
            Result.count("clients that listen", open),
            Result.count("  that were told to come back later", later),
            Result.count("  that were told nothing", CLIENTS - open - later).atMost(0),
            Result.of("live memory with all of them", (double) served.alive(), "bytes")
                .beside("with none", alive)
                .atMost(alive + MOST_BYTES),
            Result.of("another client's longest wait", during, "ms")
                .beside("with none", before)
                .atMost(MOST_MILLIS));
      } finally {
        for (var client : clients) {
          client.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      served.clear();
    }
  }

  private static SocketChannel listen(Served served) throws IOException {
    var home = served.home();
    var client = SocketChannel.open(new InetSocketAddress(home.getHost(), home.getPort()));
    var request =
        "GET /v1/lives/b1/facts/stream HTTP/1.1\r\nHost: " + home.getAuthority() + "\r\n\r\n";
    client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    client.configureBlocking(false);
    return client;
  }

  /** What each was answered; 0 for those who were not. */
  private static List<Integer> statuses(List<SocketChannel> clients) throws IOException {
    var statuses = new ArrayList<Integer>();
    long giveUp = System.nanoTime() + ANSWERED_WITHIN_MILLIS * 1_000_000;
    for (var client : clients) {
      var buffer = ByteBuffer.allocate("HTTP/1.1 200".length());
      while (buffer.hasRemaining() && System.nanoTime() < giveUp) {
        if (client.read(buffer) < 0) {
          break;
        }
        if (buffer.position() == 0) {
          Pause.millis(1);
        }
      }
      var head = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
      statuses.add(head.length() == buffer.capacity() ? Integer.parseInt(head.substring(9)) : 0);
    }
    return statuses;
  }

  /** The longest of many waits for an answer, in milliseconds. */
  private static double worst(Served served) {
    double worst = 0;
    for (int i = 0; i < POKES; i++) {
      long begin = System.nanoTime();
      int status = served.post("/v1/lives/b1/stimuli", ONE).statusCode();
      worst = Math.max(worst, (System.nanoTime() - begin) / 1e6);
      if (status != 201) {
        throw new IllegalStateException("a stimulus was answered with " + status);
      }
    }
    return worst;
  }
}
