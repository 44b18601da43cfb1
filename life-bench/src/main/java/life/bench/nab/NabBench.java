package life.bench.nab;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of docs/benchmarks.md, "nab". */
public final class NabBench {
  private static final int ROUNDS = 3;
  private static final int TIMED_SERIES = 3;

  /** A forest's scores are about 1 for what is usual, where the bits of a surprise are about 10. */
  private static final double BITS_PER_SCORE = 10;

  private static final List<Contestant> CONTESTANTS =
      List.of(
          new Contestant("Surprise", Detector::surprise),
          new Contestant("Random Cut Forest, shingle 10", () -> Detector.forest(10)),
          new Contestant(
              "the same, told as Surprise tells",
              () -> Detector.prominent(Detector.forest(10), BITS_PER_SCORE)),
          new Contestant("Random Cut Forest, shingle 48", () -> Detector.forest(48)));

  private final Corpus corpus;
  private final boolean each;
  private final PrintStream out;

  private NabBench(Corpus corpus, boolean each, PrintStream out) {
    this.corpus = corpus;
    this.each = each;
    this.out = out;
  }

  /**
   * Runs all detectors over a folder and prints how they did.
   *
   * @param arguments as {@code scripts/bench --help} says
   * @throws IllegalArgumentException if they are none that it says, or the folder is none
   */
  public static void print(List<String> arguments, PrintStream out) {
    var folders = new ArrayList<String>();
    boolean each = false;
    for (var argument : arguments) {
      if (argument.equals("--each")) {
        each = true;
      } else if (argument.startsWith("--")) {
        throw new IllegalArgumentException("'" + argument + "' is unknown; there is --each");
      } else {
        folders.add(argument);
      }
    }
    if (folders.size() != 1) {
      throw new IllegalArgumentException(
          "nab needs one folder: data/GROUP/NAME.csv, windows.json and profiles.json of the"
              + " Numenta Anomaly Benchmark");
    }
    new NabBench(Corpus.read(Path.of(folders.getFirst())), each, out).print();
  }

  private void print() {
    var profiles = new ArrayList<>(corpus.profiles());
    profiles.sort(Comparator.comparing(profile -> !profile.name().equals(Profile.STANDARD)));
    int windows = corpus.series().stream().mapToInt(series -> series.windows().size()).sum();
    line(
        String.format(
            Locale.ROOT,
            "%d series, %d windows; 0 is silence, 100 perfection",
            corpus.series().size(),
            windows));
    for (var contestant : CONTESTANTS) {
      var judgements = contestant.judge(corpus.series());
      line(String.format(Locale.ROOT, "%n%s", contestant.name()));
      for (var profile : profiles) {
        double threshold = Judgement.bestThreshold(judgements, profile);
        double score = Judgement.score(judgements, profile, threshold);
        line(
            String.format(
                Locale.ROOT, "  %-24s %6.1f   at %.4f", profile.name(), score, threshold));
      }
      var standard = profiles.getFirst();
      var robustness = Robustness.of(judgements, standard);
      line(
          String.format(
              Locale.ROOT, "  threshold from the other groups %.1f", robustness.leaveGroupOut()));
      line(
          String.format(
              Locale.ROOT, "  threshold from another half     %.1f", robustness.halves()));
      if (each) {
        printEach(judgements, standard);
      }
    }
    printCosts();
  }

  private void printEach(List<Judgement> judgements, Profile profile) {
    double threshold = Judgement.bestThreshold(judgements, profile);
    for (var judgement : judgements) {
      var points = judgement.points();
      long outside = points.stream().filter(p -> p.window() < 0 && p.score() >= threshold).count();
      long found =
          points.stream()
              .filter(p -> p.window() >= 0 && p.score() >= threshold)
              .mapToInt(Judgement.Point::window)
              .distinct()
              .count();
      line(
          String.format(
              Locale.ROOT,
              "    %-58s %6.2f   %d of %d windows, %d outside",
              judgement.series().name(),
              judgement.at(threshold, profile),
              found,
              judgement.series().windows().size(),
              outside));
    }
  }

  /** By turns, so that whatever else the machine does strikes all alike. */
  private void printCosts() {
    var some = corpus.series().subList(0, Math.min(TIMED_SERIES, corpus.series().size()));
    var speeds = new double[CONTESTANTS.size()][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < speeds.length; i++) {
        double speed = CONTESTANTS.get(i).pointsPerSecond(some);
        if (round >= 0) {
          speeds[i][round] = speed;
        }
      }
    }
    line(String.format(Locale.ROOT, "%n%-32s %12s %12s", "", "points/s", "bytes each"));
    for (int i = 0; i < speeds.length; i++) {
      Arrays.sort(speeds[i]);
      var contestant = CONTESTANTS.get(i);
      line(
          String.format(
              Locale.ROOT,
              "%-32s %,12.0f %,12.0f",
              contestant.name(),
              speeds[i][ROUNDS / 2],
              contestant.bytes(some.getFirst())));
    }
  }

  private void line(String text) {
    out.println(text);
  }
}
