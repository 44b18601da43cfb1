package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import life.app.Senders.Glimpse;
import life.being.StateHash;
import life.journal.SnapshotArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots only make a start quicker: without them a being wakes as the same. */
class LostSnapshotsIT {
  private static final String STANDSTILL = "0.01"; // a tick every hundred seconds

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit prepares it first
  private Terrarium terrarium;

  @BeforeEach
  void livesADay() throws IOException, InterruptedException {
    terrarium = new Terrarium(folder, 50);
    try (var process = terrarium.run("--seed", "5", "--speed", "20000", "--until-tick", "50000")) {
      assertThat(process.ended()).as(process.talk()).isZero();
    }
    assertThat(snapshots()).as("snapshots were taken, and all are kept").hasSizeGreaterThan(5);
  }

  private List<Long> snapshots() {
    var seqs = new ArrayList<Long>();
    try (var archive = SnapshotArchive.open(terrarium.snapshots())) {
      archive.visit(
          Terrarium.NAME,
          new SnapshotArchive.Selection(0, Long.MAX_VALUE, _ -> true),
          snapshot -> seqs.add(snapshot.seq()));
    }
    return seqs;
  }

  private Glimpse awakened() throws IOException, InterruptedException {
    try (var process = terrarium.run("--speed", STANDSTILL)) {
      var seen = Senders.look(process.caller()).orElseThrow();
      assertThat(process.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
      return seen;
    }
  }

  private void assertAwakensAsItWas(StateHash before) throws IOException, InterruptedException {
    var seen = awakened();
    assertThat(seen.hash()).isEqualTo(before.hex());
    var past = terrarium.past().isWhole();
    new Testimony(past).explains(List.of(seen));
    assertThat(past.hash()).isEqualTo(before);
    assertThat(Twin.of(past).facts()).isEqualTo(past.facts());
  }

  @Test
  void withItsSnapshots() throws IOException, InterruptedException {
    assertAwakensAsItWas(terrarium.past().hash());
  }

  @Test
  void withoutThem() throws IOException, InterruptedException {
    var before = terrarium.past().hash();
    Harm.delete(terrarium.snapshots());
    assertAwakensAsItWas(before);
    assertThat(terrarium.snapshots()).as("new ones can be taken").isDirectory();
  }

  @Test
  void withDamagedOnes() throws IOException, InterruptedException {
    var before = terrarium.past().hash();
    for (var ending : List.of(".log", ".sst")) {
      for (var file : Harm.files(terrarium.snapshots(), ending)) {
        for (double at = 0.1; at < 1; at += 0.2) {
          Harm.flip(file, at);
        }
      }
    }
    assertAwakensAsItWas(before);
  }

  @Test
  void withSomethingElseInTheirPlace() throws IOException, InterruptedException {
    var before = terrarium.past().hash();
    Harm.delete(terrarium.snapshots());
    Files.createDirectory(terrarium.snapshots());
    Files.writeString(terrarium.snapshots().resolve("CURRENT"), "no manifest\n");
    assertAwakensAsItWas(before);
  }
}
