package life.app;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser: the Chromium of this machine, driven through its Node.js. Where one of them is
 * missing the tests say so and are skipped; with {@code LIFE_BROWSER=required} they fail.
 */
final class Browser implements AutoCloseable {
  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path node, Path chromium) {
    System.setProperty("playwright.nodejs.path", node.toString());
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static Browser open() {
    var node = onPath(List.of("node", "nodejs"));
    var chromium = onPath(CHROMIUM);
    if (node.isEmpty() || chromium.isEmpty()) {
      var missing =
          "The page is not tested: there is no "
              + (chromium.isEmpty() ? "Chromium (" + String.join(", ", CHROMIUM) + ")" : "Node.js")
              + " on the PATH; on Debian: apt-get install chromium nodejs";
      if ("required".equals(System.getenv("LIFE_BROWSER"))) {
        throw new AssertionError(missing);
      }
      System.err.println(missing);
      return abort(missing);
    }
    return new Browser(node.get(), chromium.get());
  }

  private static Optional<Path> onPath(List<String> names) {
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return names.stream()
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Somebody who comes to the page for the first time, with a window of 1,440 by 900. */
  Visitor visitor(URI home) {
    return new Visitor(chromium.newContext(Visitor.usual()), home);
  }

  /** The same with other wishes. */
  Visitor visitor(URI home, com.microsoft.playwright.Browser.NewContextOptions wishes) {
    return new Visitor(chromium.newContext(wishes), home);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
