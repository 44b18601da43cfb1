package life.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Another being for the running server. */
@Command(
    name = "born",
    header = "Bring another being into the running world.",
    description = "A name is lower-case letters, digits and hyphens, and begins with a letter.",
    footer = {
      "%nExamples:",
      "  life born eve",
      "  life born twin --seed 7          the same seed in the same world lives the same life",
      "  life born methuselah --mortality off"
    })
final class Born implements Runnable {
  @Mixin final Common common;

  @Parameters(paramLabel = "NAME", description = "What it shall be called.")
  String name = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Its chance, for ever. Default: the server picks one.")
  @Nullable Long seed;

  @Option(names = "--world", paramLabel = "WORLD", description = "The world it is born into.")
  @Nullable String world;

  @Option(
      names = "--weather",
      paramLabel = "WEATHER",
      description = "How rough it is there: calm, normal, active or storm.")
  @Nullable String weather;

  @Option(
      names = "--mortality",
      paramLabel = "on|off",
      description = "Whether it can die. Default: on.")
  @Nullable Mortality mortality;

  Born(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var body = Json.object().put("name", name);
    if (seed != null) {
      body.put("seed", seed);
    }
    if (world != null) {
      body.put("world", world);
    }
    if (weather != null) {
      body.put("weather", weather);
    }
    if (mortality != null) {
      body.put("mortality", mortality == Mortality.on);
    }
    var answer = common.wire().post("/v1/admin/lives", body);
    if (!answer.ok()) {
      throw Suggestion.improve(answer, world == null ? "" : world);
    }
    var state = answer.body();
    if (common.json()) {
      common.document(state);
    } else {
      common
          .console()
          .line(
              "%s is born into the world \"%s\", with seed %s"
                  .formatted(
                      name, state.path("world").asText("-"), state.path("seed").asText("-")));
      common.hint("next: life status " + name + ", or life poke " + name + " shock 0.5");
    }
  }
}
