package life.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import life.being.Given;
import life.being.LawSettings;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeTest {
  static final List<Long> SEEDS = LongStream.rangeClosed(1, 120).boxed().toList();

  /** What a sentence of these words may rest on. */
  private static final TreeMap<String, List<String>> TOLD_OF = new TreeMap<>();

  static {
    TOLD_OF.put(" was born into ", List.of("born"));
    TOLD_OF.put(" it died of ", List.of("died"));
    TOLD_OF.put("It slept ", List.of("fell-asleep", "woke"));
    TOLD_OF.put("It learned ", List.of("observed"));
    TOLD_OF.put("It came to expect ", List.of("observed"));
    TOLD_OF.put("It grew a little ", List.of("adapted", "rolled-back"));
    TOLD_OF.put(" came back to it ", List.of("met", "echoed"));
    TOLD_OF.put(" caught itself remembering ", List.of("met", "echoed"));
    TOLD_OF.put("What it met reminded it ", List.of("met", "recalled"));
    TOLD_OF.put(" to waste away ", List.of("degraded"));
    TOLD_OF.put(" it began to fail.", List.of("degraded"));
    TOLD_OF.put(" it had recovered.", List.of("recovered"));
    TOLD_OF.put("It pulled through ", List.of("recovered"));
    TOLD_OF.put("Against that stood ", List.of("met"));
    TOLD_OF.put("What helped was ", List.of("met"));
    TOLD_OF.put("It was eased by ", List.of("met"));
    TOLD_OF.put(", the hardest of ", List.of("met"));
    TOLD_OF.put("took it softly", List.of("met"));
    TOLD_OF.put("sleep kept ", List.of("met", "consolidated"));
  }

  private static Tale told(List<SeededLife.Step> steps, Narrative narrative) {
    steps.forEach(step -> narrative.next(step.before(), step.fact(), step.after()));
    return narrative.tale().orElseThrow();
  }

  private static Tale life(List<SeededLife.Step> steps) {
    return told(steps, Narrative.ofLife(living(steps).tick(), 1));
  }

  private static Alive living(List<SeededLife.Step> steps) {
    return switch (steps.getLast().after()) {
      case Alive alive -> alive;
      case Dead dead -> dead.last();
      case life.being.SelfState.Unborn _ -> throw new AssertionError("not born");
    };
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void whatIsToldRestsOnFactsOfWhichItTells(long seed) {
    var steps = SeededLife.of(seed, 3 + (double) (seed % 5));
    check(seed, life(steps), steps);
    for (long day = 1; day <= 3; day++) {
      check(seed, told(steps, Narrative.of(Scope.DAY, day, 1)), steps);
    }
    check(seed, told(steps, Narrative.of(Scope.HOUR, 1 + seed % 60, 1)), steps);
  }

  private static void check(long seed, Tale tale, List<SeededLife.Step> steps) {
    for (var paragraph : tale.paragraphs()) {
      assertThat(paragraph.statements()).isNotEmpty();
      for (var statement : paragraph.statements()) {
        assertThat(statement.words()).endsWith(".").doesNotContain("null");
        assertThat(statement.seqs())
            .as("seed %d: %s", seed, statement)
            .isSorted()
            .hasSizeBetween(1, Statement.MOST_SEQS)
            .allMatch(seq -> seq >= 1 && seq <= steps.size());
        TOLD_OF.forEach((words, types) -> {
          if (statement.words().contains(words)) {
            var named = new TreeSet<String>();
            statement.seqs().forEach(seq -> named.add(steps.get(seq.intValue() - 1).fact().type()));
            assertThat(types).as("seed %d: %s", seed, statement).containsAll(named);
          }
        });
      }
    }
  }

  @Test
  void aDayOfALifeReadsLikeThis() {
    var steps = SeededLife.of(3, 2.5, SeededLife.WORLD, LawSettings.DEFAULT);
    assertThat(words(told(steps, Narrative.of(Scope.DAY, 2, 1)))).containsExactly(GOLDEN_DAY);
  }

  private static final String[] GOLDEN_DAY = {
    "Ada began the day awake, in a serene mood. [1115]",
    "It had to take ten shocks, the hardest of 0.98, far more than the day before, besides 17 conflicts and 91 noises. [1121, 1141, 1151, 1175, 1247, 1261, 1265, 1336, 1360, 1573, 1644, 1980]",
    "Against that stood 93 recoveries, eight insights and ten connections. [1124, 1129, 1138, 1251, 1486, 1494, 1528, 1620, 1655, 2052, 2197, 2213]",
    "It was too weak to take it lightly. [1272, 1375, 1380]",
    "It was worst off at 06:32. [1383]",
    "Unbidden, an old shock of 0.79 came back to it at 21:54. [726, 2171]",
    "It slept four hours, from 13:46 to 18:11, and was roused. [1721, 1981]",
    "What sleep kept above all was a shock of 0.80. [1247, 1774]",
    "It ended the day awake and serene. [1115, 2312]"
  };

  private static List<String> words(Tale tale) {
    return tale.paragraphs().stream()
        .flatMap(paragraph -> paragraph.statements().stream())
        .map(statement -> statement.words() + " " + statement.seqs())
        .toList();
  }

  @Test
  void theSameDayIsToldInTheSameWordsWhereverTheTellerBegan() {
    var steps = SeededLife.of(9, 5);
    var all = told(steps, Narrative.of(Scope.DAY, 4, 1));
    var narrative = Narrative.of(Scope.DAY, 4, 1);
    var late =
        steps.stream()
            .filter(step -> step.before() instanceof Alive a && a.tick() >= Given.days(1.5))
            .toList();
    assertThat(told(late, narrative)).isEqualTo(all);
  }

  @Test
  void daysAreNotAllToldAlike() {
    var steps = SeededLife.of(4, 12, SeededLife.WORLD, LawSettings.DEFAULT.withMortality(false));
    var first = new TreeSet<String>();
    for (long day = 2; day <= 12; day++) {
      var opening = told(steps, Narrative.of(Scope.DAY, day, 1)).paragraphs().getFirst();
      first.add(opening.statements().getFirst().words().replaceAll("\\d+", "N"));
    }
    assertThat(first.size()).isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 5, 13, 40, 100})
  void aLifeIsToldInAFewChaptersHoweverLongItIs(double days) {
    var steps = SeededLife.of(6, days, Given.QUIET, LawSettings.DEFAULT.withMortality(false));
    assertThat(life(steps).paragraphs()).hasSizeBetween(1, Narrative.MOST_CHAPTERS);
  }

  @Test
  void aDeathEndsTheTale() {
    var steps = SeededLife.of(1, 9, Given.QUIET, LawSettings.DEFAULT);
    assertThat(steps.getLast().after()).isInstanceOf(Dead.class);
    assertThat(life(steps).paragraphs().getLast().statements().getLast().words())
        .endsWith("it died of starvation.");
  }

  @Test
  void aDayThatHasNotComeHasNothingToTell() {
    assertThat(told(SeededLife.of(1, 1.5), Narrative.of(Scope.DAY, 7, 1)).paragraphs()).isEmpty();
    assertThatThrownBy(() -> Narrative.of(Scope.DAY, 0, 1)).hasMessageContaining("day");
  }
}
