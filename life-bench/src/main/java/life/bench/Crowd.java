package life.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import life.actor.Answer;
import life.actor.Lives;
import life.being.LawSettings;
import life.being.LifeId;
import life.bench.Settlement.Journal;
import life.world.World;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** Many lives of one settlement, to which stimuli are sent as fast as they are answered. */
final class Crowd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long GLANCE_MILLIS = 5;

  /**
   * How large a crowd, and how busy.
   *
   * @param beings how many lives
   * @param inFlight stimuli that wait for an answer at a time, for each life
   */
  record Size(int beings, int inFlight) {
    /** Time for the load to settle, at the beginning of each slice. */
    long settlingMillis() {
      return sliceMillis() / 4;
    }

    /** Several times as long as a stimulus waits for its answer. */
    long sliceMillis() {
      return beings * inFlight > 20_000 ? 6_000 : 1_000;
    }
  }

  /** What was measured in one slice of time. */
  record Slice(
      double factsPerSecond,
      double stimuliPerSecond,
      double commitsPerSecond,
      double cpuMicrosPerFact,
      double p50Millis,
      double p99Millis) {}

  private final Size size;
  private final Settlement settlement;
  private final Sender.Load load = new Sender.Load();
  private final List<ActorRef<Object>> senders = new ArrayList<>();

  Crowd(Size size, Journal journal, Path folder, World world) {
    this.size = size;
    this.settlement = new Settlement(journal, folder, List.of(world), List.of());
    bear(world);
    for (var entry : settlement.directory().all()) {
      senders.add(settlement.spawn(Sender.create(entry.actor(), load, size.inFlight())));
    }
  }

  private void bear(World world) {
    var births = new ArrayList<CompletableFuture<Answer>>();
    for (int i = 0; i < size.beings(); i++) {
      var id = new LifeId("being-" + i);
      long seed = i;
      births.add(
          AskPattern.ask(
                  settlement.lives(),
                  (ActorRef<Answer> to) -> new Lives.Bear(id, seed, LawSettings.DEFAULT, world, to),
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

  /** Sends for a while, measures, and waits until all is answered. */
  Slice slice() {
    load.isPaused = false;
    senders.forEach(sender -> sender.tell(Sender.Go.ON));
    pause(size.settlingMillis());
    var slice = measure();
    load.isPaused = true;
    while (load.answered.sum() + load.refused.sum() < load.sent.sum()) {
      pause(GLANCE_MILLIS);
    }
    if (load.refused.sum() > 0) {
      throw new IllegalStateException(load.refused.sum() + " stimuli were refused");
    }
    return slice;
  }

  private Slice measure() {
    var latencies = new Latencies();
    load.latencies = latencies;
    long start = System.nanoTime();
    long cpu = cpuNanos();
    long facts = facts();
    long answered = load.answered.sum();
    long commits = settlement.commits();
    pause(size.sliceMillis());
    double seconds = (System.nanoTime() - start) / 1e9;
    long newFacts = facts() - facts;
    return new Slice(
        newFacts / seconds,
        (load.answered.sum() - answered) / seconds,
        (settlement.commits() - commits) / seconds,
        (cpuNanos() - cpu) / 1e3 / newFacts,
        latencies.millis(0.5),
        latencies.millis(0.99));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private long facts() {
    return settlement.directory().all().stream().mapToLong(entry -> entry.state().seq()).sum();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts a benchmark", e);
    }
  }

  @Override
  public void close() {
    settlement.close();
  }
}
