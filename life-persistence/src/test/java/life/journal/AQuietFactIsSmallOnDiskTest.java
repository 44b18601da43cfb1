package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import life.being.Decider;
import life.being.Decision;
import life.being.Fact;
import life.being.LawSettings;
import life.being.LifeCommand;
import life.being.LifeId;
import life.being.Origin;
import life.being.SelfState;
import life.body.Shift;
import life.body.Vitals;
import life.law.Laws;
import life.mind.Condition;
import life.world.Family;
import life.world.StimulusKind;
import life.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AQuietFactIsSmallOnDiskTest {

  private static final int FACTS = 50_000;
  private static final int PAYLOAD_BYTES = 35;

  @TempDir Path directory;

  @Test
  void thirty_five_bytes_that_do_not_compress_take_at_most_sixty() throws IOException {
    try (FactStore store = FactStore.open(directory)) {
      for (int seq = 1; seq <= FACTS; seq += 1000) {
        store.append(Facts.append("ada", seq, 1000, PAYLOAD_BYTES)).join();
      }
      store.compact();
    }
    double each = (double) tableBytes() / FACTS;
    System.out.printf("A fact of %d bytes takes %.1f on disk.%n", PAYLOAD_BYTES, each);
    assertThat(each).isBetween(30.0, PAYLOAD_BYTES + 15.0);
  }

  @Test
  void a_quiet_tick_of_a_stirred_and_worn_being_takes_at_most_sixty_bytes() throws IOException {
    try (FactStore store = FactStore.open(directory)) {
      SelfState state = worn();
      List<NewFact> facts = new ArrayList<>();
      for (int seq = 1; seq <= FACTS; seq++) {
        Fact lived = livedATick(state);
        state = Decider.evolve(state, lived);
        facts.add(written(lived, seq));
        if (facts.size() == 1000) {
          store.append(new Append("ada", "writer", seq - 999L, facts)).join();
          facts.clear();
        }
      }
      store.compact();
    }
    double each = (double) tableBytes() / FACTS;
    System.out.printf("A quiet tick takes %.1f bytes on disk.%n", each);
    assertThat(each).isBetween(20.0, 60.0);
  }

  /** All of its vitals move, so that none of them compresses. */
  private static SelfState worn() {
    var origin = new Origin(new LifeId("ada"), 7, LawSettings.DEFAULT, Instant.EPOCH);
    var world =
        World.plain(
            "quiet", 0, List.of(new StimulusKind("idle", 1, 0, 1, Shift.NONE, 0, Family.BODILY)));
    var born = Decider.evolve(Decider.UNBORN, new Fact.Born(origin, world));
    var worn = new Condition(new Vitals(90, 0.61, 0.1234), 0.9, 1.0, 0.4321);
    return Decider.evolve(born, new Fact.Lived(1, worn));
  }

  private static Fact livedATick(SelfState state) {
    var decision = new Decider(new Laws()).decide(state, new LifeCommand.Live(1));
    return ((Decision.Happened) decision)
        .facts().stream().filter(Fact.Lived.class::isInstance).findFirst().orElseThrow();
  }

  private static NewFact written(Fact fact, int seq) {
    var kind = new Kind(new FactSerializer().identifier(), "f", "");
    var payload = new Payload(kind, new FactSerializer().toBinary(fact));
    return NewFact.of(payload, null, 1_790_000_000_000L + seq * 1_003L);
  }

  private long tableBytes() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
