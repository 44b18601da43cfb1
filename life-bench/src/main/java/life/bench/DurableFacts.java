package life.bench;

import java.util.ArrayList;
import java.util.List;
import life.bench.Crowd.Slice;
import life.bench.Settlement.Journal;

/** Facts that become durable a second, beside the same actors over a journal that keeps nothing. */
final class DurableFacts implements Benchmark {
  private static final List<Crowd.Size> SIZES =
      List.of(
          new Crowd.Size(1, 1),
          new Crowd.Size(1, 16),
          new Crowd.Size(100, 1),
          new Crowd.Size(100, 16),
          new Crowd.Size(10_000, 1),
          new Crowd.Size(10_000, 16));
  private static final double SHARE_OF_NULL = 0.4;
  private static final int MANY = 100;

  /** A virtual machine on a busy computer takes its time to compile what is hot. */
  private static final int FIRST_WARMING = 10;

  private static final int WARMING = 2;
  private static final String PEER = "null journal";

  @Override
  public List<Result> run(Ground ground) {
    measure(new Crowd.Size(MANY, 16), ground, FIRST_WARMING, 0);
    var results = new ArrayList<Result>();
    for (var size : SIZES) {
      results.addAll(results(size, measure(size, ground, WARMING, ground.rounds()), disk(ground)));
    }
    return results;
  }

  private static Rounds<Slice, Slice> measure(
      Crowd.Size size, Ground ground, int warming, int counted) {
    var folder = ground.folder();
    var world = ground.world();
    try (var ours = new Crowd(size, Journal.ROCKS, folder.resolve("ours"), world);
        var peers = new Crowd(size, Journal.NOTHING, folder.resolve("peers"), world)) {
      return Rounds.of(warming, counted, ours::slice, peers::slice);
    } finally {
      Ground.clear(folder);
    }
  }

  private static double disk(Ground ground) {
    var folder = ground.folder();
    try {
      return BareFile.syncsPerSecond(folder);
    } finally {
      Ground.clear(folder);
    }
  }

  private static List<Result> results(
      Crowd.Size size, Rounds<Slice, Slice> rounds, double diskSyncs) {
    var name = String.format("%,d beings, %d in flight each:", size.beings(), size.inFlight());
    var facts =
        Result.of(name + " durable facts", rounds.ours(Slice::factsPerSecond), "facts/s")
            .beside(PEER, rounds.peers(Slice::factsPerSecond));
    return List.of(
        size.beings() >= MANY ? facts.atLeastOfPeer(SHARE_OF_NULL) : facts,
        Result.of("  answered stimuli", rounds.ours(Slice::stimuliPerSecond), "stimuli/s")
            .beside(PEER, rounds.peers(Slice::stimuliPerSecond)),
        Result.of("  syncs", rounds.ours(Slice::commitsPerSecond), "syncs/s")
            .beside("bare file", diskSyncs),
        Result.of("  processor time", rounds.ours(Slice::cpuMicrosPerFact), "µs/fact")
            .beside(PEER, rounds.peers(Slice::cpuMicrosPerFact)),
        Result.of("  half are answered within", rounds.ours(Slice::p50Millis), "ms")
            .beside(PEER, rounds.peers(Slice::p50Millis)),
        Result.of("  99 % are answered within", rounds.ours(Slice::p99Millis), "ms")
            .beside(PEER, rounds.peers(Slice::p99Millis)));
  }
}
