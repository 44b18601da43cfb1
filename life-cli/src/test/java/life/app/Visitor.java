package life.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody at the page, with eyes for what goes wrong in it. */
final class Visitor implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int POLL_MILLIS = 40;
  private static final JsonMapper JSON = new JsonMapper();

  /** What a browser says of a server that is down; the page says it in words of its own. */
  private static final String UNREACHABLE = "net::ERR_";

  private final BrowserContext context;
  private final URI home;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext context, URI home) {
    this.context = context;
    this.home = home;
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    page.onPageError(complaints::add);
  }

  static NewContextOptions usual() {
    return new NewContextOptions()
        .setViewportSize(1_440, 900)
        .setColorScheme(ColorScheme.DARK)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /** Goes to an address of the page, such as {@code #/ada}. */
  Visitor at(String address) {
    page.navigate("about:blank");
    page.navigate(home.resolve("/" + address).toString());
    return this;
  }

  Page page() {
    return page;
  }

  Locator one(String selector) {
    return page.locator(selector);
  }

  String text(String selector) {
    return page.locator(selector).first().textContent();
  }

  /** The hash of the address. */
  String address() {
    return URI.create(page.url()).getRawFragment();
  }

  /** The fact right after which everything is shown; waits for the first. */
  long seq() {
    page.waitForSelector("#one[data-seq]:not([aria-busy])");
    return Long.parseLong(page.getAttribute("#one", "data-seq"));
  }

  /** Waits until everything is shown as it was right after that fact. */
  Visitor seesFact(long seq) {
    page.waitForSelector("#one[data-seq='" + seq + "']");
    return this;
  }

  /** The numbers in the tiles, by where they stand in the state. */
  Map<String, Double> shown() {
    var shown = new TreeMap<String, Double>();
    for (var tile : page.locator("#tiles [data-path]").all()) {
      shown.put(tile.getAttribute("data-path"), Double.valueOf(tile.getAttribute("data-value")));
    }
    return shown;
  }

  /** Waits until that is so in the page, whose policy lets nobody wait within it. */
  Visitor waits(String expression) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var holds = "Promise.resolve(" + expression + ").then(Boolean)";
    while (!Boolean.TRUE.equals(page.evaluate(holds))) {
      if (System.nanoTime() > deadline) {
        picture("waited-in-vain");
        throw new AssertionError("it never came to be that " + expression);
      }
      page.waitForTimeout(POLL_MILLIS);
    }
    return this;
  }

  /** The numbers of the facts in the list, from the latest to the first. */
  List<Long> facts() {
    return page.locator("#panel li").all().stream()
        .map(row -> Long.valueOf(row.getAttribute("data-seq")))
        .toList();
  }

  /** A picture of it as it is now. */
  Visitor picture(String name) {
    page.waitForTimeout(400); // for charts that are still drawn
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    return this;
  }

  /** Refuses what axe-core (WCAG 2.2 A and AA among its rules) calls serious or critical. */
  Visitor findsItAccessible(String when) {
    page.evaluate(axe());
    var found =
        page.evaluate(
            "async () => JSON.stringify((await axe.run()).violations"
                + ".filter(one => ['serious', 'critical'].includes(one.impact))"
                + ".map(one => one.id + ': ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')))");
    assertThat(found).as(when).isEqualTo("[]");
    return this;
  }

  private static String axe() {
    try (var in = Visitor.class.getResourceAsStream("/axe.min.js")) {
      return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same document from the server that the page has. */
  JsonNode asks(String path) {
    try {
      return JSON.readTree(page.request().get(home.resolve(path).toString()).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Errors and warnings of the page, but for requests that met no server. */
  List<String> complaints() {
    return complaints.stream().filter(one -> !one.contains(UNREACHABLE)).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
