package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import life.being.Fact;
import life.world.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life in a weather of its own, to which a scenario happens. */
class StagedLifeIT {
  private static final int DONE = 0;

  @TempDir Path folder;

  @Test
  void aScenarioHappensOnceAndTheWeatherStaysHoweverOftenTheProcessStarts()
      throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    var scenario =
        Files.writeString(
            folder.resolve("hard-day.scenario"),
            """
            # at the first minute, and then each ten minutes
            shock 0.9 at tick 60
            recovery 0.51 every 600 ticks until tick 6000
            """);
    for (var tick : new String[] {"1000", "3000", "7000"}) {
      try (var process =
          terrarium.run(
              "--seed",
              "5",
              "--speed",
              "20000",
              "--mortality",
              "off",
              "--weather",
              "storm",
              "--scenario",
              scenario.toString(),
              "--until-tick",
              tick)) {
        assertThat(process.ended()).as(process.talk()).isEqualTo(DONE);
        assertThat(process.talk()).contains("the scenario has 11 events");
      }
    }
    var past = terrarium.past().isWhole();
    var met = past.those(Fact.Met.class).map(told -> ((Fact.Met) told.fact()).stimulus()).toList();
    assertThat(met).filteredOn(s -> s.kind().equals("shock") && s.intensity() == 0.9).hasSize(1);
    assertThat(met)
        .filteredOn(s -> s.kind().equals("recovery") && s.intensity() == 0.51)
        .hasSize(10);
    assertThat(past.those(Fact.Settled.class)).as("its world did not change").isEmpty();
    assertThat(Past.living(past.last()).world().weather()).isEqualTo(Weather.STORM);
  }

  @Test
  void aScenarioThatIsWrongStartsNothing() throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    var scenario = Files.writeString(folder.resolve("bad"), "thunder 0.9 at tick 60\n");
    try (var process = terrarium.run("--scenario", scenario.toString())) {
      assertThat(process.ended()).isEqualTo(2);
      assertThat(process.talk()).contains("line 1: there is no kind 'thunder'");
    }
    assertThat(terrarium.journal()).doesNotExist();
  }
}
