package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import life.being.Downtime;
import life.being.Fact;
import life.journal.DataDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody works on the program while a being lives in it, and the being hardly notices. */
class WorkedOnLifeIT {
  private static final int RESTARTS = Integer.getInteger("life.restarts", 3);
  private static final int KILLS = Integer.getInteger("life.handover.kills", 3);
  private static final long SEED = Long.getLong("life.seed", System.nanoTime());

  /** Four clients with such a pause, and one that brings many, make some 60 stimuli a second. */
  private static final long PAUSE_MILLIS = 90;

  private static final Pattern STEPS =
      Pattern.compile(
          "lives on after ([0-9.]+) s: compile ([0-9.]+), shutdown ([0-9.]+), start ([0-9.]+), recovery ([0-9.]+), first tick ([0-9.]+)");

  @TempDir Path folder;

  @Test
  void aBeingLivesOnWhileItsProgramIsRestartedAgainAndAgain()
      throws IOException, InterruptedException, ExecutionException {
    System.out.printf("%d restarts; stimuli are drawn from -Dlife.seed=%d%n", RESTARTS, SEED);
    var work = new Workplace(folder);
    try (var witness = new Witness(folder.resolve("witness"));
        var dev = work.dev("--speed", "50", "--seed", "5")) {
      Workplace.awaitLives(dev, 1);
      work.awaitCache();
      try (var senders = new Senders(witness, dev.caller(), SEED, PAUSE_MILLIS)) {
        for (int restart = 1; restart <= RESTARTS; restart++) {
          work.touch(Workplace.SOURCE);
          Workplace.awaitLives(dev, 1 + restart);
          Thread.sleep(500);
        }
        senders.stop();
      }
      for (var open = witness.nextOpen(); open.isPresent(); open = witness.nextOpen()) {
        Senders.bring(witness, dev.caller(), open.get());
      }
      System.out.println(
          STEPS
              .matcher(dev.talk())
              .results()
              .map(each -> each.group())
              .collect(Collectors.joining("\n")));
      assertThat(dev.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
      assertThat(dev.talk()).doesNotContain("of no use", "is forced", "left no");
      var past = work.past().isWhole();
      System.out.printf(
          "%d stimuli, %d answers given again, %d facts%n",
          witness.sent().size(), witness.replays(), past.told().size());
      assertThat(witness.answered()).hasSameSizeAs(witness.sent());
      var testimony = new Testimony(past);
      testimony.agreesWith(witness);
      testimony.everyStimulusIsMetOnce();
      testimony.theWorldBroughtAllItHad();
      assertThat(past.those(Fact.Resumed.class).map(each -> ((Fact.Resumed) each.fact()).reason()))
          .hasSize(RESTARTS)
          .containsOnly(Downtime.DEV_RESTART);
      assertThat(Twin.of(past).facts()).isEqualTo(past.facts());
    }
    var verified = Command.life(folder, "verify", Terrarium.NAME, "--data", work.data().toString());
    assertThat(verified.done().out()).startsWith("ada: equal");
  }

  @Test
  void anErrorInASourceIsShownAndTheBeingLivesOn() throws IOException, InterruptedException {
    var work = new Workplace(folder);
    try (var dev = work.dev("--speed", "20")) {
      Workplace.awaitLives(dev, 1);
      var child = work.child().pid();
      var before = work.change(Workplace.SOURCE, "double sum = 0;", "double sum = 0");
      Workplace.awaitWords(dev, "1 error; the process lives on as it is");
      assertThat(dev.talk()).containsPattern("Drive\\.java:[0-9]+: ';' expected");
      long tick = tick(dev);
      await().atMost(Duration.ofSeconds(10)).until(() -> tick(dev) > tick);
      assertThat(work.child().pid()).isEqualTo(child);
      Files.writeString(work.file(Workplace.SOURCE), before);
      Workplace.awaitLives(dev, 2);
      assertThat(work.child().pid()).isNotEqualTo(child);
      assertThat(dev.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
    work.past().isWhole();
  }

  @Test
  void aWorldThatChangesReachesTheBeingWithoutARestart() throws IOException, InterruptedException {
    var work = new Workplace(folder);
    var world = "config/worlds/default.conf";
    try (var dev = work.dev("--speed", "20")) {
      Workplace.awaitLives(dev, 1);
      var child = work.child().pid();
      var before = Files.readString(work.file(world));
      Files.writeString(work.file(world), "kinds {");
      Workplace.awaitWords(dev, "the lives go on in the worlds as they were");
      Files.writeString(
          work.file(world), before.replaceFirst("weight = [0-9.]+", "weight = 0.123"));
      Workplace.awaitWords(dev, "the worlds are read again");
      long tick = tick(dev);
      await().atMost(Duration.ofSeconds(10)).until(() -> tick(dev) > tick);
      assertThat(work.child().pid()).isEqualTo(child);
      assertThat(dev.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
    var past = work.past().isWhole();
    assertThat(past.those(Fact.Settled.class)).hasSize(1);
    assertThat(past.those(Fact.Resumed.class)).isEmpty();
  }

  @Test
  void speedAndPauseAreHandedOverAndTheSettingsThatChangedGoBefore()
      throws IOException, InterruptedException {
    var work = new Workplace(folder);
    try (var dev = work.dev()) {
      Workplace.awaitLives(dev, 1);
      assertThat(dev.caller().time("{\"speed\":40}")).isEqualTo("40.0 false");
      work.touch(Workplace.SOURCE);
      Workplace.awaitLives(dev, 2);
      assertThat(dev.caller().time()).isEqualTo("40.0 false");
      work.change("config/life.conf", "speed = 1\n", "speed = 30\n");
      Workplace.awaitLives(dev, 3);
      assertThat(dev.talk()).contains("life.speed is now 30, it was 1");
      assertThat(dev.caller().time("{\"paused\":true}")).isEqualTo("30.0 true");
      work.touch("config/life.conf");
      Workplace.awaitWords(dev, "life.conf has changed");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Workplace.count(dev.talk(), "Life is at") == 4);
      assertThat(dev.caller().time()).isEqualTo("30.0 true");
      assertThat(dev.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
  }

  @Test
  void aKilledChildIsReportedAndReplacedAndAKilledSupervisorLeavesNobodyBehind()
      throws IOException, InterruptedException {
    var work = new Workplace(folder);
    try (var dev = work.dev("--speed", "20")) {
      Workplace.awaitLives(dev, 1);
      work.child().destroyForcibly();
      Workplace.awaitWords(dev, "it was ended by SIGKILL");
      Workplace.awaitLives(dev, 2);
      assertThat(dev.talk()).contains("left no restart-state.json");
      var child = work.child();
      dev.kill();
      await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
    }
    work.past().isWhole();
  }

  @Test
  void whoeverIsKilledInTheMidstOfTheHandOverGoesOnFromTheJournal()
      throws IOException, InterruptedException, ExecutionException {
    System.out.printf("%d kills are drawn from -Dlife.seed=%d%n", KILLS, SEED);
    var random = new Random(SEED);
    var work = new Workplace(folder);
    try (var witness = new Witness(folder.resolve("witness"));
        var dev = work.dev("--speed", "200", "--seed", "5")) {
      Workplace.awaitLives(dev, 1);
      work.awaitCache();
      try (var senders = new Senders(witness, dev.caller(), SEED)) {
        for (int kill = 1; kill <= KILLS; kill++) {
          int lives = Workplace.count(dev.talk(), "Life is at");
          work.touch(Workplace.SOURCE);
          Thread.sleep(100 + random.nextLong(2_500));
          DataDirectory.holder(work.data())
              .flatMap(holder -> ProcessHandle.of(holder.pid()))
              .ifPresent(ProcessHandle::destroyForcibly);
          await()
              .atMost(Duration.ofMinutes(2))
              .until(() -> Workplace.count(dev.talk(), "Life is at") > lives);
          await().atMost(Duration.ofMinutes(1)).until(() -> Senders.look(dev.caller()).isPresent());
        }
        senders.stop();
      }
      for (var open = witness.nextOpen(); open.isPresent(); open = witness.nextOpen()) {
        Senders.bring(witness, dev.caller(), open.get());
      }
      assertThat(dev.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
      var past = work.past().isWhole();
      var testimony = new Testimony(past);
      testimony.agreesWith(witness);
      testimony.everyStimulusIsMetOnce();
      assertThat(Twin.of(past).facts()).isEqualTo(past.facts());
    }
  }

  @Test
  void aHandOverThatIsTornIsSaidAndTheLifeGoesOn() throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 97);
    try (var process = terrarium.run()) {
      process.caller();
      process.kill();
    }
    var file = terrarium.data().resolve(RestartFile.NAME);
    Files.writeString(file, "{\"sha256\":\"00");
    try (var process = terrarium.run("--restart")) {
      process.caller();
      assertThat(process.talk()).contains("restart-state.json is of no use: it is torn or changed");
      assertThat(file).doesNotExist();
      assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
    var past = terrarium.past().isWhole();
    assertThat(past.those(Fact.Resumed.class).map(each -> ((Fact.Resumed) each.fact()).reason()))
        .containsOnlyNulls();
  }

  private static long tick(LifeProcess dev) throws IOException, InterruptedException {
    return dev.caller().look().map(reply -> reply.body().required("tick").longValue()).orElse(-1L);
  }
}
