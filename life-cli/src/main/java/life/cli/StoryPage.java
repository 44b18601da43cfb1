package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A life as one page that needs nothing else: no network, no script. It is right as HTML and as
 * XML, and the same for the same life.
 */
final class StoryPage {
  private static final String STYLE = style();
  private static final double NANOS = 1e9;

  /** What may be loaded: nothing, and of styles only the one that stands in the page. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  private final StorySources sources;
  private final Markup out = new Markup();

  private StoryPage(StorySources sources) {
    this.sources = sources;
  }

  static String of(StorySources sources) {
    return new StoryPage(sources).all();
  }

  private String all() {
    out.raw("<!DOCTYPE html>\n");
    out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    head();
    out.open("body").open("main");
    heading();
    legend();
    out.open("figure");
    for (var size : ChartSize.values()) {
      StoryChart.draw(sources, size, out);
    }
    out.close();
    new StorySections(sources, out).draw();
    foot();
    out.close().close().close();
    return out.text();
  }

  private void head() {
    out.open("head");
    out.empty("meta", "charset", "utf-8");
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.empty("meta", "name", "color-scheme", "content", "light dark");
    out.empty("meta", "name", "referrer", "content", "no-referrer");
    out.words("title", "The life of " + sources.series().life());
    out.open("style").raw(STYLE).close().close();
  }

  private void heading() {
    var state = sources.state();
    out.open("header").words("h1", sources.series().life());
    out.open("p");
    item("born " + born(state));
    item("lived " + span(state.path("age").asText("")));
    item("felt " + span(state.path("subjectiveAge").asText("")));
    long stimuli = sources.series().buckets().stream().mapToLong(Series.Bucket::stimuli).sum();
    item(counted(stimuli, "stimulus", "stimuli"));
    item(counted(sources.observations().size(), "observation", "observations"));
    out.words("b", standing(), "class", state.path("alive").asBoolean() ? "alive" : "dead");
    out.close().close();
  }

  private void item(String words) {
    out.words("span", words).words(" ");
  }

  private static String counted(long count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  private String standing() {
    var series = sources.series();
    return new Heading(series).standing()
        + (sources.state().path("alive").asBoolean()
            ? ""
            : " at " + TimeAxis.words(series.ageSeconds()));
  }

  private static String born(JsonNode state) {
    var born = state.path("born").asText("-");
    return born.length() >= 16 ? born.substring(0, 16).replace('T', ' ') + " UTC" : born;
  }

  /** A span of ISO-8601 in its two largest parts; what is none, as it came. */
  static String span(String iso) {
    try {
      return TimeAxis.words(Math.floor(Duration.parse(iso).toNanos() / NANOS));
    } catch (DateTimeException | ArithmeticException e) {
      return iso;
    }
  }

  private void legend() {
    out.open("ul", "class", "legend");
    for (var vital : StoryChart.Vital.values()) {
      key("course " + vital.word(), vital.word() + " %");
    }
    key("course pace", "felt / physical time");
    if (any(bucket -> bucket.stimuli() > 0)) {
      key("stimulus", "a strong stimulus");
    }
    if (any(bucket -> bucket.asleep() > 0)) {
      area("asleep", "asleep");
    }
    if (!sources.observations().isEmpty()) {
      area("odd", "something odd");
    }
    for (var phase : List.of("ALIVE", "DEGRADING", "DEAD")) {
      if (any(bucket -> bucket.phase().equals(phase))) {
        var word = phase.toLowerCase(Locale.ROOT);
        area("phase " + word, word);
      }
    }
    if (!sources.notes().isEmpty()) {
      key("pin", "a note");
    }
    sources
        .other()
        .ifPresent(other ->
            key(
                "course other energy",
                (other.isBranch() ? "what if: " : "") + other.series().life()));
    out.close();
  }

  private boolean any(Predicate<Series.Bucket> what) {
    return sources.series().buckets().stream().anyMatch(what);
  }

  private void key(String name, String words) {
    sample("path", name, words, "d", "M1 5H23");
  }

  private void area(String name, String words) {
    sample("rect", name, words, "width", "24", "height", "10");
  }

  private void sample(String shape, String name, String words, String... place) {
    out.open("li").open("svg", "viewBox", "0 0 24 10", "aria-hidden", "true");
    var attributes = new String[place.length + 2];
    attributes[0] = "class";
    attributes[1] = name;
    System.arraycopy(place, 0, attributes, 2, place.length);
    out.empty(shape, attributes).close().words("span", words).close();
  }

  /** What it takes to find the same life again. */
  private void foot() {
    var state = sources.state();
    out.open("footer");
    out.words(
        "p",
        "Written by Life from the %s facts of %s: seed %s, world %s, laws %s, state %s."
            .formatted(
                state.path("seq").asText("-"),
                sources.series().life(),
                state.path("seed").asText("-"),
                state.path("world").asText("-"),
                state.path("laws").path("version").asText("-"),
                state.path("hash").asText("-")));
    out.close();
  }

  /** How it looks, in CSS. */
  static String style() {
    try (InputStream in = StoryPage.class.getResourceAsStream("story.css")) {
      if (in == null) {
        throw new IllegalStateException("the style of the page is missing in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String style) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
