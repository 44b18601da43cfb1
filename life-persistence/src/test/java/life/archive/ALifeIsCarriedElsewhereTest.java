package life.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.being.StateHash;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.Waypoints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ALifeIsCarriedElsewhereTest {
  private static final LifeId EVE = new LifeId("eve");
  private static final int MUTATIONS = Integer.getInteger("life.mutations", 400);

  private Shelf shelf;
  private byte[] file;

  @TempDir Path folder;

  @BeforeAll
  void live(@TempDir Path shelfFolder) throws IOException {
    shelf = new Shelf(shelfFolder, 7, 86_400);
    file = shelf.exported();
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  @Test
  void wholeAndVerified() throws IOException {
    try (var store = FactStore.open(folder)) {
      var verified = let(store, file, Optional.empty());
      assertThat(verified.isEqual()).isTrue();
      assertThat(verified.tally().compared()).isEqualTo(shelf.facts.size());
      var there = new Biography(store, Waypoints.NONE);
      for (long seq = 1; seq <= shelf.facts.size(); seq += 100) {
        assertThat(there.page(Shelf.ADA, seq - 1, 100))
            .isEqualTo(shelf.biography.page(Shelf.ADA, seq - 1, 100));
      }
      assertThatThrownBy(() -> let(store, file, Optional.empty()))
          .hasMessageContaining("There is a life of the name ada already");
    }
  }

  @Test
  void andVerifiedWhereItIsWithoutTakingIt() throws IOException {
    assertThat(Import.verify(Shelf.in(file), Progress.SILENT).state())
        .isEqualTo(StateHash.of(shelf.last()));
  }

  @Test
  void underAnotherNameItIsABeingOfItsOwn() throws IOException {
    try (var store = FactStore.open(folder)) {
      let(store, file, Optional.of(EVE));
      var there = new Biography(store, Waypoints.NONE);
      var eve = (Alive) there.stateAt(EVE, Long.MAX_VALUE);
      assertThat(eve.origin().id()).isEqualTo(EVE);
      assertThat(new Chronicle(there).verify(EVE, false, Progress.SILENT).isEqual()).isTrue();
    }
  }

  /** Bytes changed, cut out, doubled, or put elsewhere: the chain of hashes sees all of it. */
  @Test
  void nothingOfAMutatedFileIsLetIn() throws IOException {
    try (var store = FactStore.open(folder)) {
      var random = new SplittableRandom(11);
      int let = 0;
      for (int n = 0; n < MUTATIONS; n++) {
        byte[] bytes = Mutation.of(file, random);
        try {
          let(store, bytes, Optional.empty());
          let++;
        } catch (LifeFileDamaged e) {
          assertThat(e.words()).isNotBlank();
        }
      }
      assertThat(let).isZero();
      assertThat(new Biography(store, Waypoints.NONE).lives()).isEmpty();
    }
  }

  /** A forger mends the chain: then the facts themselves are wrong, or are what they were. */
  @Test
  void nothingOfAForgedLifeIsLetIn() throws IOException {
    try (var store = FactStore.open(folder)) {
      var random = new SplittableRandom(13);
      int refused = 0;
      int diverged = 0;
      for (int n = 0; n < MUTATIONS; n++) {
        byte[] bytes = Mutation.forged(file, random);
        try {
          var verified = let(store, bytes, Optional.of(new LifeId("x" + n)));
          if (verified.isEqual()) {
            assertThat(verified.state()).isEqualTo(StateHash.of(shelf.last()));
          } else {
            diverged++;
          }
        } catch (LifeFileDamaged e) {
          refused++;
        }
      }
      System.out.printf(
          "of %d forged lives %d were damaged, %d diverged%n", MUTATIONS, refused, diverged);
      assertThat(refused).isPositive();
      assertThat(diverged).isPositive();
    }
  }

  @Test
  void aFileThatAsksForMuchMemoryIsRefusedBeforeItGetsIt() {
    byte[] bytes = Arrays.copyOf(file, 40);
    Arrays.fill(bytes, 6, 10, (byte) 0x7f);
    assertThatThrownBy(() -> Import.verify(Shelf.in(bytes), Progress.SILENT))
        .isInstanceOf(LifeFileDamaged.class)
        .hasMessageContaining("no block has more than");
  }

  private static Verified let(FactStore store, byte[] bytes, Optional<LifeId> as)
      throws IOException {
    return Import.into(store, Shelf.in(bytes), as, true, Shelf.NOW, Progress.SILENT);
  }

  /** The golden lives of this version: whatever changes, they verify, for ever. */
  @Test
  void goldenLivesVerifyForEver() throws IOException {
    var golden = Path.of("src/test/resources/golden");
    try (var files = Files.list(golden)) {
      var lives = files.filter(path -> path.toString().endsWith(".life")).sorted().toList();
      assertThat(lives).hasSizeGreaterThanOrEqualTo(3);
      for (var life : lives) {
        try (var bytes = Files.newInputStream(life)) {
          var verified = Import.verify(bytes, Progress.SILENT);
          assertThat(verified.isEqual()).as("%s: %s", life, verified.outcome()).isTrue();
          assertThat(verified.tally().compared()).isGreaterThan(100);
        }
      }
    }
  }
}
