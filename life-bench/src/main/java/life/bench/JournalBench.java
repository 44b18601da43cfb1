package life.bench;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;

/**
 * Durable facts a second under real actors, beside a journal that keeps nothing, in the same run;
 * and facts recovered a second. Arguments: a directory on the disk to be measured, and how many
 * facts each run writes.
 */
public final class JournalBench {

  private static final int FACT_BYTES = 100;
  private static final int ROUNDS = 3;
  private static final byte[] FACT = new byte[FACT_BYTES];

  private JournalBench() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path root = Path.of(args.length > 0 ? args[0] : ".");
    int facts = args.length > 1 ? Integer.parseInt(args[1]) : 300_000;
    new Random(1).nextBytes(FACT);
    for (int actors : actors(args)) {
      int each = Math.max(1, (actors == 1 ? facts / 30 : facts) / actors);
      double journal = 0;
      double nothing = 0;
      double recovered = 0;
      for (int round = 0; round < ROUNDS; round++) { // the first ones warm up; the best counts
        Path directory = Files.createTempDirectory(root, "journal-bench");
        nothing = Math.max(nothing, run("life.bench.null", directory, actors, each).written());
        journal = Math.max(journal, run("life.journal", directory, actors, each).written());
        recovered = Math.max(recovered, run("life.journal", directory, actors, each).recovered());
      }
      System.out.printf(
          Locale.ROOT,
          "%,7d actors: journal %,9.0f facts/s, null journal %,9.0f facts/s, ratio %.2f; recovery %,9.0f facts/s%n",
          actors,
          journal,
          nothing,
          journal / nothing,
          recovered);
    }
  }

  /** Facts a second; {@code recovered} counts only when the directory held as many before. */
  private record Rates(double written, double recovered) {}

  private static int[] actors(String[] args) {
    return args.length > 2 ? new int[] {Integer.parseInt(args[2])} : new int[] {1, 100, 10_000};
  }

  private static Rates run(String plugin, Path directory, int actors, int each)
      throws InterruptedException, ExecutionException {
    ActorSystem<Void> system =
        ActorSystem.create(
            org.apache.pekko.actor.typed.javadsl.Behaviors.empty(),
            "bench",
            config(plugin, directory));
    CountDownLatch recovered = new CountDownLatch(actors);
    CountDownLatch done = new CountDownLatch(actors);
    List<ActorRef<Writer.Go>> writers = new ArrayList<>(actors);
    long start = System.nanoTime();
    for (int i = 0; i < actors; i++) {
      writers.add(
          system.systemActorOf(
              Writer.create("life-" + i, each, FACT, recovered, done), "life-" + i, Props.empty()));
    }
    recovered.await();
    double recovery = rate(actors, each, start);
    if (Files.exists(directory.resolve("written"))) {
      done = new CountDownLatch(0);
    } else {
      start = System.nanoTime();
      for (int i = 0; i < each; i++) {
        writers.forEach(writer -> writer.tell(Writer.Go.ON));
      }
    }
    done.await();
    double written = rate(actors, each, start);
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get();
    mark(plugin, directory);
    return new Rates(written, recovery);
  }

  private static void mark(String plugin, Path directory) {
    if (plugin.equals("life.journal")) {
      try {
        Files.writeString(directory.resolve("written"), "");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static double rate(int actors, int each, long startNanos) {
    return (double) actors * each * 1e9 / (System.nanoTime() - startNanos);
  }

  private static Config config(String plugin, Path directory) {
    return ConfigFactory.load(
        ConfigFactory.parseMap(
                Map.of(
                    "pekko.persistence.journal.plugin",
                    plugin,
                    "pekko.loglevel",
                    "WARNING",
                    "pekko.persistence.typed.stash-capacity",
                    1_000_000,
                    "life.journal.dir",
                    directory.toString(),
                    "life.bench.null.class",
                    NullJournal.class.getName(),
                    "life.bench.null.plugin-dispatcher",
                    "pekko.actor.default-dispatcher",
                    "life.bench.null.write-response-global-order",
                    "off"))
            .withFallback(ConfigFactory.defaultOverrides()));
  }
}
