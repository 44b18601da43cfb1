package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A being that is told, summed up and interpreted over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ATaleTest {
  private OpenHouse house;
  private final TreeMap<Long, String> types = new TreeMap<>();

  @BeforeAll
  void live(@TempDir Path folder) {
    house = new OpenHouse(folder);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7,\"mortality\":false}");
    for (int hour = 0; hour < 30; hour++) {
      house.post("/v1/lives/ada/stimuli", "{\"kind\":\"shock\",\"intensity\":0.6}");
      house.put("/v1/time", "{\"step\":3600}");
      long tick = (hour + 1) * 3_600L;
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> house.get("/v1/lives/ada").json().path("tick").asLong() >= tick);
    }
    for (long after = 0; ; ) {
      var page = get("/v1/lives/ada/facts?limit=1000&after=" + after);
      page.path("facts")
          .forEach(fact -> types.put(fact.path("seq").asLong(), fact.path("type").asText()));
      if (page.path("next").isNull()) {
        break;
      }
      after = page.path("next").asLong();
    }
  }

  @AfterAll
  void close() {
    house.close();
  }

  private JsonNode get(String path) {
    var reply = house.get(path);
    assertThat(reply.status()).as("%s: %s", path, reply.json()).isEqualTo(200);
    return reply.json();
  }

  private void check(JsonNode statement) {
    assertThat(statement.path("words").asText()).isNotBlank();
    assertThat(statement.path("facts")).isNotEmpty();
    statement.path("facts").forEach(seq -> assertThat(types).containsKey(seq.asLong()));
  }

  @Test
  void whatIsToldNamesFactsThatThereAre() {
    for (var of : new String[] {"of=day", "of=day&number=1", "of=hour&number=12", "of=life"}) {
      var tale = get("/v1/lives/ada/tell?" + of);
      assertThat(tale.path("paragraphs")).as(of).isNotEmpty();
      for (var paragraph : tale.path("paragraphs")) {
        assertThat(paragraph.path("statements")).isNotEmpty();
        paragraph.path("statements").forEach(this::check);
      }
    }
    var first = get("/v1/lives/ada/tell?number=1").path("paragraphs").get(0).path("statements");
    assertThat(first.get(0).path("words").asText()).contains("Ada was born into the world");
    assertThat(types.get(first.get(0).path("facts").get(0).asLong())).isEqualTo("born");
    assertThat(first.get(1).path("words").asText()).contains("shocks");
  }

  @Test
  void theDayIsThatInWhichTheMomentLies() {
    assertThat(get("/v1/lives/ada/tell").path("number").asLong()).isEqualTo(2);
    assertThat(get("/v1/lives/ada/tell?at=age:3h").path("number").asLong()).isEqualTo(1);
    assertThat(get("/v1/lives/ada/tell?of=hour&at=tick:7205").path("number").asLong()).isEqualTo(3);
    assertThat(get("/v1/lives/ada/tell?number=1").path("over").asBoolean()).isTrue();
  }

  @Test
  void aDayIsSummedUp() {
    var day = get("/v1/lives/ada/windows?of=day&number=1");
    var life = get("/v1/lives/ada/windows?of=life");
    var second = get("/v1/lives/ada/windows?of=day");
    assertThat(day.path("seconds").asDouble()).isEqualTo(86_400);
    assertThat(second.path("seconds").asDouble()).isEqualTo(6 * 3_600);
    assertThat(life.path("facts").path("count").asLong()).isEqualTo(types.size());
    assertThat(
            day.path("facts").path("count").asLong() + second.path("facts").path("count").asLong())
        .isEqualTo(types.size());
    var energy = day.path("energy");
    assertThat(energy.path("p50").asDouble())
        .isBetween(energy.path("p10").asDouble(), energy.path("p90").asDouble());
    assertThat(energy.path("p10").asDouble()).isGreaterThanOrEqualTo(energy.path("min").asDouble());
    assertThat(life.path("stimuli").toString()).contains("\"kind\":\"shock\"");
  }

  @Test
  void itIsSaidHowItIsDoingNowAndWas() {
    var now = get("/v1/lives/ada/interpretation");
    assertThat(now.path("sentence").asText()).startsWith(now.path("condition").asText());
    now.path("reasons").forEach(this::check);
    check(now.path("mood"));
    check(now.path("occupation"));
    var then = get("/v1/lives/ada/interpretation?at=seq:1");
    assertThat(then.path("condition").asText()).isEqualTo("thriving");
    assertThat(then.path("seq").asLong()).isEqualTo(1);
  }

  @Test
  void whatIsKnownIsNotToldAgain() {
    var first = house.get("/v1/lives/ada/tell?number=1");
    var again =
        house.send(
            house
                .request("/v1/lives/ada/tell?number=1")
                .header("If-None-Match", first.header("ETag"))
                .GET()
                .build());
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void whatCantBeToldIsRefusedInWords() {
    refused("tell?of=week", 400, "'of' is hour, day or life, not 'week'");
    refused("tell?number=0", 400, "number");
    refused("tell?number=9", 404, "ada has lived 2 days so far, so there is no day 9");
    refused("windows?of=hour&number=31", 404, "ada has lived 30 hours so far");
    refused("tell?number=1&at=head", 400, "give one of number and at");
    refused("tell?of=life&number=1", 400, "a life has no number");
    refused("interpretation?of=day", 400, "unknown parameter 'of'");
    assertThat(house.get("/v1/lives/eve/tell").status()).isEqualTo(404);
  }

  private void refused(String question, int status, String words) {
    var reply = house.get("/v1/lives/ada/" + question);
    assertThat(reply.status()).as(question).isEqualTo(status);
    assertThat(reply.json().path("detail").asText()).contains(words);
  }
}
