package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import life.app.Senders.Glimpse;
import life.being.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life is killed again and again while several clients bring it stimuli. */
class KilledLifeIT {
  private static final int KILLS = Integer.getInteger("life.kills", 25);
  private static final long SEED = Long.getLong("life.seed", System.nanoTime());
  private static final int START_UP_KILLS = 3; // each so many-th kill hits a process that starts
  private static final long LONGEST_MILLIS = 1_500;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<Glimpse> seen = new ArrayList<>();
  private long startUpMillis = LONGEST_MILLIS;
  private int startUpKills;

  @Test
  void aKilledLifeKeepsAllThatItAnsweredAndIsTheUninterruptedTwin()
      throws IOException, InterruptedException, ExecutionException {
    System.out.printf("%d kills are drawn from -Dlife.seed=%d%n", KILLS, SEED);
    var terrarium = new Terrarium(folder, 97, Terrarium.SMALL_FILES);
    try (var witness = new Witness(folder.resolve("witness"))) {
      for (int kill = 1; kill <= KILLS; kill++) {
        if (kill % START_UP_KILLS == 0) {
          killWhileItStarts(terrarium);
        } else {
          killWhileItLives(terrarium, witness, kill);
        }
      }
      endWell(terrarium, witness);
      check(terrarium.past(), witness);
      var verified = Command.life(folder, "verify", "ada", "--data", terrarium.data().toString());
      assertThat(verified.done().out()).startsWith("ada: equal");
    }
  }

  private LifeProcess start(Terrarium terrarium) throws IOException {
    return terrarium.run("--speed", "2000", "--seed", "5", "--mortality", "off");
  }

  private void killWhileItStarts(Terrarium terrarium) throws IOException, InterruptedException {
    try (var process = start(terrarium)) {
      Thread.sleep(random.nextLong(startUpMillis));
      process.kill();
      startUpKills++;
    }
  }

  private void killWhileItLives(Terrarium terrarium, Witness witness, int kill)
      throws IOException, InterruptedException, ExecutionException {
    long began = System.nanoTime();
    try (var process = start(terrarium)) {
      var caller = process.caller();
      startUpMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      for (var errand : witness.lastAnswered(3)) {
        Senders.bring(witness, caller, errand);
      }
      try (var senders = new Senders(witness, caller, SEED + kill)) {
        Thread.sleep(1 + random.nextLong(LONGEST_MILLIS));
        process.kill();
        seen.addAll(senders.stop());
      }
    }
  }

  private void endWell(Terrarium terrarium, Witness witness)
      throws IOException, InterruptedException {
    try (var process = start(terrarium)) {
      var caller = process.caller();
      for (var open = witness.nextOpen(); open.isPresent(); open = witness.nextOpen()) {
        Senders.bring(witness, caller, open.get());
      }
      assertThat(caller.pause()).isPresent();
      seen.add(Senders.look(caller).orElseThrow());
      assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
  }

  private void check(Past past, Witness witness) {
    System.out.printf(
        "%d stimuli, %d answers given again, %d facts, %d resumptions, %d ticks; %d kills at start%n",
        witness.sent().size(),
        witness.replays(),
        past.told().size(),
        past.those(Fact.Resumed.class).count(),
        Past.living(past.last()).tick(),
        startUpKills);
    past.isWhole();
    var testimony = new Testimony(past);
    assertThat(witness.answered()).hasSameSizeAs(witness.sent());
    testimony.agreesWith(witness);
    testimony.everyStimulusIsMetOnce();
    testimony.theWorldBroughtAllItHad();
    testimony.explains(seen);
    assertThat(Twin.of(past).facts()).isEqualTo(past.facts());
    assertThat(Twin.of(past).hash()).isEqualTo(past.hash());
    assertThat(Twin.uninterrupted(past).hash()).isEqualTo(past.hash());
  }
}
