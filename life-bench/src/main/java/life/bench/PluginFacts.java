package life.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import life.bench.Settlement.Journal;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;

/**
 * The journal plugin alone, under actors that do nothing but persist one fact of 100 bytes for each
 * message, one after the other.
 */
final class PluginFacts implements Benchmark {
  private static final int FACT_BYTES = 100;
  private static final int FACTS = 300_000;
  private static final int FACTS_OF_ONE_ACTOR = 10_000;
  private static final int[] ACTORS = {1, 100, 10_000};
  private static final int WARMING = 2;
  private static final byte[] FACT = new byte[FACT_BYTES];

  static {
    new Random(1).nextBytes(FACT);
  }

  /** Facts a second. */
  private record Rates(double written, double recovered) {}

  @Override
  public List<Result> run(Ground ground) {
    var results = new ArrayList<Result>();
    for (int actors : ACTORS) {
      int each = actors == 1 ? FACTS_OF_ONE_ACTOR : FACTS / actors;
      var rounds =
          Rounds.of(
              WARMING,
              ground.rounds(),
              () -> rates(Journal.ROCKS, ground, actors, each),
              () -> rates(Journal.NOTHING, ground, actors, each));
      var name = String.format("%,d bare persistent actors: durable facts", actors);
      var written =
          Result.of(name, rounds.ours(Rates::written), "facts/s")
              .beside("null journal", rounds.peers(Rates::written));
      results.add(written);
      results.add(Result.of("  recovered", rounds.ours(Rates::recovered), "facts/s"));
    }
    return results;
  }

  private static Rates rates(Journal journal, Ground ground, int actors, int each) {
    var folder = ground.folder();
    try {
      return new Rates(
          write(journal, folder, actors, each), recover(journal, folder, actors, each));
    } finally {
      Ground.clear(folder);
    }
  }

  private static double write(Journal journal, Path folder, int actors, int each) {
    try (var settlement = new Settlement(journal, folder, List.of(), List.of())) {
      var recovered = new CountDownLatch(actors);
      var done = new CountDownLatch(actors);
      var writers = writers(settlement.system(), actors, each, recovered, done);
      await(recovered);
      long start = System.nanoTime();
      for (int i = 0; i < each; i++) {
        writers.forEach(writer -> writer.tell(Writer.Go.ON));
      }
      await(done);
      return rate(actors, each, start);
    }
  }

  private static double recover(Journal journal, Path folder, int actors, int each) {
    try (var settlement = new Settlement(journal, folder, List.of(), List.of())) {
      var recovered = new CountDownLatch(actors);
      long start = System.nanoTime();
      writers(settlement.system(), actors, each, recovered, new CountDownLatch(actors));
      await(recovered);
      return rate(actors, each, start);
    }
  }

  private static List<ActorRef<Writer.Go>> writers(
      ActorSystem<SpawnProtocol.Command> system,
      int actors,
      int each,
      CountDownLatch recovered,
      CountDownLatch done) {
    var writers = new ArrayList<ActorRef<Writer.Go>>(actors);
    for (int i = 0; i < actors; i++) {
      var writer = Writer.create("writer-" + i, each, FACT, recovered, done);
      writers.add(system.systemActorOf(writer, "writer-" + i, Props.empty()));
    }
    return writers;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts a benchmark", e);
    }
  }

  private static double rate(int actors, int each, long startNanos) {
    return (double) actors * each * 1e9 / (System.nanoTime() - startNanos);
  }
}
