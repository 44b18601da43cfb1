package life.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A life's facts, one a line, in plain words. */
@Command(
    name = "show",
    header = "Read a life's facts in plain words.",
    description = {
      "One line a fact: its number, the life's age, and what happened.",
      "Without --from: the last facts. With --from: from that one on, as many as there are or --limit says.",
      "With --json: one JSON document a line."
    },
    footer = {
      "%nExamples:",
      "  life show ada                     the last 50 facts",
      "  life show ada --from 1 | less     the whole life",
      "  life show ada --follow            and go on as she lives, until Ctrl-C or her death"
    })
final class Show implements Runnable {
  private static final int LAST = 50;

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Option(
      names = "--from",
      paramLabel = "SEQ",
      description = "The number of the first fact to show.")
  @Nullable Long from;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many facts. Default: the last 50, or all after --from.")
  @Nullable Long limit;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until Ctrl-C or until the being dies.")
  boolean follow;

  Show(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    check(from, "--from");
    check(limit, "--limit");
    var wire = common.wire();
    try {
      read(wire);
    } catch (Trouble trouble) {
      throw Suggestion.improve(trouble, wire, life);
    }
  }

  private void read(Wire wire) {
    var pages = new Pages(wire, life, common.patience());
    // With --follow, a limit without --from says how far to look back, not when to stop.
    var left = limit == null || (follow && from == null) ? Long.MAX_VALUE : limit;
    pages.startAfter(from == null ? lookBack(wire) : from - 1);
    while (left > 0) {
      var page = pages.next(left);
      page.forEach(fact -> FactLine.tell(common, fact));
      common.console().flush();
      left -= page.size();
      if (page.isEmpty() && !(follow && pages.more())) {
        return;
      }
    }
  }

  private long lookBack(Wire wire) {
    var last = wire.get(Wire.life(life)).path("seq").asLong();
    var after = Math.max(0, last - (limit == null ? LAST : limit));
    if (after > 0) {
      common.hint(
          after + " earlier facts are not shown; `life show " + life + " --from 1` shows all");
    }
    return after;
  }

  static void check(@Nullable Long number, String option) {
    if (number != null && number < 1) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-number",
          option + " " + number + " is too small",
          "facts are counted from 1");
    }
  }
}
