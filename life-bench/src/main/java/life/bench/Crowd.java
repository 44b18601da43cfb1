package life.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import life.actor.Answer;
import life.actor.Directory;
import life.actor.Lives;
import life.being.LawSettings;
import life.being.LifeId;
import life.journal.FactStore;
import life.journal.Stores;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/**
 * Many lives to which stimuli are sent as fast as they are answered.
 *
 * @param beings how many lives
 * @param inFlight stimuli that wait for an answer at a time, for each life
 */
record Crowd(int beings, int inFlight) {
  private static final long WARMING_MILLIS = 2_000;
  private static final long MEASURED_MILLIS = 4_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What was measured in one run. */
  record Run(
      double factsPerSecond,
      double stimuliPerSecond,
      double commitsPerSecond,
      double p50Millis,
      double p99Millis) {}

  Run run(Settlement.Journal journal, Ground ground) {
    var folder = ground.folder();
    try (var settlement = new Settlement(journal, folder, ground.worlds(), List.of())) {
      bear(settlement, ground);
      var load = new Sender.Load();
      for (var entry : settlement.directory().all()) {
        settlement.spawn(Sender.create(entry.actor(), load, inFlight));
      }
      pause(WARMING_MILLIS);
      var run = measure(settlement, journal, load);
      load.isOver = true;
      if (load.refused.sum() > 0) {
        throw new IllegalStateException(load.refused.sum() + " stimuli were refused");
      }
      return run;
    } finally {
      Ground.clear(folder);
    }
  }

  private void bear(Settlement settlement, Ground ground) {
    var world = ground.worlds().values().iterator().next();
    var births = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < beings; i++) {
      var id = new LifeId("being-" + i);
      births.add(
          AskPattern.ask(
                  settlement.lives(),
                  (ActorRef<Answer> to) ->
                      new Lives.Bear(id, id.hashCode(), LawSettings.DEFAULT, world, to),
                  PATIENCE,
                  settlement.system().scheduler())
              .toCompletableFuture());
    }
    for (var birth : births) {
      if (!(birth.join() instanceof Answer.BornNow)) {
        throw new IllegalStateException("not born: " + birth.join());
      }
    }
  }

  private static Run measure(Settlement settlement, Settlement.Journal journal, Sender.Load load) {
    var latencies = new Latencies();
    load.latencies = latencies;
    long start = System.nanoTime();
    long facts = facts(settlement.directory());
    long answered = load.answered.sum();
    long commits = commits(settlement, journal);
    pause(MEASURED_MILLIS);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(
        (facts(settlement.directory()) - facts) / seconds,
        (load.answered.sum() - answered) / seconds,
        (commits(settlement, journal) - commits) / seconds,
        latencies.millis(0.5),
        latencies.millis(0.99));
  }

  private static long facts(Directory directory) {
    return directory.all().stream().mapToLong(entry -> entry.state().seq()).sum();
  }

  private static long commits(Settlement settlement, Settlement.Journal journal) {
    return switch (journal) {
      case NOTHING -> 0;
      case ROCKS -> store(settlement).commits();
    };
  }

  private static FactStore store(Settlement settlement) {
    return Stores.get(settlement.system()).facts(settlement.config().getConfig("life.journal"));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts a benchmark", e);
    }
  }
}
