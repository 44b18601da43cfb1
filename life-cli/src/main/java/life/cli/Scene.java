package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How a life is now, what came lately, and what was noticed, on one screen. */
final class Scene {
  /** Facts that only tell that time passes, or that repeat what others tell. */
  private static final Set<String> QUIET = Set.of("lived", "marked", "observed");

  private static final int MOST_KEPT = 200;
  private static final int AROUND = 12;
  private static final int NAME = 11;
  private static final int NUMBER = 7;
  private static final double FULL_DRIVE = 31.1;
  private static final double FULL_RATE = 3;

  /** What is drawn as a bar: where it stands in the state, and how much is full. */
  private record Gauge(String path, double full, int decimals, boolean isGood) {}

  private static final Map<String, Gauge> GAUGES = gauges();

  private final Paint paint;
  private final boolean unicode;
  private final Map<String, Sparkline> courses = new LinkedHashMap<>();
  private final Deque<JsonNode> happenings = new ArrayDeque<>();
  private final Map<Integer, JsonNode> noticed = new TreeMap<>();
  private JsonNode state = Json.object();
  private String doing = "";
  private String news = "";

  Scene(Paint paint, boolean unicode) {
    this.paint = paint;
    this.unicode = unicode;
  }

  private static Map<String, Gauge> gauges() {
    var gauges = new LinkedHashMap<String, Gauge>();
    gauges.put("energy", new Gauge("/vitals/energy", 100, 1, true));
    gauges.put("stability", new Gauge("/vitals/stability", 1, 2, true));
    gauges.put("integrity", new Gauge("/vitals/integrity", 1, 2, true));
    gauges.put("drive", new Gauge("/drive", FULL_DRIVE, 2, false));
    gauges.put("sleepiness", new Gauge("/sleepPressure", 1, 2, false));
    gauges.put("felt time", new Gauge("/feltRate", FULL_RATE, 2, false));
    return gauges;
  }

  /** How it is now. */
  void is(JsonNode now) {
    state = now;
    GAUGES.forEach((name, gauge) -> {
      var value = now.at(gauge.path());
      if (value.isNumber()) {
        course(name).add(value.asDouble());
      }
    });
  }

  private Sparkline course(String gauge) {
    return courses.computeIfAbsent(gauge, _ -> new Sparkline());
  }

  /** How it is doing, in words; empty if that is not known. */
  void does(String sentence) {
    doing = sentence;
  }

  /** A fact of its life. */
  void happened(JsonNode fact) {
    if (!QUIET.contains(fact.path("type").asText())) {
      happenings.addFirst(fact);
      if (happenings.size() > MOST_KEPT) {
        happenings.removeLast();
      }
    }
  }

  /** A new version of an observation. */
  void noticed(JsonNode one) {
    noticed.put(one.path("number").asInt(), one);
    if (noticed.size() > MOST_KEPT) {
      noticed.remove(noticed.keySet().iterator().next());
    }
  }

  /** What there is to say about the watching itself. */
  void say(String text) {
    news = text;
  }

  /** The lines of the screen; none is longer than it is wide, and there are not more than rows. */
  List<String> lines(Tty.Size size) {
    var lines = new ArrayList<String>();
    int width = size.columns() - 1;
    lines.add(title(width));
    lines.add(cut(condition(), width));
    lines.add("");
    GAUGES.forEach((name, gauge) -> lines.add(gauge(name, gauge, width)));
    int free = Math.max(0, size.rows() - AROUND);
    int below = Math.min(noticed.size(), (free + 2) / 3);
    lines.add("");
    happenings.stream()
        .limit(Math.max(0, free - below))
        .forEach(fact -> lines.add(cut(line(fact), width)));
    while (lines.size() < size.rows() - below - 2) {
      lines.add("");
    }
    lines.add(paint.faint(cut("noticed", width)));
    var latest = new ArrayList<>(noticed.values()).reversed();
    latest.stream().limit(below).forEach(one -> lines.add(observation(one, width)));
    lines.add(paint.faint(cut("q quits" + (news.isEmpty() ? "" : "   " + news), width)));
    return lines.subList(0, Math.min(lines.size(), size.rows()));
  }

  private String title(int width) {
    var phase = state.path("phase").asText("-");
    var name = state.path("id").asText("-");
    var rest =
        "  %s, felt as %s  #%s"
            .formatted(
                Age.of(state.path("age").asText("-")),
                Age.of(state.path("subjectiveAge").asText("-")),
                state.path("seq").asText("-"));
    var left = width - name.length() - phase.length() - 2;
    return paint.strong(name) + "  " + paint.phase(phase, phase) + cut(rest, left);
  }

  /** In a few words how it is doing. */
  private String condition() {
    var cause = state.path("cause");
    if (cause.isTextual()) {
      return "died of " + cause.asText();
    }
    if (!doing.isEmpty()) {
      return doing;
    }
    return (state.path("asleep").asBoolean() ? "asleep" : "awake")
        + ", %d in mind, %d remembered, %d waiting"
            .formatted(
                state.path("memory").path("short").size(),
                state.path("memory").path("long").size(),
                state.path("agenda").size());
  }

  private String gauge(String name, Gauge gauge, int width) {
    int bar = Math.clamp((width - NAME - NUMBER - 2) / 3, 8, 30);
    var value = state.at(gauge.path());
    var drawn = new Bar(bar, unicode).of(value.asDouble(), gauge.full());
    double share = value.asDouble() / gauge.full();
    var painted =
        gauge.isGood() && share < 0.2
            ? paint.bad(drawn)
            : gauge.isGood() && share < 0.4 ? paint.warning(drawn) : drawn;
    var number = "%7s".formatted(Json.number(value, gauge.decimals()));
    int left = Math.max(0, width - NAME - bar - number.length() - 2);
    return "%-11s".formatted(name)
        + painted
        + number
        + "  "
        + paint.faint(course(name).of(left, gauge.full(), unicode));
  }

  private static String line(JsonNode fact) {
    return "%14s  %s".formatted(Age.of(fact.path("age").asText("-")), FactLine.words(fact));
  }

  private String observation(JsonNode one, int width) {
    var severity = one.path("severity").asText();
    var text =
        "%3d %-7s  %s%s"
            .formatted(
                one.path("number").asInt(),
                severity,
                one.path("open").asBoolean() ? "" : "(over) ",
                one.path("words").asText());
    var shown = cut(text, width);
    return one.path("open").asBoolean()
        ? new ObservationLines(paint, width).severe(severity, shown)
        : paint.faint(shown);
  }

  private static String cut(String text, int width) {
    var line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= width ? line : line.substring(0, Math.max(0, width));
  }
}
