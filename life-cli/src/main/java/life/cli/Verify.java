package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a life is what its laws make of what reached it. */
@Command(
    name = "verify",
    header = "Live lives again from their inputs, and compare every fact with the record.",
    description = {
      "Without a LIFE: all lives. What ends in .life or contains a / is a file.",
      "Of several the worst ends it: corrupt, then diverged, then not comparable."
    },
    exitCodeList = {
      " 0:all are equal",
      " 1:one has diverged; or it failed otherwise",
      " 2:one is corrupt; or wrong usage",
      " 3:one is not comparable, its laws are not in this program; or no such life",
      " 5:server not reachable",
      "130:ended by Ctrl-C",
      "143:ended by SIGTERM"
    },
    footer = {
      "%nExamples:",
      "  life verify ada                        from birth on",
      "  life verify ada --from snapshot        only what came after the last snapshot",
      "  life verify ./ada.life                 a file, without a server",
      "  life verify --json | jq .verdict       all lives"
    })
final class Verify implements Callable<Integer> {
  private static final double NANOS = 1e9;

  /** Where it begins. */
  enum Begin {
    snapshot,
    genesis
  }

  @Mixin final Common common;

  @Parameters(arity = "0..*", paramLabel = "LIFE|FILE", description = "Whose life, or which file.")
  List<String> lives = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "snapshot|genesis",
      description = "Where to begin. Default: genesis, its birth.")
  Begin from = Begin.genesis;

  Verify(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() {
    var worst = Verdict.EQUAL;
    for (var life : lives.isEmpty() ? all() : lives) {
      worst = worst.or(isFile(life) ? file(life) : life(life));
      common.console().flush();
    }
    return worst.exit();
  }

  private List<String> all() {
    var names = new ArrayList<String>();
    common.wire().lives().forEach(one -> names.add(one.path("id").asText()));
    if (names.isEmpty()) {
      common.hint("nobody is born yet: life born ada");
    }
    return names;
  }

  static boolean isFile(String text) {
    return text.endsWith(".life") || text.contains("/");
  }

  private Verdict life(String life) {
    var wire = common.wire();
    return Suggestion.around(
        wire,
        List.of(life),
        () -> {
          try {
            var body = Json.object().put("from", from.name());
            var begun = wire.post(Wire.life(life, "verifications"), body);
            var work = new Working(common, wire, "verifying " + life).done(begun);
            return tell(work.path("result"), work.path("perSecond").asDouble());
          } catch (Trouble trouble) {
            return tell(Verdict.of(life, trouble), 0);
          }
        });
  }

  private Verdict file(String name) {
    var file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "no-file",
          "there is no file " + name,
          "what ends in .life or contains a / is a file; a life is meant by its name alone");
    }
    if (from == Begin.snapshot) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "no-snapshots",
          "a file has no snapshots to begin from",
          "leave --from snapshot away: a file is verified from its birth on");
    }
    var begun = System.nanoTime();
    JsonNode result;
    try (var progress = common.progress()) {
      result =
          common.inside().verify(file, (done, all) -> progress.at("verifying " + name, done, all));
    } catch (Trouble trouble) {
      return tell(Verdict.of(name, trouble), 0);
    }
    var seconds = (System.nanoTime() - begun) / NANOS;
    return tell(result, result.path("told").asDouble() / seconds);
  }

  private Verdict tell(JsonNode result, double perSecond) {
    if (common.json()) {
      common.document(result);
    } else {
      common.lines(Verdict.lines(result, perSecond, common.paint()));
    }
    return Verdict.of(result);
  }
}
