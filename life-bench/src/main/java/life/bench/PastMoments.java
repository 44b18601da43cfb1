package life.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import life.actor.KeptStates;
import life.actor.SnapshotPolicy;
import life.actor.Waymarks;
import life.archive.Chronicle;
import life.archive.Moments;
import life.archive.Progress;
import life.being.Course;
import life.being.Decider;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.chronicle.Point;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.SnapshotArchive;
import life.law.Laws;

/**
 * How long a look at a past moment takes in lives of growing length, at random facts and ticks:
 * warm in a process that has looked before, and cold as the first look of a new process. And how
 * fast a life is verified.
 */
final class PastMoments implements Benchmark {
  private static final LifeId ID = new LifeId("methuselah");
  private static final long[] SIZES = {10_000, 100_000, 1_000_000, 10_000_000};
  private static final SnapshotPolicy SNAPSHOTS = new SnapshotPolicy(1_000);
  private static final long SPAN = 60;
  private static final int LOOKS = 400;

  /** The best of them counts: so a point is slow, and not the machine for a moment. */
  private static final int LOOKS_PER_POINT = 3;

  private static final int COLD_LOOKS = 40;
  private static final int FIRST_LOOKS = 5;
  private static final double MOST_WARM_MILLIS = 20;
  private static final double MOST_COLD_MILLIS = 100;
  private static final double LEAST_VERIFIED_PER_SECOND = 200_000;

  @Override
  public List<Result> run(Ground ground) {
    var results = new ArrayList<Result>();
    long most = Long.getLong("bench.most-facts", SIZES[SIZES.length - 1]);
    for (long facts : SIZES) {
      if (facts <= most) {
        var data = ground.folder();
        try {
          live(ground, data, facts);
          measure(data, facts, results);
        } finally {
          Ground.clear(data);
        }
      }
    }
    return results;
  }

  /** A whole life in the world that is shipped: stimuli, sleep, memory, learning. */
  private static void live(Ground ground, Path data, long facts) {
    try (var store = FactStore.open(data.resolve(FactStore.DIRECTORY));
        var snapshots = SnapshotArchive.open(data.resolve(SnapshotArchive.DIRECTORY));
        var arrival = Arrival.of(store, ID)) {
      var life =
          new Course(
              new Decider(new Laws()), Decider.UNBORN, fact -> arrival.add(Instant.EPOCH, fact));
      var laws = LawSettings.DEFAULT.withMortality(false);
      life.take(new LifeCommand.BeBorn(new Origin(ID, 1, laws, Instant.EPOCH), ground.world()));
      while (life.state().seq() < facts) {
        life.until(life.last().tick() + SPAN);
      }
      arrival.admit();
      new Waymarks(new Biography(store), () -> snapshots, SNAPSHOTS).set(ID);
    }
  }

  private static void measure(Path data, long facts, List<Result> results) {
    var of = " of " + Wording.number((double) facts) + " facts";
    var first = first(data);
    try (var store = FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY));
        var archive = SnapshotArchive.openReadOnly(data.resolve(SnapshotArchive.DIRECTORY))) {
      var warm = warm(new Biography(store, new KeptStates(() -> archive)));
      results.add(Result.of("a past moment, warm, median" + of, warm[warm.length / 2], "ms"));
      results.add(
          Result.of("a past moment, warm, slowest point" + of, warm[warm.length - 1], "ms")
              .atMost(MOST_WARM_MILLIS));
      var cold = cold(data);
      results.add(Result.of("a past moment, cold, median" + of, cold[cold.length / 2], "ms"));
      results.add(
          Result.of("a past moment, cold, slowest" + of, cold[cold.length - 1], "ms")
              .atMost(MOST_COLD_MILLIS));
      results.add(
          Result.of("the first look of a new process, median" + of, first[first.length / 2], "ms"));
      long start = System.nanoTime();
      var verified = new Chronicle(new Biography(store)).verify(ID, false, Progress.SILENT);
      if (!verified.isEqual()) {
        throw new IllegalStateException("it does not verify: " + verified);
      }
      results.add(
          Result.of(
                  "verified" + of,
                  verified.tally().compared() * 1e9 / (System.nanoTime() - start),
                  "facts/s")
              .atLeast(facts < 1_000_000 ? 0 : LEAST_VERIFIED_PER_SECOND));
    }
  }

  /** Each look in milliseconds, ascending; those that warm up are left out. */
  private static double[] warm(Biography biography) {
    var moments = new Moments(biography);
    long head = biography.lastSeq(ID);
    long ticks = ((SelfState.Alive) biography.stateAt(ID, head)).tick();
    var random = new SplittableRandom(1);
    double[] millis = new double[LOOKS];
    for (int look = -LOOKS; look < LOOKS; look++) {
      var point =
          look % 2 == 0
              ? new Point.Seq(1 + random.nextLong(head))
              : new Point.Tick(random.nextLong(ticks));
      double best = Double.MAX_VALUE;
      for (int again = 0; again < LOOKS_PER_POINT; again++) {
        long start = System.nanoTime();
        moments.at(ID, point);
        best = Math.min(best, (System.nanoTime() - start) / 1e6);
      }
      millis[Math.max(0, look)] = best;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double[] cold(Path data) {
    var random = new SplittableRandom(3);
    double[] millis = new double[COLD_LOOKS];
    for (int look = 0; look < COLD_LOOKS; look++) {
      millis[look] = look(data, random.nextDouble(), look % 2 == 0);
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double[] first(Path data) {
    var random = new SplittableRandom(2);
    double[] millis = new double[FIRST_LOOKS];
    for (int look = 0; look < FIRST_LOOKS; look++) {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var process =
          new ProcessBuilder(
              java,
              "--sun-misc-unsafe-memory-access=allow",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              First.class.getName(),
              data.toString(),
              Double.toString(random.nextDouble()),
              look % 2 == 0 ? "seq" : "tick");
      try {
        var running = process.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        millis[look] = Double.parseDouble(said.lines().toList().getLast());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Arrays.sort(millis);
    return millis;
  }

  /** The first look of a process; it prints the milliseconds. */
  static final class First {
    private First() {}

    public static void main(String[] arguments) {
      System.out.println(
          look(
              Path.of(arguments[0]), Double.parseDouble(arguments[1]), arguments[2].equals("seq")));
    }
  }

  /** One look at a journal that was opened just now, in milliseconds without the opening. */
  private static double look(Path data, double where, boolean bySeq) {
    try (var store = FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY));
        var archive = SnapshotArchive.openReadOnly(data.resolve(SnapshotArchive.DIRECTORY))) {
      var biography = new Biography(store, new KeptStates(() -> archive));
      long head = biography.lastSeq(ID);
      long start = System.nanoTime();
      var point =
          bySeq
              ? new Point.Seq(1 + (long) (where * head))
              : new Point.Tick((long) (where * head * SPAN / 2));
      new Moments(biography).at(ID, point);
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
