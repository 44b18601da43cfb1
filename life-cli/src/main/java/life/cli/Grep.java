package life.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The facts of a life that fit a question. */
@Command(
    name = "grep",
    header = "Find the facts of a life that fit a question.",
    description = {
      "Prints them as `life show` does, from birth on. Several --kind mean any of them, several --where all of them.",
      "A condition is FIELD OP VALUE [and ...] with < <= > >= = !=, on the state (energy stability integrity drive arousal"
          + " sleepPressure tick phase asleep ...) or on the fact's own fields (stimulus.kind, meaning.significance, ticks ...).",
      "Ends with 0 also when there are none."
    },
    footer = {
      "%nExamples:",
      "  life grep ada --kind shock                     every shock",
      "  life grep ada --kind met --where 'energy < 20'   whom she met when she was weak",
      "  life grep ada --where 'phase = DEGRADING and asleep = true' --limit 10"
    })
final class Grep implements Runnable {
  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "K",
      description = "A kind of fact (met, lived, ...) or of stimulus (shock, ...).")
  List<String> kinds = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "A condition such as 'energy < 20'.")
  List<String> conditions = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many facts.")
  @Nullable Long limit;

  Grep(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Show.check(limit, "--limit");
    var wire = common.wire();
    long found = Suggestion.around(wire, List.of(life), () -> find(wire));
    if (found == 0) {
      common.hint("no fact of " + life + " fits");
    }
  }

  private long find(Wire wire) {
    var pages = new Pages(wire, life, common.patience(), sieve());
    var left = limit == null ? Long.MAX_VALUE : limit;
    long found = 0;
    do {
      var page = pages.next(left - found);
      page.forEach(fact -> FactLine.tell(common, fact));
      common.console().flush();
      found += page.size();
    } while (!pages.ended() && found < left);
    return found;
  }

  private String sieve() {
    return (kinds.isEmpty() ? "" : "&kind=" + Wire.encoded(String.join(",", kinds)))
        + (conditions.isEmpty() ? "" : "&where=" + Wire.encoded(String.join(" and ", conditions)));
  }
}
