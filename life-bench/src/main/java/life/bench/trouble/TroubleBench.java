package life.bench.trouble;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import life.bench.trouble.Trial.Purpose;
import life.observe.Observation;
import life.world.Weather;
import life.world.World;

/** How well trouble is noticed: the tables of docs/monitor.md. */
public final class TroubleBench {
  /** Troubled lives of each kind that docs/monitor.md tells of. */
  static final int USUAL_SEEDS = 20;

  /** Clean lives in each weather for one troubled life of each kind. */
  static final int CLEANS_PER_SEED = 5;

  private static final double TICKS_PER_HOUR = Ticks.HOUR;

  private final PrintStream out;
  private final Trial trial;

  private TroubleBench(PrintStream out, Trial trial) {
    this.out = out;
    this.trial = trial;
  }

  /** What is asked for on the command line. */
  private record Wish(Purpose purpose, int seeds, List<Trouble> kinds, boolean each) {}

  /**
   * Holds a trial and prints it.
   *
   * @param arguments as {@code scripts/bench --help} says
   * @throws IllegalArgumentException if they are none that it says
   */
  public static void print(
      World world, List<String> arguments, Supplier<Watcher> watcher, PrintStream out) {
    var wish = wish(arguments);
    var trial =
        Trial.of(
            wish.purpose(),
            world,
            wish.kinds(),
            wish.seeds(),
            CLEANS_PER_SEED * wish.seeds(),
            watcher);
    var bench = new TroubleBench(out, trial);
    if (wish.each()) {
      bench.printEach();
    }
    bench.printTables();
  }

  /** Prints the tables of a trial. */
  static void print(Trial trial, PrintStream out) {
    new TroubleBench(out, trial).printTables();
  }

  private void printTables() {
    printKinds();
    printWeathers();
  }

  private static Wish wish(List<String> arguments) {
    var purpose = Purpose.TUNING;
    int seeds = USUAL_SEEDS;
    boolean each = false;
    List<Trouble> named = List.of();
    var rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      switch (rest.removeFirst()) {
        case "--tune" -> purpose = Purpose.TUNING;
        case "--test" -> purpose = Purpose.TESTING;
        case "--seeds" -> seeds = number(value("--seeds", rest));
        case "--kinds" -> named = kinds(value("--kinds", rest));
        case "--each" -> each = true;
        case String other ->
            throw new IllegalArgumentException(
                "'"
                    + other
                    + "' is unknown; there are --tune, --test, --seeds N, --kinds A,B, --each");
      }
    }
    var kinds =
        named.isEmpty() ? Stream.of(Trouble.values()).filter(purpose::allows).toList() : named;
    return new Wish(purpose, seeds, kinds, each);
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException(
          "--seeds needs a number from 1 to 999, but was '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static String value(String option, List<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.removeFirst();
  }

  private static List<Trouble> kinds(String words) {
    return Stream.of(words.split(",", -1)).map(TroubleBench::kind).toList();
  }

  private static Trouble kind(String word) {
    return Trouble.named(word)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no trouble '"
                    + word
                    + "'; known are "
                    + Stream.of(Trouble.values())
                        .map(Trouble::word)
                        .collect(Collectors.joining(", "))));
  }

  private void printKinds() {
    out.println(
        """
        | trouble | for tuning | found | by chance | delay, median | episodes a trouble | rightly named | late | false before or after |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\
        """);
    trial
        .troubled()
        .keySet()
        .forEach(
            kind -> print(kind.word(), kind.isForTuning() ? "yes" : "held out", trial.of(kind)));
    print("all", "", trial.all());
    out.printf(
        Locale.ROOT,
        "%nRecall %.3f, precision %.3f: %d of %d troubles found, among %d clean lives.%n%n",
        trial.all().recall(),
        trial.all().precision(),
        trial.all().found(),
        trial.all().troubled().size(),
        trial.all().clean().size());
  }

  private void print(String name, String tuning, Score score) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | %d of %d | %.0f %% | %s | %s | %s | %d | %d |%n",
        name,
        tuning,
        score.found(),
        score.troubled().size(),
        100 * score.recallByChance(),
        orNone("%.1f h", score.medianDelay() / TICKS_PER_HOUR),
        orNone("%.2f", score.episodesPerFound()),
        orNone("%.0f %%", 100 * score.rightlyNamed()),
        score.late(),
        score.falsesInTroubled());
  }

  private static String orNone(String form, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, form, value);
  }

  private void printWeathers() {
    out.println(
        """
        | clean lives in weather | lives | days | false episodes | in 10 days |
        | --- | ---: | ---: | ---: | ---: |\
        """);
    for (var weather : Weather.values()) {
      var score = trial.of(weather);
      out.printf(
          Locale.ROOT,
          "| %s | %d | %.0f | %d | %.2f |%n",
          weather.word(),
          score.clean().size(),
          score.cleanDays(),
          score.falsesInClean(),
          score.falsesPerTenDays());
    }
  }

  private void printEach() {
    trial.troubled().values().forEach(all -> all.forEach(verdict -> print("normal", verdict)));
    trial.clean().forEach((weather, all) -> all.forEach(verdict -> print(weather.word(), verdict)));
    out.println();
  }

  private void print(String weather, Verdict verdict) {
    verdict
        .label()
        .ifPresent(label ->
            out.printf(
                Locale.ROOT,
                "%s, seed %d, %.1f days: from fact %d, tick %d, to tick %d: %s; %s%n",
                label.trouble().word(),
                verdict.seed(),
                verdict.days(),
                label.seq(),
                label.begin(),
                label.end(),
                label.words(),
                verdict
                    .delay()
                    .map(ticks ->
                        String.format(Locale.ROOT, "found after %.1f h", ticks / TICKS_PER_HOUR))
                    .orElse("NOT FOUND")));
    verdict.inTime().forEach(seen -> print("in time", weather, verdict, seen));
    verdict.falses().forEach(seen -> print("FALSE", weather, verdict, seen));
  }

  private void print(String what, String weather, Verdict verdict, Observation seen) {
    out.printf(
        Locale.ROOT,
        "  %s, seed %d in %s: noticed at tick %d (day %.1f), since %d: %s%n",
        what,
        verdict.seed(),
        weather,
        seen.noticed().tick(),
        (double) seen.noticed().tick() / Ticks.DAY,
        seen.begin().tick(),
        seen.words());
  }
}
