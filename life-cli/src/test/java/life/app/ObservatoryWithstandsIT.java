package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page while its server is killed, its being dies, or nobody is there. */
class ObservatoryWithstandsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Browser browser;
  private Terrarium terrarium;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    browser = Browser.open();
    terrarium = new Terrarium(folder, 1_000);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void afterAKillItGoesOnWithoutAGapAndAgreesWithTheJournal()
      throws IOException, InterruptedException {
    URI home;
    Visitor visitor;
    long seen;
    try (var first = terrarium.run("--seed", "7", "--speed", "10")) {
      home = first.reachable().orElseThrow();
      visitor = browser.visitor(home).at("#/ada?types=all");
      visitor.seq();
      visitor.waits("document.querySelectorAll('#panel li').length > 20");
      first.caller().bring(new Errand("before", "noise", 0.4, 0));
      visitor.waits("document.querySelector('#panel').textContent.includes('noise of 0.40')");
      first.kill();
      visitor.waits("document.getElementById('link').textContent === 'disconnected'");
      seen = visitor.facts().getFirst();
      visitor.picture("disconnected").findsItAccessible("disconnected");
    }
    try (var second = terrarium.run("--speed", "10", "--port", Integer.toString(home.getPort()))) {
      assertThat(second.reachable()).contains(home);
      visitor.waits("document.getElementById('link').textContent === 'live'");
      visitor.waits(
          "[...document.querySelectorAll('#panel li')].some(row => +row.dataset.seq > "
              + (seen + 20)
              + ")");
      second.caller().pause();
      long last = visitor.asks("/v1/lives/ada").path("seq").asLong();
      visitor.seesFact(last);
      visitor.waits("document.querySelector('#panel li').dataset.seq === '" + last + "'");
      var facts = visitor.facts();
      for (int i = 1; i < facts.size(); i++) {
        assertThat(facts.get(i)).as("after %s", facts.get(i - 1)).isEqualTo(facts.get(i - 1) - 1);
      }
      assertThat(facts).contains(seen, seen + 1);
      var state =
          Command.life(folder, "state", "ada", "--json", "--url", home.toString()).done().out();
      var told = new com.fasterxml.jackson.databind.json.JsonMapper().readTree(state);
      assertThat(told.path("seq").asLong()).isEqualTo(last);
      assertThat(visitor.shown())
          .containsEntry("energy", told.at("/vitals/energy").doubleValue())
          .containsEntry("drive", told.path("drive").doubleValue())
          .containsEntry("feltRate", told.path("feltRate").doubleValue());
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void theDeadAreShownWithTheirCauseAndAllOfTheirPast() throws IOException, InterruptedException {
    try (var process = terrarium.run("--seed", "7", "--speed", "100", "--mortality", "on")) {
      var home = process.reachable().orElseThrow();
      var visitor = browser.visitor(home).at("#/ada");
      visitor.seq();
      var errands = new ArrayList<Errand>();
      for (int i = 0; i < 60; i++) {
        errands.add(new Errand("hard-" + i, "shock", 1, 0));
      }
      var caller = process.caller();
      await()
          .atMost(PATIENCE)
          .until(() -> {
            caller.bringTogether(
                errands.stream()
                    .map(one -> new Errand(one.key() + System.nanoTime(), "shock", 1, 0))
                    .toList());
            return !caller.look().orElseThrow().body().path("alive").asBoolean();
          });
      visitor.waits("document.getElementById('link').textContent === 'its life is over'");
      assertThat(visitor.text("#banner")).startsWith("ada died of ");
      visitor.waits("document.getElementById('phase').textContent.startsWith('dead')");
      visitor.picture("dead").findsItAccessible("dead");
      assertThat(visitor.one("#kinds button[value=recovery]").isDisabled()).isTrue();
      assertThat(visitor.text("#receipt")).isEqualTo("Nobody can touch the dead.");
      visitor.at("#/ada?at=1").seesFact(1);
      assertThat(visitor.text("#phase")).startsWith("alive");
      visitor.at("#/");
      visitor.waits("document.getElementById('lives').textContent.includes('of ')");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void whereNobodyGetsInWithoutATokenItAsksForOne() throws IOException, InterruptedException {
    try (var process = terrarium.run("--seed", "7", "--allow-remote")) {
      var home = process.reachable().orElseThrow();
      var token =
          Command.life(folder, "token", "--right", "observe", "--data", terrarium.data().toString())
              .done()
              .out()
              .strip();
      var visitor = browser.visitor(home).at("#/ada");
      visitor.waits("document.getElementById('dialog').open");
      assertThat(visitor.text("#title")).isEqualTo("A token");
      visitor.one("#content input").fill(token);
      visitor.one("#content .main").click();
      visitor.seq();
      assertThat(visitor.page().getAttribute("#key", "data-right")).isEqualTo("observe");
      visitor.waits("document.getElementById('link').textContent === 'live'");
      assertThat(visitor.complaints()).allSatisfy(one -> assertThat(one).contains("401"));
    }
  }

  @Test
  void whereNobodyLivesItSaysHowToBearABeing() throws IOException, InterruptedException {
    try (var process = terrarium.run("--seed", "7")) {
      var home = process.reachable().orElseThrow();
      var visitor = browser.visitor(home);
      visitor
          .page()
          .route(
              "**/v1/lives?*",
              route ->
                  route.fulfill(
                      new com.microsoft.playwright.Route.FulfillOptions()
                          .setContentType("application/json")
                          .setBody("{\"lives\":[],\"next\":null}")));
      visitor.at("#/");
      visitor.waits("document.getElementById('lives').textContent.includes('life born ada')");
      visitor.picture("empty").findsItAccessible("empty");
      assertThat(visitor.complaints()).isEmpty();
      assertThat(List.of(visitor.text("#count"))).containsExactly("");
    }
  }
}
