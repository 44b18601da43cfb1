package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import life.archive.Import;
import life.archive.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The past of a being that lives on, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheChronicleTest {
  private OpenHouse house;

  @BeforeAll
  void live(@TempDir Path folder) {
    house = new OpenHouse(folder);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7,\"mortality\":false}");
    for (int hour = 0; hour < 30; hour++) {
      house.post("/v1/lives/ada/stimuli", "{\"kind\":\"shock\",\"intensity\":0.2}");
      house.put("/v1/time", "{\"step\":3600}");
      long tick = (hour + 1) * 3_600L;
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> house.get("/v1/lives/ada").json().path("tick").asLong() >= tick);
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

  @Test
  void theStateAtTheHeadIsWhatTheActorHolds() {
    var held = get("/v1/lives/ada");
    var asked = get("/v1/lives/ada/state");
    assertThat(asked.path("within").isNull()).isTrue();
    ((ObjectNode) asked).remove("within");
    assertThat(asked).isEqualTo(held);
    assertThat(get("/v1/lives/ada/state?seq=" + held.path("seq").asLong()).path("hash"))
        .isEqualTo(held.path("hash"));
  }

  @Test
  void thePastIsFoundInEachOfItsWays() {
    var then = get("/v1/lives/ada/state?tick=5000");
    assertThat(then.path("tick").asLong()).isEqualTo(5_000);
    assertThat(get("/v1/lives/ada/state?age=5000s")).isEqualTo(then);
    assertThat(get("/v1/lives/ada/state?age=1h23m20s")).isEqualTo(then);
    assertThat(get("/v1/lives/ada/state?at=tick:5000")).isEqualTo(then);
    var span = Duration.parse(then.path("subjectiveAge").asText()).plusNanos(2);
    assertThat(get("/v1/lives/ada/state?felt=" + span).path("tick").asLong()).isEqualTo(5_000);
    var facts = get("/v1/lives/ada/facts?after=99&limit=1").path("facts").get(0);
    assertThat(get("/v1/lives/ada/state?time=" + facts.path("at").asText()).path("seq").asLong())
        .isGreaterThanOrEqualTo(100);
  }

  @Test
  void thePastNeverChangesSoNobodyNeedFetchItTwice() {
    var first = house.get("/v1/lives/ada/state?tick=5000");
    assertThat(first.header("Cache-Control")).contains("immutable");
    var again =
        house.send(
            house
                .request("/v1/lives/ada/state?tick=5000")
                .header("If-None-Match", first.header("ETag"))
                .GET()
                .build());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(house.get("/v1/lives/ada/state").header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void aValueIsHadByItsPath() {
    var state = get("/v1/lives/ada/state?tick=90000");
    assertThat(get("/v1/lives/ada/state?tick=90000&path=energy").path("value"))
        .isEqualTo(state.path("vitals").path("energy"));
    assertThat(state.path("memory").path("long").size()).isPositive();
    assertThat(get("/v1/lives/ada/state?tick=90000&path=memory.long").path("value"))
        .isEqualTo(state.path("memory").path("long"));
    var left = get("/v1/lives/ada/state?tick=90000&path=mind.novelties.shock.left").path("value");
    assertThat(left.asDouble(-1)).isBetween(0.0, 1.0);
    var wrong = house.get("/v1/lives/ada/state?path=memory.lang");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("detail").asText())
        .isEqualTo("'memory' has no 'lang'; it has short, awaiting, long, consolidated, reminded");
  }

  @Test
  void whatDiffersIsNamedAndThePatchLeadsFromOneToTheOther() {
    var diff = get("/v1/lives/ada/diff?at=tick:5000&to=tick:90000");
    assertThat(diff.path("same").asBoolean()).isFalse();
    assertThat(
            StreamSupport.stream(diff.path("differences").spliterator(), false)
                .map(each -> each.path("path").asText()))
        .contains("tick", "vitals.energy", "mind.novelties.shock.left");
    var one = get("/v1/lives/ada/state?tick=5000");
    var other = get("/v1/lives/ada/state?tick=90000");
    ((ObjectNode) one).remove("within");
    ((ObjectNode) other).remove("within");
    assertThat(JsonPatch.apply(diff.path("patch"), one)).isEqualTo(other);
    assertThat(get("/v1/lives/ada/diff?at=100&to=100").path("same").asBoolean()).isTrue();
  }

  @Test
  void aValueIsExplainedDownToWhatCameFromOutside() {
    var why = get("/v1/lives/ada/why?path=stability&at=tick:7200&limit=2");
    assertThat(why.path("changes")).hasSize(2);
    assertThat(why.path("complete").asBoolean()).isFalse();
    var met = get("/v1/lives/ada/facts?kind=met&where=stimulus.kind%20%3D%20shock&limit=1");
    long seq = met.path("facts").get(0).path("seq").asLong();
    var shock = get("/v1/lives/ada/why?path=stability&at=" + seq + "&limit=1");
    var change = shock.path("changes").get(0);
    assertThat(change.path("seq").asLong()).isEqualTo(seq);
    assertThat(change.path("before").asDouble()).isGreaterThan(change.path("after").asDouble());
    assertThat(change.path("causes").get(0).path("type").asText()).isEqualTo("reached");
    assertThat(change.path("causes").get(0).path("input").asBoolean()).isTrue();
    assertThat(change.path("causes").get(0).path("causes")).isEmpty();
    var born = get("/v1/lives/ada/why?path=seed");
    assertThat(born.path("changes").get(0).path("type").asText()).isEqualTo("born");
    assertThat(born.path("complete").asBoolean()).isTrue();
  }

  @Test
  void factsAreFoundByKindAndCondition() {
    var found = new ArrayList<JsonNode>();
    var path = "/v1/lives/ada/facts?limit=7&kind=shock,fell-asleep&where=" + encoded("energy < 90");
    while (!path.isEmpty()) {
      var reply = house.get(path);
      reply.json().path("facts").forEach(found::add);
      path =
          reply.header("Link").isEmpty() ? "" : reply.header("Link").replaceAll("<(.*)>.*", "$1");
    }
    assertThat(found).isNotEmpty();
    for (var fact : found) {
      assertThat(fact.path("type").asText()).isIn("reached", "met", "fell-asleep");
      var then = get("/v1/lives/ada/state?seq=" + fact.path("seq").asLong());
      assertThat(then.path("vitals").path("energy").asDouble()).isLessThan(90);
    }
    var wrong = house.get("/v1/lives/ada/facts?kind=shok");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("known").toString()).contains("shock", "fell-asleep");
    assertThat(house.get("/v1/lives/ada/facts?where=energy").status()).isEqualTo(400);
    assertThat(house.get("/v1/lives/ada/facts?where=" + encoded("energie < 2")).status())
        .isEqualTo(422);
  }

  @Test
  void theCourseOfALifeIsHadInBuckets() {
    var series = get("/v1/lives/ada/series?from=tick:3600&to=tick:7200&buckets=60");
    assertThat(series.path("buckets")).hasSize(60);
    assertThat(series.path("from").asLong()).isEqualTo(3_600);
    assertThat(series.path("to").asLong()).isEqualTo(7_200);
  }

  @Test
  void aLifeIsVerified() {
    var work = done(house.post("/v1/lives/ada/verifications", "{}"));
    var result = work.path("result");
    assertThat(result.path("verdict").asText()).isEqualTo("equal");
    assertThat(result.path("compared")).isEqualTo(result.path("told"));
    assertThat(result.path("compared").asLong()).isGreaterThan(500);
    assertThat(result.path("marks").asLong()).isGreaterThanOrEqualTo(30);
    var late =
        done(house.post("/v1/lives/ada/verifications", "{\"from\":\"snapshot\"}")).path("result");
    assertThat(late.path("verdict").asText()).isEqualTo("equal");
    assertThat(late.path("after").asLong()).isPositive();
  }

  @Test
  void aBranchLivesOnAndVerifies() {
    var facts =
        get("/v1/lives/ada/facts?kind=reached&where=" + encoded("tick > 50000") + "&limit=1");
    long dropped = facts.path("facts").get(0).path("seq").asLong();
    var same = done(house.post("/v1/lives/ada/branches", "{\"at\":\"tick:40001\"}")).path("result");
    assertThat(same.path("parted").isNull()).isTrue();
    assertThat(same.path("ends").path("branch")).isEqualTo(same.path("ends").path("parent"));
    var body =
        "{\"drop\":[%d],\"put\":[{\"kind\":\"joy\",\"intensity\":0.9,\"inTicks\":100}],\"set\":{\"laws.energy-per-hour\":2},\"seeds\":5,\"keep\":\"lea\"}"
            .formatted(dropped);
    var result = done(house.post("/v1/lives/ada/branches", body)).path("result");
    assertThat(result.path("parted").path("tick").asLong()).isPositive();
    assertThat(result.path("seeds").path("worlds").asInt()).isEqualTo(5);
    assertThat(result.path("kept").asText()).isEqualTo("lea");
    await().atMost(Duration.ofSeconds(10)).until(() -> house.get("/v1/lives/lea").status() == 200);
    var verified = done(house.post("/v1/lives/lea/verifications", "{}")).path("result");
    assertThat(verified.path("verdict").asText()).isEqualTo("equal");
    var again = house.post("/v1/lives/ada/branches", body);
    var failed = over(again);
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("problem").path("type").asText()).isEqualTo("/problems/life-exists");
    var wrong = over(house.post("/v1/lives/ada/branches", "{\"drop\":[1]}"));
    assertThat(wrong.path("problem").path("status").asInt()).isEqualTo(422);
  }

  @Test
  void aLifeIsExportedAndComesBackUnderAnotherName() throws Exception {
    var client = HttpClient.newHttpClient();
    byte[] file =
        client
            .send(house.request("/v1/lives/ada/export").GET().build(), BodyHandlers.ofByteArray())
            .body();
    assertThat(Import.verify(new ByteArrayInputStream(file), Progress.SILENT).isEqual()).isTrue();
    var request =
        house
            .request("/v1/admin/imports?as=zoe")
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    var work = done(house.send(request));
    assertThat(work.path("result").path("verified").asBoolean()).isTrue();
    await().atMost(Duration.ofSeconds(10)).until(() -> house.get("/v1/lives/zoe").status() == 200);
    var late = done(house.post("/v1/lives/zoe/verifications", "{\"from\":\"snapshot\"}"));
    assertThat(late.path("result").path("after").asLong())
        .as("it has snapshots as if it had been lived here")
        .isGreaterThanOrEqualTo(500);
    file[file.length / 2] ^= 1;
    var damaged =
        house
            .request("/v1/admin/imports?as=zelda")
            .header("Content-Type", "application/vnd.life")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    assertThat(over(house.send(damaged)).path("problem").path("type").asText())
        .isEqualTo("/problems/life-file-damaged");
    assertThat(house.get("/v1/lives/zelda").status()).isEqualTo(404);
    var table = house.get("/v1/lives/ada/export?format=csv").response().body().lines().toList();
    long last = get("/v1/lives/ada").path("seq").asLong();
    assertThat(table).hasSize((int) last + 1);
    assertThat(table.getFirst()).startsWith("seq,tick,age_seconds");
    assertThat(house.get("/v1/lives/ada/export?format=jsonl").response().body().lines())
        .hasSize((int) last);
  }

  @Test
  void whatCannotBeIsRefused() {
    refused("/v1/lives/ada/state?tick=99999999", 404, "no-such-moment");
    refused("/v1/lives/ada/state?seq=99999999", 404, "no-such-moment");
    refused("/v1/lives/ada/state?seq=1&tick=2", 400, "bad-input");
    refused("/v1/lives/ada/state?age=soon", 400, "bad-input");
    refused("/v1/lives/nobody/state", 404, "unknown-life");
    refused("/v1/lives/ada/why", 400, "bad-input");
    refused("/v1/work/123456", 404, "not-found");
    refused("/v1/lives/ada/export?format=pdf", 400, "bad-input");
    refused("/v1/lives/ada/facts?where=" + encoded("energy < 20%"), 400, "bad-input");
    refused("/v1/lives/ada/facts?where=" + encoded("phase < ALIVE"), 400, "bad-input");
    refused("/v1/lives/ada/facts?where=" + encoded("memory = 3"), 400, "bad-input");
    var page =
        house
            .request("/v1/admin/imports")
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("LIFE"))
            .build();
    assertThat(house.send(page).status()).isEqualTo(415);
  }

  private void refused(String path, int status, String slug) {
    var reply = house.get(path);
    assertThat(reply.status()).as(path).isEqualTo(status);
    assertThat(reply.json().path("type").asText()).isEqualTo("/problems/" + slug);
  }

  private JsonNode done(OpenHouse.Reply reply) {
    var work = over(reply);
    assertThat(work.path("status").asText()).as("%s", work).isEqualTo("done");
    return work;
  }

  private JsonNode over(OpenHouse.Reply reply) {
    assertThat(reply.status()).as("%s", reply.response().body()).isIn(200, 202);
    var number = reply.json().path("work").asText();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !get("/v1/work/" + number).path("status").asText().equals("running"));
    return get("/v1/work/" + number);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
