package life.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command ends that went wrong: what is said, in which manner, and the exit code. */
final class Ending {
  private final Console console;
  private final Manners manners;
  private boolean told;

  Ending(Console console, Manners manners) {
    this.console = console;
    this.manners = manners;
  }

  int tell(Trouble trouble) {
    told = true;
    if (manners.json()) {
      var error = Json.object();
      error
          .putObject("error")
          .put("code", trouble.code())
          .put("message", trouble.message())
          .put("hint", trouble.hint());
      console.say(Json.text(error));
    } else {
      var paint = new Paint(manners.colour());
      console.say(paint.bad("life:") + " " + trouble.message());
      console.say("  " + trouble.hint());
    }
    return trouble.exit().code();
  }

  /** The outermost shell: what nobody foresaw is told as our own mistake. */
  int failed(Exception failure) {
    // Not a switch over types: its first use costs 20 ms, and no cache keeps it.
    if (failure instanceof BrokenPipe) {
      return Exit.DONE.code();
    }
    return tell(failure instanceof Trouble trouble ? trouble : bug(failure));
  }

  /** Hands on the last data. That it can't be is said, unless a trouble was told already. */
  int last(int code) {
    try {
      console.flush();
      return code;
    } catch (BrokenPipe e) {
      return code;
    } catch (Trouble trouble) {
      return told ? code : tell(trouble);
    }
  }

  int wrongUsage(ParameterException wrong, String[] arguments) {
    var spec = wrong.getCommandLine().getCommandSpec();
    var hint = "`" + spec.qualifiedName() + " --help` says what it takes";
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return tell(unknown(unmatched.getUnmatched().getFirst(), spec, hint, unmatched));
    }
    return tell(new Trouble(Exit.WRONG_USAGE, "wrong-usage", decapitalized(wrong), hint, wrong));
  }

  private static Trouble unknown(String word, CommandSpec spec, String otherwise, Exception cause) {
    var root = spec.parent() == null;
    var what = word.startsWith("-") ? "option" : root ? "verb" : "argument";
    var known =
        switch (what) {
          case "option" -> spec.optionsMap().keySet();
          case "verb" -> verbs(spec);
          default -> List.<String>of();
        };
    var near = Nearest.to(word.split("=", 2)[0], known);
    var advice =
        root && what.equals("option")
            ? otherwise + "; other options come after the verb"
            : otherwise;
    var hint = near.map(right -> "did you mean \"" + right + "\"? " + advice).orElse(advice);
    var message = "`" + spec.qualifiedName() + "` knows no " + what + " \"" + word + "\"";
    return new Trouble(Exit.WRONG_USAGE, "unknown-" + what, message, hint, cause);
  }

  private static List<String> verbs(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(verb -> !verb.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Trouble bug(Exception failure) {
    var place =
        List.of(failure.getStackTrace()).stream()
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return new Trouble(
        Exit.FAILED,
        "bug",
        "life stumbled over itself: " + failure + place,
        "this is a mistake in Life; please report it with these two lines",
        failure);
  }

  private static String decapitalized(ParameterException wrong) {
    var message = String.valueOf(wrong.getMessage());
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
