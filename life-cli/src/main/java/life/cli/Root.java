package life.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The word {@code life} alone; its verbs do the work. */
@Command(
    name = "life",
    header = "Beings that live continuously: start them, meet them, read their lives.",
    synopsisSubcommandLabel = "VERB",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {
      "%nSettings come from the option, else from LIFE_* in the environment, else from config/life.conf.",
      "%nExamples:",
      "  life lives",
      "  life poke ada shock 0.9",
      "  life show ada --follow",
      "%n`life VERB --help` tells more about a verb."
    })
final class Root implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  /** Without a verb there is nothing to do; whoever typed that wants to know what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.WRONG_USAGE.code();
  }
}
