package life.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line: which verbs there are, and how each of them ends. */
public final class Cli {
  private final Console console;
  private final Patience patience;
  private final Map<String, Supplier<Object>> moreVerbs = new LinkedHashMap<>();
  private @Nullable Supplier<Inside> inside;

  private Cli(Console console, Patience patience) {
    this.console = console;
    this.patience = patience;
  }

  /** The client verbs. */
  public static Cli of(Console console) {
    return of(console, Patience.usual(console::say));
  }

  static Cli of(Console console, Patience patience) {
    return new Cli(console, patience);
  }

  /**
   * Adds a verb: an object of a class with picocli's {@code @Command}, made only when it is called
   * or all verbs are listed. What it works with should be loaded even later, when it runs.
   */
  public Cli with(String name, Supplier<Object> verb) {
    moreVerbs.put(name, verb);
    return this;
  }

  /** Adds what works on folders and files without a server; made only when a verb asks for it. */
  public Cli inside(Supplier<Inside> inside) {
    this.inside = inside;
    return this;
  }

  /** Runs what the arguments say; the result is for {@link System#exit}. */
  public int run(String... arguments) {
    var manners = Manners.of(Arrays.asList(arguments), console.environment(), console.terminal());
    var ending = new Ending(console, manners);
    try (var common = new Common(console, manners, patience, inside)) {
      return ending.last(commandLine(common, ending, arguments).execute(arguments));
    }
  }

  private CommandLine commandLine(Common common, Ending ending, String[] arguments) {
    var line = new CommandLine(new Root());
    var verbs = verbs(common);
    var first = arguments.length == 0 ? "" : arguments[0];
    // One verb is quickly made. All of them, a tenth of a second, are needed for lists and guesses
    // only.
    if (verbs.containsKey(first) && !first.equals("completion")) {
      verbs.keySet().retainAll(Set.of(first));
    }
    verbs.values().forEach(verb -> line.addSubcommand(verb.get()));
    describe(line);
    return line.setOut(new PrintWriter(console.data()))
        .setErr(console.talk())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(common.paint().on() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(ending::wrongUsage)
        .setExecutionExceptionHandler((failure, command, parsed) -> ending.failed(failure));
  }

  private Map<String, Supplier<Object>> verbs(Common common) {
    var verbs = new LinkedHashMap<>(moreVerbs);
    verbs.put("status", () -> new Status(common));
    verbs.put("lives", () -> new Lives(common));
    verbs.put("show", () -> new Show(common));
    verbs.put("state", () -> new State(common));
    verbs.put("replay", () -> new Replay(common));
    verbs.put("grep", () -> new Grep(common));
    verbs.put("observations", () -> new Observations(common));
    verbs.put("note", () -> new Note(common));
    verbs.put("notes", () -> new Notes(common));
    verbs.put("watch", () -> new Watch(common));
    verbs.put("why", () -> new Why(common));
    verbs.put("diff", () -> new Diff(common));
    verbs.put("tell", () -> new Tell(common));
    verbs.put("plot", () -> new Plot(common));
    verbs.put("what-if", () -> new WhatIf(common));
    verbs.put("verify", () -> new Verify(common));
    verbs.put("export", () -> new Export(common));
    verbs.put("import", () -> new Import(common));
    verbs.put("fsck", () -> new Fsck(common));
    verbs.put("poke", () -> new Poke(common));
    verbs.put("born", () -> new Born(common));
    verbs.put("time", () -> new Time(common));
    verbs.put("completion", () -> new Completion(console));
    verbs.put("rehearse", Rehearse::new);
    return verbs;
  }

  private static void describe(CommandLine line) {
    line.getSubcommands().values().forEach(Cli::describe);
    var spec = line.getCommandSpec();
    spec.mixinStandardHelpOptions(true);
    spec.versionProvider(new Version());
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n");
    // A verb whose codes mean something of their own says so itself.
    if (spec.usageMessage().exitCodeList().isEmpty()) {
      spec.usageMessage().exitCodeList(exitCodes());
    }
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    for (var exit : Exit.values()) {
      codes.put(" " + exit.code(), exit.meaning());
    }
    codes.put("130", "ended by Ctrl-C");
    codes.put("143", "ended by SIGTERM");
    return codes;
  }
}
