package life.bench;

import java.util.ArrayList;
import java.util.List;

/** Facts that become durable a second, beside the same actors over a journal that keeps nothing. */
final class DurableFacts implements Benchmark {
  private static final List<Crowd> CROWDS =
      List.of(
          new Crowd(1, 1),
          new Crowd(1, 16),
          new Crowd(100, 1),
          new Crowd(100, 16),
          new Crowd(10_000, 1),
          new Crowd(10_000, 16));
  private static final double SHARE_OF_NULL = 0.4;
  private static final int MANY = 100;

  @Override
  public List<Result> run(Ground ground) {
    var results = new ArrayList<Result>();
    for (var crowd : CROWDS) {
      results.addAll(run(crowd, ground));
    }
    return results;
  }

  private static List<Result> run(Crowd crowd, Ground ground) {
    var rounds =
        Rounds.of(
            1,
            ground.rounds(),
            () -> crowd.run(Settlement.Journal.ROCKS, ground),
            () -> crowd.run(Settlement.Journal.NOTHING, ground));
    var name =
        String.format("%,d beings, %d stimuli in flight each", crowd.beings(), crowd.inFlight());
    var facts =
        Result.of(name + ": durable facts", rounds.ours(Crowd.Run::factsPerSecond), "facts/s")
            .beside("null journal", rounds.peers(Crowd.Run::factsPerSecond));
    return List.of(
        crowd.beings() >= MANY ? facts.atLeastOfPeer(SHARE_OF_NULL) : facts,
        Result.of("  answered stimuli", rounds.ours(Crowd.Run::stimuliPerSecond), "stimuli/s")
            .beside("null journal", rounds.peers(Crowd.Run::stimuliPerSecond)),
        Result.of("  syncs", rounds.ours(Crowd.Run::commitsPerSecond), "syncs/s"),
        Result.of("  half are answered within", rounds.ours(Crowd.Run::p50Millis), "ms")
            .beside("null journal", rounds.peers(Crowd.Run::p50Millis)),
        Result.of("  99 % are answered within", rounds.ours(Crowd.Run::p99Millis), "ms")
            .beside("null journal", rounds.peers(Crowd.Run::p99Millis)));
  }
}
