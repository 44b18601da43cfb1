package life.bench;

import java.net.URI;
import java.util.List;

/**
 * Durable stimuli over HTTP, spread over a hundred beings and to one, beside a route that parses
 * the same JSON and answers at once; both by the same load from the same machine.
 */
final class Stimuli implements Benchmark {
  private static final int BEINGS = 100;
  private static final int CONNECTIONS = 256;
  private static final int SECONDS = 15;
  private static final int WARM_UP_ROUNDS = 4;
  private static final double SHARE_OF_MANY = 0.5;
  private static final double SHARE_OF_ONE = 0.25;
  private static final String PEER = "answering at once";

  private int runs;

  @Override
  public List<Result> run(Ground ground) {
    var served = Served.start(ground, "life.requests-per-second = 0");
    try (served) {
      served.bear(BEINGS);
      try (var peer = Peer.start()) {
        var home = peer.home();
        var many =
            Rounds.of(
                WARM_UP_ROUNDS,
                ground.rounds(),
                () -> load(served.home(), BEINGS),
                () -> load(home, BEINGS));
        var one =
            Rounds.of(
                WARM_UP_ROUNDS, ground.rounds(), () -> load(served.home(), 1), () -> load(home, 1));
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
}
