package life.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style of a page about a life can be read by everybody. */
class StoryStyleTest {
  @Test
  void lettersStandOutFromThePaperInLightAndDark() {
    var page = StoryPage.style();
    int dark = page.indexOf("prefers-color-scheme: dark");
    for (var part : List.of(page.substring(0, dark), page.substring(dark))) {
      var paper = colour(part, "paper");
      for (var ink :
          List.of("text", "faint", "energy", "stability", "integrity", "pace", "note", "red")) {
        assertThat(contrast(colour(part, ink), paper)).as(ink).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  private static int colour(String style, String name) {
    var found = Pattern.compile("--" + name + ": #([0-9a-f]{6});").matcher(style);
    assertThat(found.find()).as(name).isTrue();
    return Integer.parseInt(found.group(1), 16);
  }

  /** As WCAG 2 counts it. */
  private static double contrast(int a, int b) {
    double high = Math.max(luminance(a), luminance(b));
    double low = Math.min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int value) {
    double share = (value & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
