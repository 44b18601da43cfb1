package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import life.being.LifeId;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.ObservationArchive;
import life.notice.ToldNotices;
import life.observe.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed in a life whose process is killed again and again. */
class NoticedLifeIT {
  private static final long SEED = Long.getLong("life.seed", System.nanoTime());
  private static final int KILLS = 4;
  private static final int SHOCKS = 12;
  private static final LifeId ADA = new LifeId(Terrarium.NAME);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void isWhatItsJournalTellsHoweverOftenItWasKilledAndWhenItIsMadeAgain()
      throws IOException, InterruptedException {
    System.out.println("Kills are drawn from -Dlife.seed=" + SEED);
    var random = new Random(SEED);
    var terrarium = new Terrarium(folder, 97);
    for (int kill = 0; kill < KILLS; kill++) {
      try (var process = start(terrarium)) {
        var caller = process.caller();
        for (int i = 0; i < SHOCKS; i++) {
          caller.bring(new Errand("k" + kill + "-" + i, "shock", 0.9, 0));
        }
        Thread.sleep(500 + random.nextInt(1_500));
        process.kill();
      }
    }
    endCaughtUp(terrarium);
    var told = told(terrarium);
    assertThat(told).isNotEmpty();
    assertThat(kept(terrarium)).isEqualTo(told);

    delete(observations(terrarium));
    endCaughtUp(terrarium);
    assertThat(kept(terrarium)).isEqualTo(told(terrarium)).startsWith(told.getFirst());
    var offline =
        Command.life(
            folder, "observations", "ada", "--json", "--data", terrarium.data().toString());
    var numbers = told.stream().map(Observation::number).distinct().count();
    assertThat(offline.done().out().lines()).hasSizeGreaterThanOrEqualTo((int) numbers);
    isToldAlikeEverywhere("observations ada --json", terrarium);
    isToldAlikeEverywhere("observations ada", terrarium);
    isToldAlikeEverywhere("tell ada --life", terrarium);
  }

  /** On Java machines of other kinds, which count, sort and write numbers in their own ways. */
  private void isToldAlikeEverywhere(String verb, Terrarium terrarium)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(verb.split(" ", -1)));
    words.addAll(List.of("--data", terrarium.data().toString()));
    var usual = Command.life(folder, words.toArray(String[]::new)).done().out();
    assertThat(usual).isNotBlank();
    for (var options :
        List.of(
            "-Xint",
            "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.language=tr -Duser.country=TR",
            "-XX:-UseG1GC -XX:+UseParallelGC -Duser.timezone=Asia/Kathmandu -Duser.language=ar -Duser.country=EG")) {
      var machine = Map.of("LIFE_JAVA_OPTS", options, "LIFE_AOT", "off");
      var other = Command.life(folder, machine, words.toArray(String[]::new)).done().out();
      assertThat(other).as("%s with %s", verb, options).isEqualTo(usual);
    }
  }

  @Test
  void theMonitorChangesNothingInALife() throws IOException, InterruptedException {
    System.out.println("Both lives are of -Dlife.seed=" + SEED);
    var watched = new Terrarium(Files.createDirectory(folder.resolve("watched")), 1_000);
    var alone = new Terrarium(Files.createDirectory(folder.resolve("alone")), 1_000);
    live(watched, "on");
    live(alone, "off");
    assertThat(alone.past().hash()).isEqualTo(watched.past().hash());
    assertThat(Files.exists(observations(watched))).isTrue();
    assertThat(Files.exists(observations(alone))).isFalse();
  }

  private static void live(Terrarium terrarium, String monitor)
      throws IOException, InterruptedException {
    try (var process =
        terrarium.run(
            "--speed", "50000",
            "--seed", String.valueOf(SEED),
            "--mortality", "off",
            "--until-tick", "200000",
            "--monitor", monitor)) {
      assertThat(process.ended()).as(process.talk()).isZero();
    }
  }

  private static LifeProcess start(Terrarium terrarium) throws IOException {
    return terrarium.run("--speed", "20000", "--seed", String.valueOf(SEED), "--mortality", "off");
  }

  private static void endCaughtUp(Terrarium terrarium) throws IOException, InterruptedException {
    try (var process = start(terrarium)) {
      var home = process.reachable().orElseThrow();
      process.caller().pause();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> {
            var page = get(home.resolve("/v1/lives/ada/observations"));
            return page.path("seq").asLong(-1) == page.path("head").asLong();
          });
      assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
  }

  private static JsonNode get(URI at) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return JSON.readTree(
          client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString()).body());
    }
  }

  private static List<Observation> told(Terrarium terrarium) {
    try (var store = FactStore.openReadOnly(terrarium.journal())) {
      return new ToldNotices(new Biography(store)).versions(ADA, 0, Integer.MAX_VALUE);
    }
  }

  private static List<Observation> kept(Terrarium terrarium) {
    try (var archive = ObservationArchive.open(observations(terrarium))) {
      return archive.versions(ADA, 0, Integer.MAX_VALUE);
    }
  }

  private static Path observations(Terrarium terrarium) {
    return terrarium.data().resolve(ObservationArchive.DIRECTORY);
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
