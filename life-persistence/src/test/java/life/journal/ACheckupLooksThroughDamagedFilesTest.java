package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import life.being.LifeId;
import life.journal.Checkup.Finding;
import life.journal.Checkup.Report;
import life.journal.Checkup.Weight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ACheckupLooksThroughDamagedFilesTest {

  @TempDir Path directory;

  @BeforeEach
  void write() {
    HarmedJournal.write(directory);
  }

  private Report checkup() {
    return Checkup.of(directory, (_, _) -> {});
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7})
  void a_harmed_table_file_is_named_and_what_is_behind_the_harm_is_counted(double share)
      throws IOException {
    Path table = HarmedJournal.files(directory, ".sst").getFirst();
    HarmedJournal.overwrite(table, share, 20);
    Report report = checkup();
    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().getFirst();
    assertThat(finding.where().file()).isEqualTo(table);
    assertThat(finding.where().offset()).isPresent();
    assertThat(report.facts())
        .isBetween(HarmedJournal.facts() / 2, HarmedJournal.facts() - HarmedJournal.FACTS_OF_A_ROW);
    assertThat(report.lives()).isEqualTo(3);
  }

  @Test
  void several_places_in_one_table_file_are_all_named() throws IOException {
    Path table = HarmedJournal.files(directory, ".sst").getFirst();
    HarmedJournal.overwrite(table, 0.1, 20);
    HarmedJournal.overwrite(table, 0.6, 20);
    Report report = checkup();
    assertThat(report.findings())
        .extracting(finding -> finding.where().offset().orElse(-1))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(offset -> offset >= 0);
    assertThat(report.facts()).isBetween(300L, HarmedJournal.facts() - 100);
  }

  @Test
  void files_that_keep_the_journal_from_opening_are_all_named() throws IOException {
    try (FactStore store = FactStore.open(directory)) {
      HarmedJournal.append(store, Lived.of("zoe", 50, 4), 50);
    }
    List<Path> tables = HarmedJournal.files(directory, ".sst");
    assertThat(tables).hasSizeGreaterThan(1);
    for (Path table : tables) {
      HarmedJournal.overwrite(table, 0.999, 1 + (int) (Files.size(table) / 1000));
    }
    assertThat(checkup().findings())
        .extracting(finding -> finding.where().file())
        .containsAll(tables);
  }

  @Test
  void a_missing_table_file_is_named() throws IOException {
    Path table = HarmedJournal.files(directory, ".sst").getFirst();
    Files.delete(table);
    assertThat(checkup().findings()).extracting(finding -> finding.where().file()).contains(table);
  }

  @Test
  void a_harmed_log_is_named_and_the_rest_is_looked_over() throws IOException {
    Path log = HarmedJournal.files(directory, ".log").getFirst();
    HarmedJournal.overwrite(log, 0.5, 20);
    Report report = checkup();
    assertThat(report.findings().getFirst().where().file()).isEqualTo(log);
    assertThat(report.findings().getFirst().where().offset()).isPresent();
    assertThat(report.tableFiles()).isPositive();
  }

  @Test
  void lost_acknowledged_facts_are_told_of_and_the_rest_is_looked_over() throws IOException {
    Path log = HarmedJournal.files(directory, ".log").getFirst();
    try (var content = new RandomAccessFile(log.toFile(), "rw")) {
      content.setLength(content.length() * 9 / 10);
    }
    Report report = checkup();
    assertThat(report.findings().getFirst().problem())
        .contains("the end of the write-ahead log is lost");
    assertThat(report.facts()).isBetween(HarmedJournal.facts() / 2, HarmedJournal.facts() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "MANIFEST-999999\n"})
  void a_harmed_current_is_a_finding(String content) throws IOException {
    Files.writeString(directory.resolve("CURRENT"), content);
    assertThat(checkup().isWhole()).isFalse();
  }

  @Test
  void a_harmed_manifest_is_named() throws IOException {
    String manifest = Files.readString(directory.resolve("CURRENT")).strip();
    HarmedJournal.overwrite(directory.resolve(manifest), 0.5, 20);
    assertThat(checkup().findings().getFirst().where().file())
        .isEqualTo(directory.resolve(manifest));
  }

  @RepeatedTest(10)
  void beside_a_running_writer_it_finds_nothing_that_isnt_there() {
    try (FactStore store =
        FactStore.open(directory, Tuning.standard().withWriteBufferBytes(64 << 10))) {
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(store));
      do {
        assertThat(checkup().findings()).noneMatch(f -> f.weight() == Weight.DAMAGE);
      } while (!writing.isDone());
      writing.join();
      assertThat(checkup().lives()).isGreaterThan(3);
    }
  }

  private static void write(FactStore store) {
    for (int i = 0; i < 40; i++) {
      try (Arrival arrival = Arrival.of(store, new LifeId("guest-" + i))) {
        HarmedJournal.ADA.addTo(arrival);
        if (i % 3 > 0) {
          arrival.admit();
        }
      }
      if (i % 4 == 0) {
        store.compact();
      }
    }
  }
}
