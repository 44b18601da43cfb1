package life.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import life.being.LifeId;
import life.being.Step;
import life.journal.Biography;
import life.journal.FactStore;
import life.journal.ObservationArchive;
import life.observe.Observation;
import life.observe.SignKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a watch and of what it kept, what was noticed is what there is to notice. */
class AWatchMissesNothingTest {
  private static final Troubled ADA = Troubled.of("ada", 7, 8);
  private static final List<Observation> ALL = ADA.observations();
  private static final int MANY = 1_000_000;

  @TempDir Path data;

  private FactStore store;
  private Biography biography;

  @BeforeEach
  void open() {
    store = FactStore.open(data.resolve("journal"));
    ADA.arriveIn(store);
    biography = new Biography(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void thereIsSomethingToNotice() {
    assertThat(ALL).anyMatch(one -> one.sign(SignKind.FLOOD).isPresent());
    assertThat(ALL).anyMatch(one -> !one.isOpen());
    assertThat(ADA.facts()).hasSizeGreaterThan(Watch.FACTS_PER_CHECKPOINT);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void thoughItIsCutAgainAndAgainEachVersionIsNewsOnce(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var said = new ArrayList<Observation>();
    var states = ADA.states();
    long last = ADA.facts().size();
    for (long seq = 0; seq < last; ) {
      try (var archive = archive()) {
        var watch = Watch.over(ADA.id(), biography, new KeptNotices(() -> archive), 0);
        assertThat(watch.seq()).isLessThanOrEqualTo(seq);
        while (watch.seq() < seq) {
          said.addAll(observations(watch.catchUp((int) (seq - watch.seq()))));
        }
        long until = Math.min(last, seq + random.nextInt(2_000));
        while (seq < until) {
          int next = (int) Math.min(until, seq + 1 + random.nextInt(5));
          var facts = ADA.facts().subList((int) seq, next);
          said.addAll(observations(watch.see(Step.from(states.get((int) seq), facts))));
          seq = next;
        }
        if (random.nextInt(3) == 0) {
          watch.putDown();
        }
      }
    }
    assertThat(said).isEqualTo(ALL);
    assertThat(kept()).isEqualTo(ALL);
  }

  @Test
  void whatIsMadeAgainIsTheSameAndNoNews() {
    try (var archive = archive()) {
      var watch = begin(archive);
      assertThat(toTheEnd(watch)).isEmpty();
    }
    assertThat(kept()).isEqualTo(ALL);
  }

  @Test
  void whatHappensAfterwardsIsNews() {
    var before = ALL.get(ALL.size() / 2).changed().seq() - 1;
    try (var archive = archive()) {
      var watch = Watch.over(ADA.id(), biography, new KeptNotices(() -> archive), before);
      var news = ALL.stream().filter(one -> one.changed().seq() > before).toList();
      assertThat(toTheEnd(watch)).isEqualTo(news).isNotEmpty();
    }
  }

  @Test
  void eachObservationIsFoundInItsLatestVersion() {
    try (var archive = archive()) {
      toTheEnd(begin(archive));
      var latest = archive.latest(ADA.id(), 0, MANY);
      assertThat(latest).extracting(Observation::number).doesNotHaveDuplicates();
      for (var one : ALL) {
        assertThat(latest)
            .anyMatch(other -> other.number() == one.number() && other.version() >= one.version());
      }
      var told = new ToldNotices(biography);
      assertThat(told.latest(ADA.id(), 0, MANY)).isEqualTo(latest);
      assertThat(told.versions(ADA.id(), 2, 3)).isEqualTo(archive.versions(ADA.id(), 2, 3));
      assertThat(told.seq(ADA.id())).isEqualTo(archive.seq(ADA.id()));
      assertThat(archive.version(ADA.id()))
          .isEqualTo(ALL.getLast().version())
          .isEqualTo(told.version(ADA.id()));
      assertThat(archive.version(new LifeId("ad"))).isZero();
    }
  }

  @Test
  void whatWasKeptOfAnotherLifeOfThatNameIsForgotten(@TempDir Path elsewhere) {
    var other = Troubled.of("ada", 8, 4);
    try (var archive = archive();
        var otherStore = FactStore.open(elsewhere)) {
      other.arriveIn(otherStore);
      var notices = new KeptNotices(() -> archive);
      toTheEnd(Watch.over(ADA.id(), new Biography(otherStore), notices, 0));
    }
    assertThat(kept()).isEqualTo(other.observations());
    try (var archive = archive()) {
      assertThat(toTheEnd(begin(archive))).isEmpty();
    }
    assertThat(kept()).isEqualTo(ALL);
  }

  @Test
  void aDamagedArchiveIsPutAsideAndMadeAgain() throws IOException {
    try (var archive = archive()) {
      toTheEnd(begin(archive));
    }
    for (var file : files(data.resolve("observations"))) {
      if (file.toString().endsWith(".log") || file.toString().endsWith(".sst")) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < Math.min(bytes.length, bytes.length / 2 + 64); i++) {
          bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
      }
    }
    try (var archive = archive()) {
      assertThat(archive.seq(ADA.id())).isZero();
      toTheEnd(begin(archive));
    }
    assertThat(kept()).isEqualTo(ALL);
    assertThat(files(data)).anyMatch(file -> file.toString().contains("observations.damaged-"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private ObservationArchive archive() {
    return ObservationArchive.open(data.resolve(ObservationArchive.DIRECTORY));
  }

  private Watch begin(ObservationArchive archive) {
    var notices = new KeptNotices(() -> archive);
    return Watch.over(ADA.id(), biography, notices, biography.lastSeq(ADA.id()));
  }

  private static List<Observation> toTheEnd(Watch watch) {
    var said = new ArrayList<Observation>();
    long before;
    do {
      before = watch.seq();
      said.addAll(observations(watch.catchUp(1_000)));
    } while (watch.seq() > before);
    return said;
  }

  private static List<Observation> observations(List<Change> changes) {
    return changes.stream().map(Change::observation).toList();
  }

  private List<Observation> kept() {
    try (var archive = archive()) {
      return archive.versions(ADA.id(), 0, MANY);
    }
  }
}
