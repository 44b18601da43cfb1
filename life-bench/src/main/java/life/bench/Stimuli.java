package life.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Durable stimuli over HTTP, spread over a hundred beings and to one, beside a route that parses
 * the same JSON and answers at once; both by the same load from the same machine.
 */
final class Stimuli implements Benchmark {
  private static final int BEINGS = 100;
  private static final int CONNECTIONS = 64;
  private static final int SECONDS = 10;
  private static final double SHARE_OF_MANY = 0.5;
  private static final double SHARE_OF_ONE = 0.25;
  private static final String PEER = "answering at once";

  private int runs;

  @Override
  public List<Result> run(Ground ground) {
    var served = Served.start(ground, "life.requests-per-second = 0");
    try (served) {
      served.bear(BEINGS);
      var peer = peer();
      try {
        var home = peerAt(peer);
        var many =
            Rounds.of(
                1, ground.rounds(), () -> load(served.home(), BEINGS), () -> load(home, BEINGS));
        var one = Rounds.of(1, ground.rounds(), () -> load(served.home(), 1), () -> load(home, 1));
        return List.of(
            Result.of("durable stimuli, spread over 100 beings", many.ours(Wrk::perSecond), "/s")
                .beside(PEER, many.peers(Wrk::perSecond))
                .atLeastOfPeer(SHARE_OF_MANY),
            Result.of("  answered within, 99 % of them", many.ours(Wrk::millis99), "ms")
                .beside(PEER, many.peers(Wrk::millis99)),
            Result.of("durable stimuli to one being", one.ours(Wrk::perSecond), "/s")
                .beside(PEER, one.peers(Wrk::perSecond))
                .atLeastOfPeer(SHARE_OF_ONE),
            Result.of("  answered within, 99 % of them", one.ours(Wrk::millis99), "ms")
                .beside(PEER, one.peers(Wrk::millis99)));
      } finally {
        peer.destroy();
      }
    } finally {
      served.clear();
    }
  }

  private Wrk load(URI home, int beings) {
    var seen = Wrk.stimuli(home, CONNECTIONS, SECONDS, beings, null, "run" + ++runs);
    if (seen.others() > 0) {
      throw new IllegalStateException(seen.others() + " stimuli were refused");
    }
    return seen;
  }

  private static Process peer() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      return new ProcessBuilder(
              java,
              "-XX:+UseG1GC",
              "-cp",
              System.getProperty("java.class.path"),
              AnswerAtOnce.class.getName())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("resource") // the process owns its output
  private static URI peerAt(Process peer) {
    try {
      var line = new BufferedReader(new InputStreamReader(peer.getInputStream(), UTF_8)).readLine();
      if (line == null) {
        throw new IllegalStateException("the peer did not start");
      }
      return URI.create(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
