package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import life.cli.Cli;
import life.cli.Console;
import life.cli.Mortality;
import life.cli.Switch;
import org.junit.jupiter.api.Test;

class RunTest {
  private final List<Settings> seen = new ArrayList<>();

  private int type(String... words) {
    var console =
        new Console(new StringWriter(), new PrintWriter(new StringWriter()), Map.of(), false, true);
    return Cli.of(console).with("run", () -> new Run(this::note)).run(words);
  }

  private int note(Settings settings) {
    seen.add(settings);
    return 6;
  }

  @Test
  void whatWasNotSaidIsLeftToTheOtherSettings() {
    assertThat(type("run")).isEqualTo(6);
    assertThat(seen)
        .containsExactly(
            new Settings(
                null,
                null,
                null,
                null,
                Settings.Address.UNSAID,
                null,
                null,
                null,
                null,
                null,
                null,
                Settings.Supervision.NONE,
                false));
  }

  @Test
  void everyOptionReachesTheBody() {
    type(
        "run --name eve --seed 7 --speed 3600 --data d --host localhost --port 0 --health-port 0 --allow-remote --allow-host life.example --allow-host b --world far --weather storm --scenario s --mortality off --monitor on --until-tick 50 --leash l --front http://f --front-health http://h --restart --json"
            .split(" "));
    assertThat(seen)
        .containsExactly(
            new Settings(
                "eve",
                7L,
                3600.0,
                Path.of("d"),
                new Settings.Address("localhost", 0, 0, true, List.of("life.example", "b")),
                "far",
                "storm",
                Path.of("s"),
                Mortality.off,
                Switch.on,
                50L,
                new Settings.Supervision(Path.of("l"), "http://f", "http://h", true),
                true));
  }

  @Test
  void otherVerbsDoNotMakeIt() {
    assertThat(type("lives", "--url", "nowhere")).isEqualTo(2);
    assertThat(seen).isEmpty();
  }
}
