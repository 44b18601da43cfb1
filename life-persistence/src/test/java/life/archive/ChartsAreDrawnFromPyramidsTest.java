package life.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import life.being.Fact;
import life.being.LifeId;
import life.chronicle.Chart;
import life.chronicle.Pyramid;
import life.chronicle.Quantity;
import life.journal.Arrival;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.JournalUnavailable;
import life.journal.PyramidArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Charts are those of the facts, however their pyramid came about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartsAreDrawnFromPyramidsTest {
  private static final int DAY = 86_400;

  private Shelf shelf;

  @BeforeAll
  void live(@TempDir Path folder) {
    shelf = new Shelf(folder.resolve("journal"), 5, 30 * DAY);
    assertThat(shelf.facts).hasSizeGreaterThan(9_000);
  }

  @AfterAll
  void close() {
    shelf.close();
  }

  private static PyramidArchive open(Path folder) {
    return PyramidArchive.open(folder.resolve(PyramidArchive.DIRECTORY), Charts.VERSION);
  }

  private void expectRight(Charts charts, long seed) {
    expectRight(charts, Shelf.ADA, shelf.facts, seed);
  }

  private static void expectRight(Charts charts, LifeId id, List<Fact> facts, long seed) {
    var flat = FlatPyramid.of(facts);
    var random = new SplittableRandom(seed);
    for (int look = 0; look < 20; look++) {
      long head = flat.head().tick();
      long from = look == 0 ? 0 : random.nextLong(head);
      long to = look == 0 ? head : from + 1 + random.nextLong(1L << random.nextInt(1, 22));
      int pixels = 1 + random.nextInt(900);
      var said = charts.look(id, pyramid -> words(pyramid, from, to, pixels));
      assertThat(said)
          .as("seed %d, ticks %d to %d, %d pixels", seed, from, to, pixels)
          .isEqualTo(words(flat, from, to, pixels));
    }
  }

  private static List<String> words(Pyramid pyramid, long from, long to, int pixels) {
    var chart = Chart.of(pyramid, from, to, pixels);
    long[] seqs = chart.seqs();
    var words = new ArrayList<String>();
    words.add(pyramid.seq() + " " + pyramid.head());
    for (int i = 0; i < chart.pixels(); i++) {
      var word = new StringBuilder();
      for (var quantity : Quantity.values()) {
        word.append(chart.least(i, quantity)).append(' ').append(chart.greatest(i, quantity));
        word.append(' ');
      }
      word.append(chart.felt(i)).append(' ').append(chart.asleep(i)).append(' ').append(seqs[i]);
      word.append(' ').append(chart.stimuli(i)).append(' ').append(chart.strongest(i));
      words.add(word.append(' ').append(chart.phase(i)).toString());
    }
    return words;
  }

  @Test
  void builtAtOnceOrAPieceAtATimeKeptOrInMemory(@TempDir Path folder) {
    expectRight(Charts.inMemory(shelf.biography), 1);
    try (var archive = open(folder)) {
      expectRight(Charts.kept(shelf.biography, () -> archive), 2);
      expectRight(Charts.kept(shelf.biography, () -> archive), 3); // from what is kept
    }
    try (var archive = open(folder.resolve("other"))) {
      var random = new SplittableRandom(4);
      var charts = Charts.kept(shelf.biography, () -> archive);
      while (charts.behind(Shelf.ADA) > 0) {
        charts.build(Shelf.ADA, 1 + random.nextLong(3_000));
        if (random.nextInt(3) == 0) { // the process ends, and what was not kept is told again
          charts = Charts.kept(shelf.biography, () -> archive);
        }
      }
      expectRight(charts, 5);
    }
    try (var archive = open(folder)) {
      assertThat(Charts.kept(shelf.biography, () -> archive).behind(Shelf.ADA)).isLessThan(2_048);
      expectRight(Charts.kept(shelf.biography, () -> archive), 6);
    }
  }

  @Test
  void whatIsDamagedIsBuiltAgain(@TempDir Path folder) {
    try (var archive = open(folder)) {
      expectRight(Charts.kept(shelf.biography, () -> archive), 1);
      byte[] head = archive.head(Shelf.ADA).orElseThrow();
      archive.save(Shelf.ADA, head, rows -> rows.take(0, 1, new byte[7]));
      expectRight(Charts.kept(shelf.biography, () -> archive), 2);
      archive.save(Shelf.ADA, new byte[] {1, 2, 3}, _ -> {});
      expectRight(Charts.kept(shelf.biography, () -> archive), 3);
    }
  }

  @Test
  void ofAnotherVersionNothingIsUsed(@TempDir Path folder) {
    try (var archive = PyramidArchive.open(folder, (byte) 99)) {
      archive.save(Shelf.ADA, new byte[] {1}, rows -> rows.take(0, 0, new byte[9]));
    }
    try (var archive = PyramidArchive.open(folder, Charts.VERSION)) {
      assertThat(archive.head(Shelf.ADA)).isEmpty();
      assertThat(archive.row(Shelf.ADA, 0, 0)).isEmpty();
      expectRight(Charts.kept(shelf.biography, () -> archive), 1);
    }
    try (var archive = PyramidArchive.open(folder, Charts.VERSION)) {
      assertThat(archive.head(Shelf.ADA)).isPresent();
    }
  }

  @Test
  void aDamagedDatabaseIsMovedAside(@TempDir Path folder) throws IOException {
    try (var archive = open(folder)) {
      expectRight(Charts.kept(shelf.biography, () -> archive), 1);
    }
    Files.writeString(folder.resolve(PyramidArchive.DIRECTORY).resolve("CURRENT"), "nonsense");
    try (var archive = open(folder)) {
      expectRight(Charts.kept(shelf.biography, () -> archive), 2);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("pyramids.damaged-"));
    }
  }

  /** Here another being has the name of one whose pyramid is kept. */
  @Test
  void anotherLifeOfTheSameNameGetsAPyramidOfItsOwn(@TempDir Path folder) {
    try (var archive = open(folder)) {
      expectRight(Charts.kept(shelf.biography, () -> archive), 1);
      try (var other = new Shelf(folder.resolve("other"), 6, 30 * DAY)) {
        expectRight(Charts.kept(other.biography, () -> archive), Shelf.ADA, other.facts, 2);
      }
      try (var shorter = new Shelf(folder.resolve("shorter"), 5, 3 * DAY)) {
        expectRight(Charts.kept(shorter.biography, () -> archive), Shelf.ADA, shorter.facts, 3);
      }
    }
  }

  @Test
  void manyWhoAskAtOnceAllGetTheSame(@TempDir Path folder) {
    try (var archive = open(folder);
        var threads = Executors.newFixedThreadPool(10)) {
      var charts = Charts.kept(shelf.biography, () -> archive);
      var asking = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < 10; i++) {
        long seed = i;
        asking.add(
            CompletableFuture.runAsync(
                () -> {
                  if (seed % 3 == 0) {
                    charts.build(Shelf.ADA, 700);
                  }
                  expectRight(charts, seed);
                },
                threads));
      }
      asking.forEach(CompletableFuture::join);
    }
  }

  /** Readers ask while facts come; what they see is a life up to a fact, and that in full. */
  @Test
  void aLifeThatIsJustWrittenIsSeenUpToAFact(@TempDir Path folder) {
    var bea = new LifeId("bea");
    try (var store = FactStore.open(folder.resolve("journal"));
        var archive = open(folder);
        var threads = Executors.newFixedThreadPool(3)) {
      var charts = Charts.kept(new Biography(store), () -> archive);
      var written = new Written(store, bea, shelf.facts);
      written.upTo(50);
      var asking = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < 3; i++) {
        asking.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int look = 0; look < 60; look++) {
                    charts.look(
                        bea,
                        pyramid -> {
                          var facts = shelf.facts.subList(0, (int) pyramid.seq());
                          assertThat(words(pyramid, 0, 20 * DAY, 300))
                              .isEqualTo(words(FlatPyramid.of(facts), 0, 20 * DAY, 300));
                          return pyramid;
                        });
                  }
                },
                threads));
      }
      for (int seq = 60; seq < 9_000; seq += 37) {
        written.upTo(seq);
      }
      asking.forEach(CompletableFuture::join);
      expectRight(charts, bea, shelf.facts.subList(0, written.seq()), 8);
    }
  }

  @Test
  void aLifeThatCameAsAWholeIsChartedToo(@TempDir Path folder) {
    var bea = new LifeId("bea");
    try (var store = FactStore.open(folder.resolve("journal"));
        var archive = open(folder)) {
      try (var arrival = Arrival.of(store, bea)) {
        shelf.facts.forEach(fact -> arrival.add(Shelf.NOW, fact));
        arrival.admit();
      }
      expectRight(Charts.kept(new Biography(store), () -> archive), bea, shelf.facts, 1);
    }
  }

  @Test
  void pyramidsGrowWhileNobodyAsks(@TempDir Path folder) {
    try (var archive = open(folder)) {
      var charts = Charts.kept(shelf.biography, () -> archive);
      new Upkeep(charts, () -> Map.of(Shelf.ADA, (long) shelf.facts.size())).run();
      assertThat(charts.behind(Shelf.ADA)).isZero();
      assertThat(archive.head(Shelf.ADA)).isPresent();
    }
  }

  @Test
  void whoLooksAfterThemFailsAlone(@TempDir Path folder) {
    var closed = open(folder);
    closed.close();
    var charts = Charts.kept(shelf.biography, () -> closed);
    assertThatThrownBy(() -> charts.build(Shelf.ADA, 9_000)).isInstanceOf(JournalUnavailable.class);
    assertThatCode(new Upkeep(charts, () -> Map.of(Shelf.ADA, 9_000L))::run)
        .doesNotThrowAnyException();
    try (var store = FactStore.open(folder.resolve("journal"))) {
      var nobody = Charts.inMemory(new Biography(store));
      assertThatCode(new Upkeep(nobody, () -> Map.of(Shelf.ADA, 9_000L))::run)
          .doesNotThrowAnyException();
    }
  }
}
