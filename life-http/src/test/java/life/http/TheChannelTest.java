package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client can do, against a real server with a real journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheChannelTest {
  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aBeingIsBornAndCanBeLookedAt() {
    var born = house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
    assertThat(born.status()).isEqualTo(201);
    assertThat(born.header("Location")).isEqualTo("/v1/lives/ada");
    var looked = house.get("/v1/lives/ada");
    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.json()).isEqualTo(born.json());
    assertThat(looked.json().get("seed").asLong()).isEqualTo(7);
    assertThat(looked.json().get("phase").asText()).isEqualTo("ALIVE");
    assertThat(looked.json().get("vitals").get("energy").asDouble()).isEqualTo(100);
    assertThat(looked.json().get("hash").asText()).matches("[0-9a-f]{64}");
    assertThat(house.post("/v1/admin/lives", "{\"name\":\"ada\"}").json().get("type").asText())
        .isEqualTo("/problems/life-exists");
    assertThat(house.get("/v1/lives").json().get("lives"))
        .anyMatch(life -> life.get("id").asText().equals("ada") && life.get("alive").asBoolean());
  }

  @Test
  void aStimulusIsAnsweredWithItsPlaceAndChangesTheBeing() {
    house.post("/v1/admin/lives", "{\"name\":\"bob\",\"seed\":7}");
    var answer = house.post("/v1/lives/bob/stimuli", "{\"kind\":\"shock\",\"intensity\":0.9}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().get("seq").asLong()).isEqualTo(2);
    assertThat(answer.json().get("tick").asLong()).isZero();
    var stability = house.get("/v1/lives/bob").json().get("vitals").get("stability").asDouble();
    assertThat(stability).isLessThan(1);
    var fact = house.get(answer.header("Location")).json().get("facts").get(0);
    assertThat(fact.get("type").asText()).isEqualTo("reached");
    assertThat(fact.get("stimulus").get("intensity").asDouble()).isEqualTo(0.9);
  }

  @Test
  void aRetryWithTheSameKeyHasTheSameAnswerAndNoFurtherEffect() {
    house.post("/v1/admin/lives", "{\"name\":\"cyd\",\"seed\":7}");
    var body = "{\"kind\":\"shock\",\"intensity\":0.5}";
    var first = house.poke("/v1/lives/cyd/stimuli", body, "key-1");
    var hash = house.get("/v1/lives/cyd").json().get("hash");
    var second = house.poke("/v1/lives/cyd/stimuli", body, "key-1");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(house.get("/v1/lives/cyd").json().get("hash")).isEqualTo(hash);
    var other =
        house.poke("/v1/lives/cyd/stimuli", "{\"kind\":\"noise\",\"intensity\":0.5}", "key-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().get("type").asText()).isEqualTo("/problems/key-taken");
  }

  @Test
  void aStimulusForLaterWaitsOnTheAgendaUntilItsTick() {
    house.post("/v1/admin/lives", "{\"name\":\"dan\",\"seed\":7,\"world\":\"default\"}");
    var answer =
        house.post(
            "/v1/lives/dan/stimuli", "{\"kind\":\"shock\",\"intensity\":0.9,\"inTicks\":60}");
    assertThat(answer.json().get("due").asLong()).isEqualTo(60);
    assertThat(house.get("/v1/lives/dan").json().get("agenda")).hasSize(1);
    step(60, "dan");
    assertThat(house.get("/v1/lives/dan").json().get("agenda")).isEmpty();
    var facts = house.get("/v1/lives/dan/facts").json().get("facts");
    var types = new ArrayList<String>();
    facts.forEach(fact -> types.add(fact.get("type").asText()));
    assertThat(types).contains("born", "reached", "lived", "met");
  }

  @Test
  void factsComeInPagesWithoutGapsAndSayInWordsWhatTheyMean() {
    house.post("/v1/admin/lives", "{\"name\":\"eve\",\"seed\":7}");
    for (int i = 0; i < 10; i++) {
      house.post("/v1/lives/eve/stimuli", "{\"kind\":\"noise\",\"intensity\":0.5}");
    }
    var seqs = new ArrayList<Long>();
    var next = "/v1/lives/eve/facts?after=0&limit=4";
    while (!next.isEmpty()) {
      var page = house.get(next);
      page.json()
          .get("facts")
          .forEach(fact -> {
            seqs.add(fact.get("seq").asLong());
            assertThat(fact.get("words").asText()).contains("eve");
            assertThat(fact.get("causes").isArray()).isTrue();
          });
      var link = page.header("Link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(seqs).hasSize(21);
    for (int i = 0; i < seqs.size(); i++) {
      assertThat(seqs.get(i)).isEqualTo(i + 1L);
    }
  }

  @Test
  void beyondTheLastFactThereIsNothingYetAndReadersDoNotDisturbEachOther() {
    house.post("/v1/admin/lives", "{\"name\":\"hal\",\"seed\":7}");
    var beyond = house.get("/v1/lives/hal/facts?after=1000");
    assertThat(beyond.status()).isEqualTo(200);
    assertThat(beyond.json().get("facts")).isEmpty();
    for (int i = 0; i < 5; i++) {
      house.post("/v1/lives/hal/stimuli", "{\"kind\":\"noise\",\"intensity\":0.5}");
    }
    var all = house.get("/v1/lives/hal/facts").json().get("facts");
    assertThat(house.get("/v1/lives/hal/facts?after=1000").json().get("facts")).isEmpty();
    assertThat(house.get("/v1/lives/hal/facts?after=7&limit=1").json().get("facts").get(0))
        .isEqualTo(all.get(7));
    assertThat(house.get("/v1/lives/hal/facts?after=2&limit=1").json().get("facts").get(0))
        .isEqualTo(all.get(2));
  }

  @Test
  void timeCanBeLookedAtChangedAndStepped() {
    assertThat(
            house.put("/v1/time", "{\"speed\":60,\"paused\":true}").json().get("speed").asDouble())
        .isEqualTo(60);
    assertThat(house.get("/v1/time").json().get("paused").asBoolean()).isTrue();
    house.post("/v1/admin/lives", "{\"name\":\"fay\",\"seed\":7}");
    step(1_000, "fay");
    assertThat(house.get("/v1/lives/fay").json().get("age").asText()).isEqualTo("PT16M40S");
    assertThat(house.get("/v1/tally").json().get("facts").get("born").asLong()).isPositive();
  }

  @Test
  void whoeverHasAnAnswerIsToldOnlyThatItStillHolds() {
    house.post("/v1/admin/lives", "{\"name\":\"ivy\",\"seed\":7}");
    for (var path :
        List.of("/v1/lives", "/v1/lives/ivy", "/v1/lives/ivy/facts?limit=1", "/v1/time")) {
      var tag = house.get(path).header("ETag");
      var again =
          house.send(house.request(path).header("If-None-Match", "\"x\", " + tag).GET().build());
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.response().body()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(tag).matches("\"[0-9a-f]{32}\"");
    }
    var tag = house.get("/v1/lives/ivy").header("ETag");
    house.post("/v1/lives/ivy/stimuli", "{\"kind\":\"noise\",\"intensity\":0.1}");
    var changed =
        house.send(house.request("/v1/lives/ivy").header("If-None-Match", tag).GET().build());
    assertThat(changed.status()).isEqualTo(200);
  }

  @Test
  void aSeedThatNobodyChoseIsReadRightByThoseWhoKnowOnlyFloatingPoint() {
    for (int i = 0; i < 20; i++) {
      var seed =
          house.post("/v1/admin/lives", "{\"name\":\"seedless-" + i + "\"}").json().get("seed");
      assertThat(new BigDecimal(seed.asDouble())).as(seed.asText()).isEqualTo(seed.asText());
    }
  }

  @Test
  void livesAreListedPageByPageEachOnce() {
    for (var name : List.of("page-a", "page-b", "page-c")) {
      house.post("/v1/admin/lives", "{\"name\":\"" + name + "\",\"seed\":7}");
    }
    var all = house.get("/v1/lives").json();
    assertThat(all.get("next").isNull()).isTrue();
    var names = new ArrayList<String>();
    var path = "/v1/lives?limit=2";
    while (!path.isEmpty()) {
      var page = house.get(path);
      assertThat(page.json().get("lives")).hasSizeBetween(1, 2);
      page.json().get("lives").forEach(life -> names.add(life.get("id").asText()));
      path = page.header("Link").replaceFirst("<([^>]*)>; rel=\"next\"", "$1");
    }
    assertThat(names).isEqualTo(all.get("lives").findValuesAsText("id")).contains("page-b");
  }

  @Test
  void theDeadCanBeLookedAtButNotTouched() {
    house.post("/v1/admin/lives", "{\"name\":\"gus\",\"seed\":7}");
    for (int i = 0; i < 20; i++) {
      house.post("/v1/lives/gus/stimuli", "{\"kind\":\"shock\",\"intensity\":1}");
    }
    var state = house.get("/v1/lives/gus").json();
    assertThat(state.get("phase").asText()).isEqualTo("DEAD");
    assertThat(state.get("cause").asText()).isEqualTo("injury");
    var refused = house.post("/v1/lives/gus/stimuli", "{\"kind\":\"shock\",\"intensity\":1}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asText()).isEqualTo("/problems/dead");
    assertThat(house.get("/v1/lives/gus").json()).isEqualTo(state);
  }

  private void step(long ticks, String name) {
    long before = house.get("/v1/lives/" + name).json().get("tick").asLong();
    house.put("/v1/time", "{\"step\":" + ticks + "}");
    Awaitility.await()
        .until(() -> house.get("/v1/lives/" + name).json().get("tick").asLong() >= before + ticks);
  }
}
