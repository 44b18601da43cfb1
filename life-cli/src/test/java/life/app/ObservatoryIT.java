package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a living process, seen in a real browser: ada is two days old, and time stands still.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservatoryIT {
  private static final int TWO_DAYS = 2 * 86_400;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private Path folder;
  private Browser browser;
  private Terrarium terrarium;
  private LifeProcess process;
  private URI home;
  private String token;
  private Visitor visitor;

  @BeforeAll
  void live(@TempDir Path empty) throws IOException, InterruptedException {
    browser = Browser.open();
    folder = empty;
    terrarium = new Terrarium(folder, 1_000);
    process = terrarium.run("--seed", "7", "--speed", "20000");
    home = process.reachable().orElseThrow();
    token =
        Command.life(folder, "token", "--data", terrarium.data().toString()).done().out().strip();
    var caller = process.caller();
    await()
        .atMost(PATIENCE)
        .until(() -> caller.look().orElseThrow().body().path("tick").asLong() > TWO_DAYS);
    for (int i = 0; i < 3; i++) {
      caller.bring(new Errand("hard-" + i, "shock", 0.9, 0));
    }
    caller.pause();
  }

  @AfterAll
  void end() throws InterruptedException {
    if (process != null) {
      process.terminate();
      browser.close();
    }
  }

  @BeforeEach
  void come() {
    visitor = browser.visitor(home);
  }

  @AfterEach
  void leave() {
    assertThat(visitor.complaints())
        .allSatisfy(one -> assertThat(one).contains("/v1/lives/nobody"));
    visitor.close();
  }

  private JsonNode state(String... words) throws IOException, InterruptedException {
    var all =
        new java.util.ArrayList<>(List.of("state", "ada", "--json", "--url", home.toString()));
    all.addAll(List.of(words));
    return JSON.readTree(Command.life(folder, all.toArray(String[]::new)).done().out());
  }

  /** Every number in the tiles is the one that {@code life state} prints. */
  private void agreesWith(JsonNode state) {
    assertThat(visitor.shown())
        .hasSize(7)
        .allSatisfy((path, shown) -> {
          var told =
              state.path("vitals").has(path) ? state.path("vitals").path(path) : state.path(path);
          assertThat(shown).as(path).isEqualTo(told.doubleValue());
        });
    assertThat(visitor.text("#phase"))
        .startsWith(state.path("phase").asText().toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void showsTheBeingNowAndWhatItSaysOfItself() throws IOException, InterruptedException {
    visitor.at("#/ada");
    visitor.seq();
    agreesWith(state());
    visitor.waits("document.getElementById('sentence').textContent.length > 5");
    assertThat(visitor.text("#sentence"))
        .isEqualTo(visitor.asks("/v1/lives/ada/interpretation").path("sentence").asText());
    assertThat(visitor.text("#name")).isEqualTo("ada");
    visitor.waits("document.querySelectorAll('#panel li').length > 20");
    visitor.picture("now-dark").findsItAccessible("now");
  }

  @Test
  void aStimulusSentByButtonAppearsInListAndChart() {
    visitor.at("#/ada?last=600");
    long before = visitor.seq();
    visitor.waits("document.querySelectorAll('#panel li').length > 0");
    visitor.page().locator("#intensity").fill("0.95");
    visitor.one("#kinds button[value=shock]").hover();
    assertThat(visitor.text("#line")).isEqualTo("life poke ada shock 0.95");
    visitor.one("#kinds button[value=shock]").click();
    visitor.waits("document.getElementById('receipt').textContent.includes('reached it at tick')");
    visitor.waits("+document.getElementById('one').dataset.seq > " + before);
    visitor.waits(
        "[...document.querySelectorAll('#panel li')].some(row => +row.dataset.seq > "
            + before
            + " && row.textContent.includes('shock of 0.95'))");
    long last = visitor.asks("/v1/lives/ada").path("seq").asLong();
    visitor.seesFact(last);
    visitor.waits(
        "import('/observatory/main.js').then(({stage}) => stage.marks.stimuli.some(one => one.kind === 'shock' && one.seq > "
            + before
            + " && Math.abs(one.intensity - 0.95) < 1e-6))");
    visitor.picture("touched");
  }

  @Test
  void atAPointEveryShownValueIsThatOfTheLifeThen() throws IOException, InterruptedException {
    visitor.at("#/ada");
    visitor.seq();
    for (long tick : List.of(0L, 1L, 4_321L, 60_000L, 100_000L)) {
      visitor.page().locator("#scrub").fill(Long.toString(tick));
      var then = state("--tick", Long.toString(tick));
      visitor.seesFact(then.path("seq").asLong());
      visitor.waits(
          "document.getElementById('where').textContent.includes('tick " + tick + " of')");
      agreesWith(then);
    }
    visitor.waits("document.querySelectorAll('#panel li.future').length > 0");
    var sentence = visitor.asks("/v1/lives/ada/interpretation?at=tick:100000").path("sentence");
    visitor.waits("document.getElementById('sentence').textContent === " + sentence);
    visitor.picture("then").findsItAccessible("then");
  }

  @Test
  void stepsByFactAndGoesByKeyboardAlone() {
    visitor.at("#/ada?at=500");
    visitor.seesFact(500);
    visitor.page().keyboard().press("ArrowRight");
    visitor.seesFact(501);
    visitor.page().keyboard().press("Shift+ArrowLeft");
    visitor.seesFact(401);
    visitor.page().keyboard().press("Home");
    visitor.seesFact(1);
    visitor.page().keyboard().press("?");
    assertThat(visitor.text("#title")).isEqualTo("Keys");
    visitor.findsItAccessible("help").picture("help");
    visitor.page().keyboard().press("Escape");
    visitor.page().keyboard().press("w");
    visitor.waits("document.getElementById('title').textContent.startsWith('Why is energy')");
    visitor.page().keyboard().press("Escape");
    visitor.page().keyboard().press("l");
    visitor.waits("!location.hash.includes('at=')");
    visitor.page().keyboard().press("g");
    visitor.waits("!document.getElementById('all').hidden");
    visitor.page().keyboard().press("t");
    visitor.waits("location.hash.includes('theme=light')");
  }

  @Test
  void aValueSaysWhyItIsSo() {
    visitor.at("#/ada?at=tick:100000");
    visitor.seq();
    visitor.one("#tiles [data-path=stability]").click();
    visitor.waits("document.querySelectorAll('.why > li').length > 0");
    var told =
        visitor.asks("/v1/lives/ada/why?path=stability&at=tick:100000&limit=6").path("changes");
    assertThat(visitor.one(".why > li").count()).isEqualTo(told.size());
    assertThat(visitor.text(".why > li")).contains(told.get(0).path("words").asText());
    visitor.findsItAccessible("why").picture("why");
    long seq = told.get(0).path("seq").asLong();
    visitor.one(".why .fact").first().click();
    visitor.seesFact(seq);
  }

  @Test
  void aNoteIsPinnedToAPointAndFoundThereAgain() {
    visitor.at("#/ada?at=tick:50000");
    long seq = visitor.seq();
    visitor.one("#pin").click();
    visitor.one("#content textarea").fill("here <b>it</b> began");
    visitor.one("#content .main").click();
    visitor.waits(
        "[...document.querySelectorAll('#panel li')].some(row => row.textContent.includes('here <b>it</b> began'))");
    visitor.picture("note");
    visitor.at("#/ada?tab=notes");
    visitor.seq();
    visitor.one("#panel li").first().click();
    visitor.seesFact(seq);
    visitor.one("#panel [aria-label='Remove the note']").click();
    visitor.waits("document.querySelector('#panel').textContent.includes('No note is pinned')");
  }

  @Test
  void theAddressRestoresTheViewForAnotherPerson() {
    visitor.at("#/ada");
    visitor.seq();
    visitor.one("#scrub").fill("70000");
    visitor.waits("document.getElementById('where').textContent.includes('tick 70000 of')");
    visitor.one("#tabs button[value=expects]").click();
    visitor.page().keyboard().press("+");
    visitor.one("#theme").click();
    visitor.waits("location.hash.includes('theme=light')");
    visitor.waits("import('/observatory/main.js').then(({stage}) => stage.from > 0)");
    long seq = visitor.seq();
    var shown = visitor.shown();
    try (var other = browser.visitor(home)) {
      other.at("#" + visitor.address());
      other.seesFact(seq).waits("document.documentElement.dataset.theme === 'light'");
      assertThat(other.shown()).isEqualTo(shown);
      assertThat(
              other
                  .page()
                  .evaluate("() => document.querySelector('#tabs [aria-selected=true]').value"))
          .isEqualTo("expects");
      other.waits("import('/observatory/main.js').then(({stage}) => stage.marks !== null)");
      var window =
          "async () => { const {stage} = await import('/observatory/main.js'); return stage.from + ' ' + stage.to + ' ' + stage.point; }";
      assertThat(other.page().evaluate(window)).isEqualTo(visitor.page().evaluate(window));
      other.picture("then-light").findsItAccessible("then, light");
      assertThat(other.complaints()).isEmpty();
    }
    visitor.page().goBack();
    visitor.waits("!location.hash.includes('from=')");
    visitor.page().goBack();
    visitor.waits("!location.hash.includes('at=')");
    visitor.seesFact(visitor.asks("/v1/lives/ada").path("seq").asLong());
  }

  @Test
  void asksWhatMightHaveBeenAndShowsTheBranchBesideTheLife()
      throws IOException, InterruptedException {
    visitor.at("#/ada?at=tick:80000");
    visitor.seq();
    visitor.one("#key").click();
    visitor.one("#content input").fill(token);
    visitor.one("#content .main").click();
    visitor.waits("document.getElementById('key').dataset.right === 'operate'");
    visitor.seq();
    visitor.one("#fork").click();
    visitor.one("[name=put]").selectOption("shock");
    visitor.one("#content input[placeholder]").fill("lea");
    visitor.one("#content button.main").click();
    visitor.waits("document.querySelector('#content table')");
    assertThat(visitor.text("#content caption")).startsWith("They part at");
    visitor.picture("what-if").findsItAccessible("what if");
    visitor.page().keyboard().press("Escape");
    visitor.waits("location.hash.includes('with=lea')");
    visitor.waits("document.querySelector('#panel table')");
    visitor.waits("import('/observatory/main.js').then(({stage}) => stage.parted !== null)");
    assertThat(
            ((Number)
                    visitor
                        .page()
                        .evaluate(
                            "async () => (await import('/observatory/main.js')).stage.parted"))
                .longValue())
        .isEqualTo(80_000);
    var differing =
        visitor.asks("/v1/lives/ada/diff?at=tick:80000&with=lea&to=tick:80000").path("differences");
    assertThat(visitor.one("#panel table").getAttribute("data-differences"))
        .isEqualTo(Integer.toString(differing.size()));
    visitor.picture("beside").findsItAccessible("beside");
  }

  @Test
  void whoHasTheRightRulesOverTime() {
    visitor.at("#/ada");
    visitor.seq();
    visitor.one("#tick").click();
    assertThat(visitor.text("#title")).isEqualTo("A token");
    visitor.findsItAccessible("token").picture("token");
    visitor.one("#content input").fill(token);
    visitor.one("#content .main").click();
    visitor.waits("document.getElementById('key').dataset.right === 'operate'");
    long tick = visitor.asks("/v1/lives/ada").path("tick").asLong();
    visitor.one("#tick").click();
    visitor.waits(
        "document.getElementById('where').textContent.includes('tick " + (tick + 1) + " of')");
  }

  @Test
  void tenThousandLivesAreAListOfWhichOnlyWhatIsSeenIsThere() {
    var lives = new StringBuilder("{\"lives\":[");
    for (int i = 0; i < 10_000; i++) {
      lives
          .append(i == 0 ? "" : ",")
          .append(
              "{\"id\":\"b%05d\",\"status\":\"present\",\"phase\":\"%s\",\"alive\":%s,\"tick\":%d,\"age\":\"PT%dS\",\"energy\":%d,\"cause\":%s}"
                  .formatted(
                      i,
                      i % 10 == 0 ? "DEAD" : "ALIVE",
                      i % 10 != 0,
                      i,
                      i,
                      i % 100,
                      i % 10 == 0 ? "\"starvation\"" : "null"));
    }
    visitor
        .page()
        .route(
            "**/v1/lives?*",
            route ->
                route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(lives + "],\"next\":null}")));
    visitor.page().route("**/chart?*", route -> route.abort());
    visitor.at("#/");
    visitor.waits(
        "document.getElementById('count').textContent.startsWith('9000 alive, 1000 dead')");
    assertThat(visitor.one("#lives li").count()).isBetween(10, 60);
    visitor.page().evaluate("() => document.getElementById('scroll').scrollTo(0, 48 * 5000)");
    visitor.waits("document.querySelector('#lives').textContent.includes('b05000')");
    assertThat(visitor.one("#lives li").count()).isBetween(10, 60);
    visitor.one("#find").fill("starvation");
    visitor.waits("document.getElementById('count').textContent.includes('1000 shown')");
    visitor.one("#order").selectOption("tick");
    visitor.waits("document.querySelector('#lives').textContent.includes('b09990')");
    visitor.findsItAccessible("all lives").picture("all-lives");
  }

  @Test
  void fitsAPhoneAndBothThemes() {
    try (var phone =
        browser.visitor(
            home,
            Visitor.usual()
                .setViewportSize(390, 844)
                .setColorScheme(ColorScheme.LIGHT)
                .setHasTouch(true))) {
      phone.at("#/ada?at=tick:100000");
      phone.seq();
      phone.waits("document.documentElement.scrollWidth <= innerWidth");
      phone.picture("phone-light").findsItAccessible("phone");
      assertThat(phone.complaints()).isEmpty();
    }
    visitor.at("#/ada?theme=light&last=86400");
    visitor.seq();
    visitor.picture("now-light").findsItAccessible("now, light");
  }

  @Test
  void aBeingThatIsNotThereIsSaid() {
    visitor.at("#/nobody");
    visitor.waits("!document.getElementById('banner').hidden");
    assertThat(visitor.text("#banner")).contains("nobody");
    visitor.picture("not-there");
  }

  @Test
  void theChartSaysWhatTheJournalSays() {
    visitor.at("#/ada?from=10000&to=10200");
    visitor.seq();
    visitor.waits("import('/observatory/main.js').then(({stage}) => stage.to === 10200)");
    for (int tick : List.of(10_003, 10_100, 10_199)) {
      var state = visitor.asks("/v1/lives/ada/state?tick=" + tick).path("vitals");
      for (var vital : Map.of("energy", 0, "stability", 0).keySet()) {
        var range =
            visitor
                .page()
                .evaluate(
                    "async ([vital, tick]) => { const {of, from, to, pixels} = (await import('/observatory/main.js')).plots[0].chart; const i = Math.floor((tick - from) * pixels / (to - from)); return [of[vital + '.min'][i], of[vital + '.max'][i]]; }",
                    List.of(vital, tick));
        var ends = (List<?>) range;
        assertThat(state.path(vital).doubleValue())
            .isBetween(
                ((Number) ends.get(0)).doubleValue() - 1e-4,
                ((Number) ends.get(1)).doubleValue() + 1e-4);
        assertThat(((Number) ends.get(1)).doubleValue())
            .isCloseTo(((Number) ends.get(0)).doubleValue(), within(50.0));
      }
    }
  }
}
