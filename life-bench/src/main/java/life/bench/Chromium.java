package life.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine with one page, driven through its Node.js. */
final class Chromium implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Page page;
  private final CDPSession session;

  Chromium() {
    System.setProperty("playwright.nodejs.path", onPath("node").toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var launch = new LaunchOptions().setExecutablePath(onPath("chromium")).setArgs(OPTIONS);
    var context = playwright.chromium().launch(launch).newContext();
    page = context.newPage();
    page.setViewportSize(1_440, 900);
    session = context.newCDPSession(page);
  }

  private static Path onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no '" + name + "' on the PATH"));
  }

  Page page() {
    return page;
  }

  /** What the page's heap holds when all that nobody needs any more is gone, in bytes. */
  double alive() {
    session.send("HeapProfiler.collectGarbage");
    JsonObject usage = session.send("Runtime.getHeapUsage");
    return usage.get("usedSize").getAsDouble();
  }

  /** How much processor time all its processes have taken. */
  static Duration worked() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("chrom"))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
