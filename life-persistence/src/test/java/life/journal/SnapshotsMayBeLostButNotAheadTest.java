package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsMayBeLostButNotAheadTest {

  @TempDir Path directory;

  private ActorTestKit start() {
    return ActorTestKit.create("counting", TestSystems.config(directory));
  }

  private static String ask(ActorRef<Counter.Message> counter, TestProbe<String> probe) {
    counter.tell(new Counter.Get(probe.getRef()));
    return probe.receiveMessage(java.time.Duration.ofSeconds(10));
  }

  /** Counts to so many, with a snapshot at every tenth. */
  private String countTo(int more) {
    ActorTestKit kit = start();
    try {
      TestProbe<String> probe = kit.createTestProbe();
      ActorRef<Counter.Message> counter = kit.spawn(Counter.create("ada"));
      for (int i = 0; i < more; i++) {
        counter.tell(new Counter.Add(probe.getRef()));
        probe.receiveMessage(java.time.Duration.ofSeconds(10));
      }
      return ask(counter, probe);
    } finally {
      kit.shutdownTestKit();
    }
  }

  private void harmTables() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("snapshots"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("MANIFEST")) {
          Files.write(file, new byte[64]);
        }
      }
    }
  }

  @Test
  void a_life_goes_on_from_snapshot_and_facts_over_restarts() {
    assertThat(countTo(25)).isEqualTo("25 facts, 0 of them from a snapshot");
    assertThat(countTo(3)).isEqualTo("28 facts, 20 of them from a snapshot");
  }

  @Test
  void damaged_snapshots_are_moved_aside_and_the_facts_suffice() throws IOException {
    countTo(25);
    harmTables();
    assertThat(countTo(1)).isEqualTo("26 facts, 0 of them from a snapshot");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("snapshots.damaged-"));
    }
  }

  @Test
  void a_snapshot_that_cannot_be_deserialized_is_passed_over() {
    countTo(25);
    try (SnapshotArchive archive = SnapshotArchive.open(directory.resolve("snapshots"))) {
      Payload garbage = new Payload(new Kind(4711, "nobody", ""), new byte[] {1, 2, 3});
      archive.save(new Snapshot("ada", 20, 1, garbage, null));
    }
    assertThat(countTo(0)).isEqualTo("25 facts, 10 of them from a snapshot");
  }

  @Test
  void a_snapshot_ahead_of_the_journal_stops_the_life_because_facts_are_lost() throws IOException {
    countTo(25);
    deleteTree(directory.resolve("journal"));
    ActorTestKit kit = start();
    try {
      TestProbe<String> probe = kit.createTestProbe();
      ActorRef<Counter.Message> counter = kit.spawn(Counter.create("ada"));
      probe.expectTerminated(counter, java.time.Duration.ofSeconds(10));
      ActorSystem classic = org.apache.pekko.actor.typed.javadsl.Adapter.toClassic(kit.system());
      FactStore store =
          Stores.get(classic).facts(classic.settings().config().getConfig("life.journal"));
      assertThat(store.endsBeforeSnapshot("ada", 0, 20))
          .hasMessageContaining("snapshot at fact 20")
          .hasMessageContaining("life ada, fact 1");
      assertThat(store.highestSeq("ada")).isZero();
    } finally {
      kit.shutdownTestKit();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
