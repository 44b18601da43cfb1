package life.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import life.http.gate.Right;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token. */
@Command(
    name = "token",
    header = "Print the token of a data directory, to be shown to its Life over HTTP.",
    description = {
      "Whoever has it may do what its right says: observe, stimulate or operate, each including the ones before it.",
      "The verbs of this program use the token by themselves on the same machine, or take LIFE_TOKEN.",
      "To make all tokens void, remove the file 'token' in the data directory and start Life again."
    },
    footer = {
      "%nExamples:",
      "  life token                                  the token of those who operate",
      "  life token --right observe                  a token for somebody who may only look",
      "  curl -H \"Authorization: Bearer $(life token)\" …"
    })
final class PrintToken implements Runnable {
  @Mixin final Common common;

  @Option(
      names = "--right",
      paramLabel = "RIGHT",
      description = "observe, stimulate or operate. Default: operate.")
  String right = Right.OPERATE.word();

  PrintToken(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wanted =
        Right.named(right)
            .orElseThrow(() ->
                new Trouble(
                    Exit.WRONG_USAGE,
                    "unknown-right",
                    "there is no right '" + right + "'",
                    "give one of "
                        + Arrays.stream(Right.values())
                            .map(Right::word)
                            .collect(Collectors.joining(", "))));
    var token = common.tokens().required(wanted);
    if (common.json()) {
      common.document(Json.object().put("token", token).put("right", wanted.word()));
    } else {
      common.console().line(token);
    }
  }
}
