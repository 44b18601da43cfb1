package life.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * What the observatory costs on a long life, in a real browser, beside the same page on a life that
 * has only just begun.
 *
 * @param facts how many the long life has
 * @param keep whether its data directory stays, and is used again
 * @param minutes for which the page is left open on the living being
 */
record Observing(long facts, boolean keep, int minutes) implements Benchmark {
  static final int USUAL_MINUTES = 3;

  private static final int VIEWS = 5;
  private static final int STEPS = 300;
  private static final int SETTLED_SECONDS = 30;
  private static final long NEARLY = 1_000;
  private static final Pattern WATCHED = Pattern.compile("\"seq\":(\\d+),\"head\":(\\d+)");
  private static final double MOST_VIEW_MILLIS = 1_000;
  private static final double MOST_STEP_MILLIS = 100;
  private static final double MOST_CORE = 0.2;
  private static final double MOST_GROWTH = 1.1;

  /** Resolves once all is drawn, with the milliseconds since the page was asked for. */
  private static final String DRAWN =
      """
      async () => {
        const { plots, stage, whole } = await import('/observatory/course.js');
        const isDrawn = () => document.querySelector('#one[data-seq]:not([aria-busy])')
          && stage.marks && plots.every((plot) => plot.chart) && whole.chart;
        while (!isDrawn()) await new Promise(requestAnimationFrame);
        return performance.now();
      }
      """;

  /** Resolves once the state at that tick is shown and painted, with the milliseconds it took. */
  private static final String STEP =
      """
      async (share) => {
        const scrub = document.getElementById('scrub'), where = document.getElementById('where');
        const tick = Math.floor(share * scrub.max), begin = performance.now();
        scrub.value = tick;
        scrub.dispatchEvent(new Event('input'));
        while (!where.textContent.includes(`tick ${tick} of`)) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - begin;
      }
      """;

  /** What was seen of one life. */
  private record Seen(double view, double median, double p95) {}

  @Override
  public List<Result> run(Ground ground) {
    var data = keep ? ground.data() : ground.folder();
    var results = new ArrayList<Result>();
    try {
      new DrawnLife(facts).in(ground, data);
      var young = young(ground);
      var served = Served.in(ground, data, "--speed", "10");
      try (served;
          var browser = new Chromium()) {
        awaitMonitor(served);
        var seen = seen(browser, served, DrawnLife.ID.slug());
        var of = ", " + Wording.number((double) facts) + " facts";
        results.add(
            Result.of("first view" + of, seen.view(), "ms")
                .beside("newborn", young.view())
                .atMost(MOST_VIEW_MILLIS));
        results.add(
            Result.of("scrub step, median" + of, seen.median(), "ms")
                .beside("newborn", young.median()));
        results.add(
            Result.of("scrub step, p95" + of, seen.p95(), "ms")
                .beside("newborn", young.p95())
                .atMost(MOST_STEP_MILLIS));
        live(browser, served, results);
      } finally {
        served.clear();
      }
      return results;
    } finally {
      if (!keep) {
        Ground.clear(data);
      }
    }
  }

  /** The monitor reads a life that it never saw from its beginning, which takes a while. */
  private static void awaitMonitor(Served served) {
    long behind;
    do {
      Pause.millis(1_000);
      var told = WATCHED.matcher(served.get("/v1/lives/" + DrawnLife.ID + "/observations?limit=1"));
      behind = told.find() ? Long.parseLong(told.group(2)) - Long.parseLong(told.group(1)) : NEARLY;
    } while (behind >= NEARLY);
  }

  private static Seen young(Ground ground) {
    var served = Served.start(ground);
    try (served;
        var browser = new Chromium()) {
      Pause.millis(3_000);
      return seen(browser, served, "ada");
    } finally {
      served.clear();
    }
  }

  private static Seen seen(Chromium browser, Served served, String life) {
    var page = browser.page();
    double[] views = new double[VIEWS];
    for (int i = 0; i < VIEWS; i++) {
      page.navigate("about:blank");
      page.navigate(served.home().resolve("/#/" + life).toString());
      views[i] = ((Number) page.evaluate(DRAWN)).doubleValue();
    }
    double[] steps = new double[STEPS];
    var random = new SplittableRandom(1);
    for (int i = 0; i < STEPS; i++) {
      steps[i] = ((Number) page.evaluate(STEP, random.nextDouble())).doubleValue();
    }
    Arrays.sort(views);
    Arrays.sort(steps);
    return new Seen(views[VIEWS / 2], steps[STEPS / 2], steps[STEPS * 95 / 100]);
  }

  /** Leaves the page open while the being lives ten ticks a second. */
  private void live(Chromium browser, Served served, List<Result> results) {
    var page = browser.page();
    var address = served.home().resolve("/#/" + DrawnLife.ID + "?last=600").toString();
    page.navigate("about:blank");
    page.navigate(address);
    page.evaluate(DRAWN);
    page.waitForTimeout(SETTLED_SECONDS * 1e3);
    double before = browser.alive();
    var pageWorked = Chromium.worked();
    var serverWorked = served.worked();
    double most = before;
    long begin = System.nanoTime();
    for (int minute = 1; minute <= minutes; minute++) {
      page.waitForTimeout(60e3);
      double now = browser.alive();
      System.err.printf("bench: after %d min the page holds %.1f MB%n", minute, now / 1e6);
      most = Math.max(most, now);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double core = Chromium.worked().minus(pageWorked).toMillis() / 1e3 / seconds;
    double server = served.worked().minus(serverWorked).toMillis() / 1e3 / seconds;
    page.navigate("about:blank");
    var idle = served.worked();
    page.waitForTimeout(SETTLED_SECONDS * 1e3);
    double alone = served.worked().minus(idle).toMillis() / 1e3 / SETTLED_SECONDS;
    results.add(Result.of("browser, live at 10 Hz", core, "cores").atMost(MOST_CORE));
    results.add(Result.of("server meanwhile", server, "cores").beside("without the page", alone));
    results.add(
        Result.of("page's heap, most in " + minutes + " min", most / 1e6, "MB")
            .beside("at the beginning", before / 1e6)
            .atMost(MOST_GROWTH * before / 1e6));
  }
}
