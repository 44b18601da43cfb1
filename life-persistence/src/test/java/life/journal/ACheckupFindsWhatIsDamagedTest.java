package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import life.being.LifeId;
import life.journal.Checkup.Finding;
import life.journal.Checkup.Report;
import life.journal.Checkup.Weight;
import life.journal.HarmedJournal.Harm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ACheckupFindsWhatIsDamagedTest {

  private static final int ADAS = HarmedJournal.ADA.facts().size();
  private static final int EVES = HarmedJournal.EVE.facts().size();
  private static final byte[] RUBBISH = "rubbish".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @BeforeEach
  void write() {
    HarmedJournal.write(directory);
  }

  private Report checkup() {
    return Checkup.of(directory, (_, _) -> {});
  }

  @Test
  void a_healthy_journal_has_no_finding_and_is_counted() throws IOException {
    List<Long> told = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    Report report =
        Checkup.of(
            directory,
            (facts, total) -> {
              told.add(facts);
              totals.add(total);
            });
    assertThat(report.findings()).isEmpty();
    assertThat(report.isWhole()).isTrue();
    assertThat(report.lives()).isEqualTo(3);
    assertThat(report.arriving()).isZero();
    assertThat(report.facts()).isEqualTo(HarmedJournal.facts());
    assertThat(report.unreadableFacts()).isZero();
    assertThat(report.rows()).isEqualTo(RowsOf.journal(directory).size());
    List<Path> tables = HarmedJournal.files(directory, ".sst");
    assertThat(report.tableFiles()).isEqualTo(tables.size());
    assertThat(report.bytes())
        .isGreaterThan(tables.stream().mapToLong(f -> f.toFile().length()).sum());
    assertThat(told).isSorted().last().isEqualTo(HarmedJournal.facts());
    assertThat(totals).containsOnly(HarmedJournal.facts());
  }

  @Test
  void a_journal_without_any_fact_is_healthy() {
    Path empty = directory.resolve("empty");
    FactStore.open(empty).close();
    Report report = Checkup.of(empty, (_, _) -> {});
    assertThat(report.findings()).isEmpty();
    assertThat(report.facts()).isZero();
  }

  @Test
  void where_no_journal_is_it_says_so_and_makes_none() {
    assertThatThrownBy(() -> Checkup.of(directory.resolve("nothing"), (_, _) -> {}))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("There is no journal in");
    assertThat(directory.resolve("nothing")).doesNotExist();
  }

  @Test
  void it_changes_nothing() throws IOException {
    List<Path> before = HarmedJournal.files(directory, "");
    List<String> rows = RowsOf.journal(directory);
    checkup();
    assertThat(HarmedJournal.files(directory, "")).isEqualTo(before);
    assertThat(RowsOf.journal(directory)).isEqualTo(rows);
  }

  static Stream<Arguments> harms() {
    return Stream.of(
        harm("ada", 41, "Facts 41 to 50 are missing", db -> db.delete(Keys.facts(1, 41))),
        harm("ada", 1, "Facts 1 to 10 are missing", db -> db.delete(Keys.facts(1, 1))),
        harm(
            "bob",
            15,
            "Facts 15 to 20 stand in two rows",
            db -> db.put(Keys.facts(2, 15), db.get(Keys.facts(2, 11)))),
        harm("bob", 21, "This row can't be read", db -> db.put(Keys.facts(2, 21), new byte[0])),
        harm(
            "bob", 21, "This row can't be read", db -> db.put(Keys.facts(2, 21), new byte[] {127})),
        harm("bob", 23, "The row of this fact can't be read", db -> cut(db, Keys.facts(2, 21), 3)),
        harm("bob", -7, "No fact can have this number", db -> db.put(Keys.facts(2, -7), RUBBISH)),
        harm("number 99", 1, "a life without a name", db -> db.put(Keys.facts(99, 1), RUBBISH)),
        harm("ada", 1, "can't be found by its name", db -> db.delete(Keys.lifeNamed("ada"))),
        harm(
            "ada",
            1,
            "This name leads to life number 2, which is called bob",
            db -> db.put(Keys.lifeNamed("ada"), Keys.bytes(2))),
        harm("number 1", 1, "belong to a life without a name", db -> db.delete(Keys.nameOf(1))),
        harm(
            "Ada",
            1,
            "a life's name must be a slug",
            db -> db.put(Keys.nameOf(1), "Ada".getBytes(StandardCharsets.UTF_8))),
        harm("zoe", 1, "This life has no facts", db -> name(db, "zoe", 4)),
        harm(
            "ada",
            1,
            "kind 1 is not in the journal (and so up to fact " + ADAS + ")",
            db -> db.delete(Keys.kind(1))),
        harm(null, 0, "Kind 1 of facts can't be read", db -> db.put(Keys.kind(1), RUBBISH)),
        harm(null, 0, "Kind 2 of facts is missing", db -> db.put(Keys.kind(3), RUBBISH)),
        harm(
            null,
            0,
            "Kind 2 of facts is there twice",
            db -> db.put(Keys.kind(2), db.get(Keys.kind(1)))),
        harm(
            "ada",
            1,
            "It isn't known who wrote this fact (and so up to fact 50)",
            db -> db.delete(Keys.writer(1, 1))),
        harm(
            "ada",
            51,
            "Who wrote from this fact on can't be read",
            db -> db.put(Keys.writer(1, 51), RUBBISH)),
        harm(
            "bob",
            31,
            "Its bytes are not a fact's",
            db -> db.put(Keys.facts(2, 31), rowOfRubbish())),
        harm(
            null,
            0,
            "The next life would get number 3, but there is a life of number 3",
            db -> db.put(Keys.NEXT_LIFE, Keys.bytes(3))),
        harm(
            null,
            0,
            "It isn't known which number the next life gets",
            db -> db.delete(Keys.NEXT_LIFE)),
        harm(
            "eve",
            1,
            "Up to which fact this life is erased can't be read",
            db -> db.put(Keys.erased(3), RUBBISH)),
        harm(
            "eve",
            21,
            "This row is still there, though facts are erased up to 35",
            db -> db.put(Keys.erased(3), Keys.bytes(35L))),
        harm("eve", 1, "Facts 1 to 20 are missing", db -> db.delete(Keys.erased(3))),
        harm(
            "ada",
            1,
            "This fact has no place in the order",
            db -> {
              db.delete(Keys.order(1));
              db.put(Keys.order(1), run(2, 1, 10));
            }),
        harm(
            null,
            0,
            "Positions 1 to 10 of the order of all facts are missing",
            db -> db.delete(Keys.order(1))),
        harm(null, 0, "Position 1 of the order of all facts can't", db -> order(db, 1, RUBBISH)),
        harm(
            null,
            0,
            "Position 11 of the order of all facts stands in two rows",
            db -> order(db, 1, run(1, 1, 11))),
        harm("ada", 1, "This fact stands twice in the order", db -> order(db, 11, run(1, 1, 10))),
        harm(
            "ada",
            ADAS + 1,
            "which is not in the journal",
            db -> order(db, end(db), run(1, ADAS + 1, 1))),
        harm(
            "number 77", 1, "which is not in the journal", db -> order(db, end(db), run(77, 1, 1))),
        harm(
            "eve",
            (EVES - 1) / HarmedJournal.FACTS_OF_A_ROW * HarmedJournal.FACTS_OF_A_ROW + 1,
            "This fact has no place in the order",
            ACheckupFindsWhatIsDamagedTest::forgetTheLast),
        harm(null, 0, "a row that nobody knows, 7275626269", db -> db.put(RUBBISH, RUBBISH)),
        harm(null, 0, "Its format is none", db -> db.delete(Keys.VERSION)));
  }

  private static byte[] run(int life, long firstSeq, long count) {
    return new OrderRow(1, List.of(new OrderRow.Run(life, firstSeq, count))).encode();
  }

  private static void order(RocksDB db, long position, byte[] row) throws RocksDBException {
    db.put(Keys.order(position), row);
  }

  /** The position after the last one. */
  private static long end(RocksDB db) throws RocksDBException {
    return lastRow(db).lastPosition() + 1;
  }

  private static OrderRow lastRow(RocksDB db) throws RocksDBException {
    try (RocksIterator rows = db.newIterator()) {
      rows.seekForPrev(Keys.order(Long.MAX_VALUE));
      rows.status();
      return OrderRow.decode(rows.key(), rows.value());
    }
  }

  private static void forgetTheLast(RocksDB db) throws RocksDBException {
    db.delete(lastRow(db).key());
  }

  private static Arguments harm(@Nullable String life, long seq, String problem, Harm harm) {
    return arguments(life, seq, problem, harm);
  }

  private static void cut(RocksDB db, byte[] key, int facts) throws RocksDBException {
    byte[] row = db.get(key);
    FactRow whole = FactRow.decode(key, row);
    int kept = 1;
    for (int i = 0; i < facts - 1; i++) {
      int length = whole.record(Keys.seq(key) + i).length;
      kept += length + (length < 128 ? 1 : 2);
    }
    db.put(key, Arrays.copyOf(row, kept + 2));
  }

  private static void name(RocksDB db, String name, int number) throws RocksDBException {
    db.put(Keys.lifeNamed(name), Keys.bytes(number));
    db.put(Keys.nameOf(number), name.getBytes(StandardCharsets.UTF_8));
    db.put(Keys.NEXT_LIFE, Keys.bytes(number + 1));
  }

  /** Ten facts that are written well and mean nothing. */
  private static byte[] rowOfRubbish() {
    NewFact fact = NewFact.of(new Payload(FactSerializer.KIND, RUBBISH), null, 5);
    return FactRow.encode(Collections.nCopies(10, FactRecord.encode(fact, 0, _ -> 1)));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("harms")
  void each_harm_is_named_at_its_place(@Nullable String life, long seq, String problem, Harm harm) {
    HarmedJournal.harm(directory, harm);
    Report report = checkup();
    assertThat(report.isWhole()).isFalse();
    assertThat(report.findings())
        .anySatisfy(finding -> {
          assertThat(finding.weight()).isEqualTo(Weight.DAMAGE);
          assertThat(finding.problem()).contains(problem);
          assertThat(finding.where().life().orElse(null)).isEqualTo(life);
          assertThat(finding.where().seq().orElse(0)).isEqualTo(seq);
          assertThat(finding.remedy()).contains("backup");
        });
    assertThat(report.damages()).isEqualTo(report.findings().size()).isLessThan(10);
  }

  @Test
  void all_harms_are_told_of_and_not_the_first_alone() throws Exception {
    HarmedJournal.harm(
        directory,
        db -> {
          db.delete(Keys.facts(1, 41));
          db.put(Keys.facts(1, 101), new byte[] {127});
          db.delete(Keys.facts(1, 201));
          db.put(Keys.facts(2, 31), rowOfRubbish());
          db.delete(Keys.lifeNamed("eve"));
          db.put(RUBBISH, RUBBISH);
          db.delete(Keys.NEXT_LIFE);
        });
    Report report = checkup();
    assertThat(report.findings())
        .extracting(finding -> finding.where().life().orElse("-") + finding.where().seq().orElse(0))
        .containsExactlyInAnyOrder("ada41", "ada101", "ada201", "bob31", "eve1", "-0", "-0");
    assertThat(report.unreadableFacts()).isEqualTo(10);
    assertThat(report.facts()).isEqualTo(HarmedJournal.facts() - 30);
    assertThat(report.lives()).isEqualTo(3);
  }

  @Test
  void of_very_many_harms_the_first_are_listed_and_all_are_counted() {
    HarmedJournal.harm(
        directory,
        db -> {
          for (int i = 0; i < 5_000; i++) {
            db.put(("X" + i).getBytes(StandardCharsets.UTF_8), RUBBISH);
          }
        });
    Report report = checkup();
    assertThat(report.findings()).hasSize(100);
    assertThat(report.damages()).isEqualTo(5_000);
  }

  @Test
  void a_life_that_is_still_arriving_is_no_damage() {
    try (FactStore store = FactStore.open(directory);
        Arrival arrival = Arrival.of(store, new LifeId("zoe"))) {
      HarmedJournal.ADA.addTo(arrival);
      Report report = checkup();
      assertThat(report.isWhole()).isTrue();
      assertThat(report.arriving()).isEqualTo(1);
      assertThat(report.lives()).isEqualTo(3);
      assertThat(report.notes()).isEqualTo(1);
      assertThat(report.findings()).extracting(Finding::weight).containsExactly(Weight.NOTE);
    }
    assertThat(checkup().findings()).isEmpty();
  }
}
