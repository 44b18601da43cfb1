package life.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import life.cli.Shape.Box;
import life.cli.Shape.Text;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoryTest {
  static Stream<Named<ObjectNode>> lives() {
    return Stream.of(
        Named.of("two days", Told.life(1, Told.DEFAULT, 2 * Told.DAY)),
        Named.of("until it died", Told.life(1, Told.DESERT, 9 * Told.DAY)),
        Named.of("a minute", Told.life(1, Told.DEFAULT, 60)),
        Named.of("thirty days", Told.life(4, Told.DEFAULT, 30 * Told.DAY)),
        Named.of("only just born", Told.life(1, Told.DEFAULT, 0)),
        Named.of("its third hour", Told.life(1, Told.DEFAULT, Told.DAY, 7_200, 10_800)),
        Named.of("beyond its death", Told.life(1, Told.DESERT, 9 * Told.DAY, 0, 9 * Told.DAY)),
        Named.of("before and after", Told.life(1, Told.DESERT, 9 * Told.DAY, 275_000, 283_000)),
        Named.of("not yet lived", Told.life(1, Told.DEFAULT, 60, 100, 200)),
        Named.of("late and short", late()),
        Named.of("ticks of a millisecond", ticking(0.001)),
        Named.of("ticks of an hour", ticking(3_600)),
        Named.of("a long name", Told.life(2, Told.DEFAULT, 600).put("life", "a".repeat(63))));
  }

  /** The ages on its axis have all four parts. */
  private static ObjectNode late() {
    var series = Told.life(1, Told.DEFAULT, 100);
    long later = 1_000 * Told.DAY + 86_000;
    for (var bucket : series.path("buckets")) {
      ((ObjectNode) bucket)
          .put("tick", bucket.path("tick").asLong() + later)
          .put("until", bucket.path("until").asLong() + later);
    }
    return series.put("from", later).put("to", later + 100).put("age", "P1001D");
  }

  private static ObjectNode ticking(double seconds) {
    return Told.life(1, Told.DEFAULT, 500).put("tickSeconds", seconds);
  }

  @ParameterizedTest
  @MethodSource("lives")
  void noWordsCoverOthers(ObjectNode series) {
    var texts = texts(Story.of(series));
    for (int i = 0; i < texts.size(); i++) {
      for (var other : texts.subList(i + 1, texts.size())) {
        assertThat(overlap(texts.get(i), other)).as(texts.get(i) + " and " + other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void theLineOfDeathCrossesNoWords(ObjectNode series) {
    var picture = Story.of(series);
    var deaths = picture.shapes().stream().filter(s -> s instanceof Box && s.ink() == Ink.DEATH);
    for (var death : deaths.filter(s -> s.right() - s.left() < 2).toList()) {
      for (var text : texts(picture)) {
        assertThat(overlap(text, death)).as("death and " + text).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void everyPanelHasANameAndAUnit(ObjectNode series) {
    assertThat(words(Story.of(series)))
        .contains("energy", "percent", "stability", "integrity", "share of 1")
        .contains("drive", "distance from the ideal, 0 to 31.1")
        .contains("felt time", "felt seconds a second")
        .contains("stimuli met", "sleep", "phase", "asleep", "awake", "degrading");
  }

  @Test
  void aLifeHasATitleAndRoundAges() {
    assertThat(words(Story.of(Told.life(1, Told.DEFAULT, 2 * Told.DAY))))
        .contains("ada", "lived 2d (ticks 0 to 172800, 1 s each), alive")
        .containsSubsequence("birth", "6h", "12h", "18h", "1d", "1d 6h", "1d 12h", "1d 18h", "2d");
  }

  @Test
  void theEndIsMarked() {
    var died = Story.of(Told.life(1, Told.DESERT, 9 * Told.DAY));
    assertThat(words(died)).contains("died at 3d 6h", "death");
    assertThat(words(died)).anyMatch(w -> w.endsWith("died of starvation"));
    assertThat(words(Story.of(Told.life(1, Told.DEFAULT, 60)))).doesNotContain("death");
  }

  @Test
  void aPartOfALifeSaysWhichOne() {
    assertThat(words(Story.of(Told.life(1, Told.DEFAULT, Told.DAY, 7_200, 10_800))))
        .contains("from 2h to 3h (ticks 7200 to 10800, 1 s each), alive");
    assertThat(words(Story.of(Told.life(1, Told.DEFAULT, Told.DAY, 0, 3_600))))
        .contains("its first 1h (ticks 0 to 3600, 1 s each), alive");
  }

  @Test
  void whatComesAfterDeathIsNotLived() {
    var series = Told.life(1, Told.DESERT, 9 * Told.DAY, 0, 9 * Told.DAY);
    assertThat(words(Story.of(series)))
        .contains("lived 3d 6h (ticks 0 to 777600, 1 s each), died of starvation", "dead", "9d");
  }

  @Test
  void aShockIsSeenThoughItIsShorterThanAPixel() {
    var series = Told.life(3, Told.DEFAULT, 30 * Told.DAY);
    double least = 1;
    for (var bucket : series.path("buckets")) {
      least = Math.min(least, bucket.path("stability").get(0).asDouble());
    }
    var lines = Story.of(series).shapes().stream().filter(s -> s.ink() == Ink.STABILITY).toList();
    double lowest = lines.stream().mapToDouble(Shape::bottom).max().orElseThrow();
    double highest =
        lines.stream().filter(Box.class::isInstance).mapToDouble(Shape::top).min().orElseThrow();
    assertThat((lowest - highest) / 58).isBetween(1 - least, 1 - least + 0.03);
  }

  @Test
  void theStrongestStimuliAreNamed() {
    var series = Told.life(1, Told.DEFAULT, 2 * Told.DAY);
    double most = 0;
    var name = "";
    for (var bucket : series.path("buckets")) {
      if (bucket.path("strongest").path("intensity").asDouble() > most) {
        most = bucket.path("strongest").path("intensity").asDouble();
        name = bucket.path("strongest").path("kind").asText();
      }
    }
    assertThat(words(Story.of(series))).contains(name + " " + Panel.number(most));
  }

  @Test
  void aShapeOutsideOfItsPictureIsRefused() {
    var outside = new Box(5, 5, 6, 1, Ink.TEXT);
    assertThatThrownBy(() -> new Picture(10, 10, List.of(outside))).hasMessageContaining("within");
    assertThatThrownBy(() -> new Box(1, 1, 0, 1, Ink.TEXT)).hasMessageContaining("wider");
  }

  private static List<Text> texts(Picture picture) {
    return picture.shapes().stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
  }

  private static List<String> words(Picture picture) {
    return texts(picture).stream().map(Text::words).toList();
  }

  private static boolean overlap(Shape one, Shape other) {
    return one.left() < other.right()
        && other.left() < one.right()
        && one.top() < other.bottom()
        && other.top() < one.bottom();
  }
}
