package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Metrics as Prometheus reads them: every line is held to the text format 0.0.4. */
final class Exposition {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .*\\S.*");
  private static final Pattern TYPE =
      Pattern.compile(
          "# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*\\})? (NaN|[+-]Inf|-?[0-9.]+(?:E-?[0-9]+)?)");
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern LABELS = Pattern.compile("\\{" + LABEL + "(?:," + LABEL + ")*,?\\}");

  private final TreeMap<String, Double> samples = new TreeMap<>();
  private final TreeSet<String> described = new TreeSet<>();
  private final TreeMap<String, String> types = new TreeMap<>();

  /** Reads a text, every line of which must be right. */
  Exposition(String text) {
    assertThat(text).endsWith("\n");
    text.lines().forEach(this::read);
    assertThat(described).as("what is typed is described").isEqualTo(types.keySet());
  }

  private void read(String line) {
    var help = HELP.matcher(line);
    var type = TYPE.matcher(line);
    var sample = SAMPLE.matcher(line);
    if (help.matches()) {
      assertThat(described.add(help.group(1))).as("described twice: %s", line).isTrue();
    } else if (type.matches()) {
      assertThat(types.put(type.group(1), type.group(2))).as("typed twice: %s", line).isNull();
    } else {
      assertThat(sample.matches()).as(line).isTrue();
      if (sample.group(2) != null) {
        assertThat(sample.group(2)).matches(LABELS);
      }
      assertThat(family(sample.group(1))).as("a sample of a known family: %s", line).isNotEmpty();
      var series = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
      assertThat(samples.put(series, number(sample.group(3)))).as("told twice: %s", line).isNull();
    }
  }

  private String family(String name) {
    return types.containsKey(name)
        ? name
        : types.keySet().stream()
            .filter(known -> name.matches(Pattern.quote(known) + "_(bucket|count|sum)"))
            .findFirst()
            .orElse("");
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** The value of a series, such as {@code life_facts_total{kind="met"}}; it must be there. */
  double value(String series) {
    assertThat(samples).containsKey(series);
    return samples.getOrDefault(series, Double.NaN);
  }

  /** The value of a series; 0 if nothing was counted under it so far. */
  double count(String series) {
    return samples.getOrDefault(series, 0.0);
  }

  String type(String family) {
    return types.getOrDefault(family, "");
  }

  Set<String> families() {
    return types.keySet();
  }

  /** All series that begin so. */
  List<String> series(String beginning) {
    return samples.keySet().stream().filter(name -> name.startsWith(beginning)).toList();
  }

  /** The values of a label in all series of that name. */
  List<String> values(String name, String label) {
    var values = new ArrayList<String>();
    for (var one : series(name + "{")) {
      var found = Pattern.compile("[{,]" + label + "=\"([^\"]*)\"").matcher(one);
      if (found.find()) {
        values.add(found.group(1));
      }
    }
    return values;
  }
}
