package life.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import life.actor.KeptStates;
import life.archive.Charts;
import life.archive.Moments;
import life.being.LifeId;
import life.being.SelfState;
import life.chronicle.Chart;
import life.chronicle.Curve;
import life.chronicle.Point;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.PyramidArchive;
import life.journal.SnapshotArchive;

/**
 * What the charts of a long life cost: building its pyramid, the first chart of a new process, and
 * windows of all sizes; beside folding all facts of the window, as the series does.
 *
 * @param facts how many the life has
 * @param keep whether its data directory stays, and is used again
 */
record Charting(long facts, boolean keep) implements Benchmark {
  static final long USUAL_FACTS = 1_000_000;

  private static final LifeId ID = DrawnLife.ID;
  private static final int PIXELS = 1_000;
  private static final int LOOKS = 1_000;
  private static final int FOLDS = 12;
  private static final int FIRST_LOOKS = 3;
  private static final double MOST_BYTES_PER_FACT = 6;

  @Override
  public List<Result> run(Ground ground) {
    var data = keep ? ground.data() : ground.folder();
    try {
      new DrawnLife(facts).in(ground, data);
      return measure(data);
    } finally {
      if (!keep) {
        Ground.clear(data);
      }
    }
  }

  private List<Result> measure(Path data) {
    var of = " of " + Wording.number((double) facts) + " facts";
    var results = new ArrayList<Result>();
    var directory = data.resolve(PyramidArchive.DIRECTORY);
    if (Files.exists(directory)) {
      Ground.clear(directory);
    }
    try (var store = FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY))) {
      double seconds = build(store, directory);
      results.add(Result.of("building the pyramid" + of, seconds, "s"));
      results.add(Result.of("told for it" + of, facts / seconds, "facts/s"));
    }
    double bytes = size(directory);
    results.add(
        Result.of("pyramid on disk" + of, bytes / facts, "bytes/fact").atMost(MOST_BYTES_PER_FACT));
    try (var store = FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY));
        var snapshots = SnapshotArchive.openReadOnly(data.resolve(SnapshotArchive.DIRECTORY));
        var archive = PyramidArchive.open(directory, Charts.VERSION)) {
      var biography = new Biography(store, new KeptStates(() -> snapshots));
      windows(biography, Charts.kept(biography, () -> archive), of, results);
    }
    double[] first = first(data);
    results.add(
        Result.of("the first chart of a new process, all" + of, first[first.length / 2], "ms"));
    return results;
  }

  private static double build(FactStore store, Path directory) {
    try (var archive = PyramidArchive.open(directory, Charts.VERSION)) {
      long start = System.nanoTime();
      Charts.kept(new Biography(store), () -> archive).build(ID, Long.MAX_VALUE);
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static double size(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Window(long from, long to) {}

  /** From a thousand ticks to the whole life, all sizes alike. */
  private static Window window(SplittableRandom random, long head) {
    long length = (long) (1_000 * Math.pow(head / 1_000.0, random.nextDouble()));
    long from = random.nextLong(Math.max(1, head - length));
    return new Window(from, from + length);
  }

  private static void windows(Biography biography, Charts charts, String of, List<Result> results) {
    long head = charts.look(ID, pyramid -> pyramid.head().tick());
    var whole = new Window(0, head);
    draw(charts, whole);
    double[] charted = new double[LOOKS];
    var random = new SplittableRandom(1);
    for (int look = -LOOKS / 5; look < LOOKS; look++) {
      charted[Math.max(0, look)] = draw(charts, window(random, head));
    }
    double[] folded = new double[FOLDS];
    for (int fold = 0; fold < FOLDS; fold++) {
      folded[fold] = fold(biography, window(random, head));
    }
    Arrays.sort(charted);
    Arrays.sort(folded);
    results.add(
        Result.of("all of it as a chart, warm" + of, draw(charts, whole), "ms")
            .beside("series", fold(biography, whole)));
    results.add(
        Result.of("a random window as a chart, median" + of, charted[LOOKS / 2], "ms")
            .beside("series", folded[FOLDS / 2]));
    results.add(
        Result.of("a random window as a chart, p95" + of, charted[LOOKS * 95 / 100], "ms")
            .beside("series, slowest", folded[FOLDS - 1]));
    var last = new Window(Math.max(0, head - 3_600), head);
    draw(charts, last);
    results.add(Result.of("the last hour as a chart, again" + of, draw(charts, last), "ms"));
  }

  /** In milliseconds. */
  private static double draw(Charts charts, Window window) {
    long start = System.nanoTime();
    charts.look(ID, pyramid -> Chart.of(pyramid, window.from(), window.to(), PIXELS));
    return (System.nanoTime() - start) / 1e6;
  }

  /** The same window as a series, in milliseconds. */
  private static double fold(Biography biography, Window window) {
    long start = System.nanoTime();
    var moments = new Moments(biography);
    var first = moments.at(ID, new Point.Tick(window.from()));
    var last = moments.at(ID, new Point.Tick(window.to()));
    var curve = new Curve(window.from(), window.to(), PIXELS);
    var before =
        new Object() {
          SelfState state = biography.stateAt(ID, first.state().seq());
        };
    biography.tell(
        ID,
        before.state,
        last.state().seq() + (last.span().isPresent() ? 1 : 0),
        told -> {
          curve.add(before.state, told.fact(), told.after());
          before.state = told.after();
        });
    return (System.nanoTime() - start) / 1e6;
  }

  private static double[] first(Path data) {
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
              data.toString());
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

  /** The first chart of a process, the opening of the pyramids with it; it prints milliseconds. */
  static final class First {
    private First() {}

    public static void main(String[] arguments) {
      var data = Path.of(arguments[0]);
      try (var store = FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY))) {
        var biography = new Biography(store);
        biography.lastSeq(ID);
        long start = System.nanoTime();
        try (var archive =
            PyramidArchive.open(data.resolve(PyramidArchive.DIRECTORY), Charts.VERSION)) {
          var charts = Charts.kept(biography, () -> archive);
          charts.look(ID, pyramid -> Chart.of(pyramid, 0, pyramid.head().tick(), PIXELS));
          System.out.println((System.nanoTime() - start) / 1e6);
        }
      }
    }
  }
}
