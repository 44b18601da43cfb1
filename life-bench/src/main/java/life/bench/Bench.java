package life.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import life.bench.nab.NabBench;
import life.bench.trouble.TroubleBench;
import life.observe.SemanticMonitor;
import life.world.World;

/** Runs benchmarks by name; see {@code scripts/bench --help}. */
public final class Bench {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int ROUNDS = 3;

  private Bench() {}

  private static Map<String, Supplier<Benchmark>> all(Wish wish) {
    var all = new LinkedHashMap<String, Supplier<Benchmark>>();
    all.put("ticks", QuietTime::new);
    all.put("facts", DurableFacts::new);
    all.put("plugin", PluginFacts::new);
    all.put("replay", Replay::new);
    all.put("past", PastMoments::new);
    all.put("chart", () -> new Charting(wish.facts(), wish.keep()));
    all.put("observatory", () -> new Observing(wish.facts(), wish.keep(), wish.minutes()));
    all.put("monitor", Watching::new);
    all.put("stimuli", Stimuli::new);
    all.put("flood", Flood::new);
    all.put("listeners", Listeners::new);
    all.put("slow", SlowClients::new);
    all.put("start", StartUp::new);
    all.put("size", DiskSize::new);
    return all;
  }

  /** What is asked for on the command line. */
  private record Wish(
      List<String> names,
      boolean json,
      boolean strict,
      int rounds,
      Path data,
      long facts,
      boolean keep,
      int minutes) {}

  public static void main(String[] arguments) {
    var top = Path.of(System.getProperty("bench.top", "")).toAbsolutePath();
    if (arguments.length > 0 && arguments[0].equals("lives")) {
      int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Lives.USUAL_SEEDS;
      Lives.print(new Ground(top, top, 1).world(), seeds);
      System.exit(0);
    }
    if (arguments.length > 0 && arguments[0].equals("trouble")) {
      System.exit(trouble(new Ground(top, top, 1).world(), List.of(arguments)));
    }
    if (arguments.length > 0 && arguments[0].equals("nab")) {
      System.exit(nab(List.of(arguments)));
    }
    var wish = wish(arguments, top);
    var unknown = wish.names().stream().filter(name -> !all(wish).containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      System.err.println("bench: unknown: " + unknown + "; there are " + all(wish).keySet());
      System.exit(WRONG_USAGE);
    }
    var report = new Report();
    for (var each : all(wish).entrySet()) {
      if (wish.names().isEmpty() || wish.names().contains(each.getKey())) {
        System.err.println("bench: " + each.getKey() + " …");
        var ground = new Ground(wish.data(), top, wish.rounds());
        report.add(each.getKey(), each.getValue().get().run(ground));
      }
    }
    if (wish.json()) {
      System.out.println(report.json());
    } else {
      report.table().forEach(System.out::println);
    }
    System.exit(wish.strict() && !report.allMet() ? FAILED : 0);
  }

  private static int trouble(World world, List<String> arguments) {
    try {
      TroubleBench.print(
          world,
          arguments.subList(1, arguments.size()),
          () -> new SemanticMonitor()::next,
          System.out);
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      return WRONG_USAGE;
    }
  }

  private static int nab(List<String> arguments) {
    try {
      NabBench.print(arguments.subList(1, arguments.size()), System.out);
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      return WRONG_USAGE;
    }
  }

  private static Wish wish(String[] arguments, Path top) {
    var names = new ArrayList<String>();
    boolean json = false;
    boolean strict = false;
    int rounds = ROUNDS;
    var data = top.resolve("life-bench/target/data");
    long facts = Charting.USUAL_FACTS;
    boolean keep = false;
    int minutes = Observing.USUAL_MINUTES;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--json" -> json = true;
        case "--strict" -> strict = true;
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--facts" -> facts = Long.parseLong(arguments[++i]);
        case "--keep" -> keep = true;
        case "--minutes" -> minutes = Integer.parseInt(arguments[++i]);
        case "--data" -> data = Path.of(arguments[++i]).toAbsolutePath();
        default -> names.add(arguments[i]);
      }
    }
    return new Wish(names, json, strict, rounds, data, facts, keep, minutes);
  }
}
