package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import life.world.Stimulus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A long conversation with one being over a WebSocket. */
@Timeout(120)
class AConversationTest {
  private static final String CHANNEL = "/v1/lives/ada/channel";
  private static final StreamEndpoints.Limits LIMITS =
      new StreamEndpoints.Limits(3, Duration.ofMillis(200), Duration.ofSeconds(30));

  private OpenHouse house;

  @BeforeEach
  void open(@TempDir Path data) {
    house = new OpenHouse(data, LIMITS);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aStimulusHasItsReceiptAndItsFactsAreTold() {
    try (var talking = new Talking(house, CHANNEL)) {
      talking.say("{\"kind\":\"shock\",\"intensity\":0.4,\"ref\":\"one\"}");
      var receipt = talking.hear("receipt");
      assertThat(receipt.toString())
          .isEqualTo(
              "{\"type\":\"receipt\",\"ref\":\"one\",\"life\":\"ada\",\"seq\":2,\"tick\":0,\"due\":0,\"replayed\":false}");
      talking.say("{\"kind\":\"noise\",\"intensity\":0.4,\"inTicks\":60,\"key\":\"k\"}");
      var second = talking.hear("receipt");
      assertThat(second.has("ref")).isFalse();
      assertThat(second.get("due").asLong()).isEqualTo(60);
    }
    try (var talking = new Talking(house, CHANNEL + "?after=1")) {
      assertThat(talking.hear("fact").get("fact"))
          .isEqualTo(house.get("/v1/lives/ada/facts?after=1&limit=1").json().get("facts").get(0));
      assertThat(talking.hear("fact").get("fact").get("type").asText()).isEqualTo("met");
    }
  }

  @Test
  void whatCannotBeIsAProblemAndTheConversationGoesOn() {
    try (var talking = new Talking(house, CHANNEL)) {
      assertThat(problem(talking, "{\"kind\":\"shokc\",\"intensity\":1,\"ref\":\"a\"}", "a"))
          .isEqualTo("/problems/unknown-kind");
      assertThat(problem(talking, "{\"kind\":\"shock\",\"intensity\":7,\"ref\":\"b\"}", "b"))
          .isEqualTo("/problems/bad-input");
      assertThat(problem(talking, "shock", "")).isEqualTo("/problems/bad-input");
      assertThat(problem(talking, "[]", "")).isEqualTo("/problems/bad-input");
      assertThat(problem(talking, "{\"kind\":\"shock\",\"intensity\":1,\"ref\":7}", ""))
          .isEqualTo("/problems/bad-input");
      assertThat(
              problem(
                  talking,
                  "{\"kind\":\"shock\",\"intensity\":1,\"ref\":\"" + "r".repeat(129) + "\"}",
                  ""))
          .isEqualTo("/problems/bad-input");
      talking.say("{\"kind\":\"shock\",\"intensity\":0.4}");
      assertThat(talking.hear("receipt").get("seq").asLong()).isEqualTo(2);
    }
  }

  private static String problem(Talking talking, String text, String ref) {
    var said = talking.say(text).hear("problem");
    assertThat(said.path("ref").asText()).isEqualTo(ref);
    return said.get("problem").get("type").asText();
  }

  @Test
  void answersComeInTheOrderOfTheStimuliHoweverManyThereAre() {
    try (var talking = new Talking(house, CHANNEL)) {
      for (int i = 0; i < 500; i++) {
        talking.say("{\"kind\":\"noise\",\"intensity\":0.1,\"ref\":\"" + i + "\"}");
      }
      for (int i = 0; i < 500; i++) {
        assertThat(talking.hear("receipt").get("ref").asText()).isEqualTo("" + i);
      }
    }
  }

  @Test
  void theSameKeyCountsOnceAlsoInAnotherConversation() {
    var stimulus = "{\"kind\":\"noise\",\"intensity\":0.1,\"key\":\"mine\"}";
    long seq;
    try (var talking = new Talking(house, CHANNEL)) {
      seq = talking.say(stimulus).hear("receipt").get("seq").asLong();
    }
    try (var talking = new Talking(house, CHANNEL)) {
      var again = talking.say(stimulus).hear("receipt");
      assertThat(again.get("seq").asLong()).isEqualTo(seq);
      assertThat(again.get("replayed").asBoolean()).isTrue();
    }
  }

  @Test
  void factsAreToldInOrderAndAReaderGoesOnWhereItWas() {
    var seqs = new ArrayList<Long>();
    try (var talking = new Talking(house, CHANNEL + "?after=0")) {
      house.meet("ada", new Stimulus("noise", 0.3), 200);
      while (seqs.size() < 150) {
        seqs.add(talking.hear("fact").get("fact").get("seq").asLong());
      }
    }
    long last = house.settled("ada");
    try (var talking = new Talking(house, CHANNEL + "?after=" + seqs.getLast())) {
      while (seqs.getLast() < last) {
        seqs.add(talking.hear("fact").get("fact").get("seq").asLong());
      }
    }
    for (int i = 0; i < seqs.size(); i++) {
      assertThat(seqs.get(i)).isEqualTo(i + 1L);
    }
  }

  @Test
  void whatIsNoticedIsToldAndToldAgainToWhoeverWasCutOff() {
    JsonNode noticed;
    try (var talking = new Talking(house, CHANNEL)) {
      for (int i = 0; i < 12; i++) {
        talking.say("{\"kind\":\"shock\",\"intensity\":0.25}");
      }
      noticed = talking.hear("observation").get("observation");
      assertThat(noticed.get("words").asText()).isNotBlank();
    }
    long changed = noticed.get("changed").get("seq").asLong();
    long version = noticed.get("version").asLong();
    try (var talking = new Talking(house, CHANNEL + "?after=" + changed)) {
      assertThat(talking.hear("observation").get("observation")).isEqualTo(noticed);
    }
    try (var talking = new Talking(house, CHANNEL + "?after=" + (changed + 1))) {
      var versions = new HashSet<Long>();
      house.settled("ada");
      Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
      for (var said : talking.rest()) {
        if (said.get("type").asText().equals("observation")) {
          versions.add(said.get("observation").get("version").asLong());
        }
      }
      assertThat(versions).doesNotContain(version);
    }
  }

  @Test
  void theTraceOfItsRequestIsKeptWithEachStimulus() {
    var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (var talking = new Talking(house, CHANNEL, "traceparent", trace)) {
      talking.say("{\"kind\":\"noise\",\"intensity\":0.1,\"metadata\":{\"a\":\"b\"}}");
      var fact = talking.hear("fact").get("fact");
      assertThat(fact.get("metadata").toString())
          .isEqualTo("{\"a\":\"b\",\"traceparent\":\"" + trace + "\"}");
    }
  }

  @Test
  void itEndsWithTheLifeAfterTheLastAnswer() {
    try (var talking = new Talking(house, CHANNEL)) {
      int sent = 20;
      for (int i = 0; i < sent; i++) {
        talking.say("{\"kind\":\"shock\",\"intensity\":1,\"ref\":\"" + i + "\"}");
      }
      assertThat(talking.end()).isEqualTo(1000);
      var said = talking.rest();
      assertThat(said)
          .filteredOn(one -> List.of("receipt", "problem").contains(one.get("type").asText()))
          .hasSize(sent);
      assertThat(said)
          .anyMatch(one -> one.path("problem").path("type").asText().equals("/problems/dead"))
          .anyMatch(one -> one.path("fact").path("type").asText().equals("died"));
    }
    try (var late = new Talking(house, CHANNEL)) {
      assertThat(late.end()).isEqualTo(1000);
    }
  }

  @Test
  void bytesAreRefused() {
    try (var talking = new Talking(house, CHANNEL)) {
      assertThat(talking.sayBytes(new byte[10]).end()).isEqualTo(1003);
    }
    try (var talking = new Talking(house, CHANNEL)) {
      assertThat(talking.sayBytes(new byte[3_000_000]).end()).isEqualTo(1003);
    }
  }

  @Test
  void aMessageMayComeInPiecesButNotBeLongerThan64Kibibytes() {
    var padding = " ".repeat(60_000);
    try (var talking = new Talking(house, CHANNEL)) {
      talking.sayInPieces("{\"kind\":\"noise\"," + padding + "\"intensity\":0.1}");
      assertThat(talking.hear("receipt").get("seq").asLong()).isEqualTo(2);
      talking.say("{\"kind\":\"noise\"," + padding + "\"intensity\":0.1}");
      assertThat(talking.hear("receipt").get("seq").asLong()).isEqualTo(4);
      assertThat(talking.say(padding + padding).end()).isEqualTo(1009);
    }
    try (var talking = new Talking(house, CHANNEL)) {
      assertThat(talking.sayInPieces(padding + padding).end()).isEqualTo(1009);
    }
    try (var talking = new Talking(house, CHANNEL)) {
      assertThat(talking.say("ä".repeat(33_000)).end()).isEqualTo(1009);
    }
    assertThat(house.seq("ada")).isEqualTo(5);
  }

  @Test
  void inSilenceItIsAskedWhetherAnybodyIsStillThere() {
    try (var talking = new Talking(house, CHANNEL)) {
      Awaitility.await().until(() -> talking.pings() > 6);
      talking.say("{\"kind\":\"noise\",\"intensity\":0.1}");
      assertThat(talking.hear("receipt")).isNotNull();
    }
  }

  @Test
  void itTakesAPlaceAmongThoseWhoListenAndGivesItBack() {
    try (var first = new Talking(house, CHANNEL);
        var second = new Talking(house, CHANNEL);
        var third = new Listening(house, "/v1/lives/ada/facts/stream")) {
      assertThat(third.frame()).isPresent();
      for (var talking : List.of(first, second)) {
        talking.say("{\"kind\":\"noise\",\"intensity\":0.1}").hear("receipt");
      }
      var refused = house.get("/v1/lives/ada/facts/stream");
      assertThat(refused.json().get("type").asText()).isEqualTo("/problems/too-many-streams");
      assertThat(refusal(CHANNEL)).isEqualTo(503);
    }
    Awaitility.await()
        .until(() -> {
          try (var next = new Listening(house, "/v1/lives/ada/facts/stream")) {
            return next.status() == 200;
          }
        });
  }

  @Test
  void whoeverDoesNotUpgradeIsToldTo() {
    var reply = house.get(CHANNEL);
    assertThat(reply.status()).isEqualTo(426);
    assertThat(reply.header("Upgrade")).isEqualTo("websocket");
    assertThat(reply.json().get("type").asText()).isEqualTo("/problems/upgrade-needed");
    assertThat(house.get("/v1/lives/nobody/channel").status()).isEqualTo(404);
    assertThat(house.get(CHANNEL + "?before=1").status()).isEqualTo(400);
  }

  @Test
  void aPlaceThatTheLifeHasNotReachedIsRefused() {
    assertThat(refusal(CHANNEL + "?after=99")).isEqualTo(400);
  }

  private int refusal(String path) {
    try (var talking = new Talking(house, path)) {
      throw new AssertionError("it was let in and ended with " + talking.end());
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  @Test
  void whenTheServerEndsItSaysSo() {
    try (var talking = new Talking(house, CHANNEL)) {
      talking.say("{\"kind\":\"noise\",\"intensity\":0.1}").hear("receipt");
      house.close();
      assertThat(talking.end()).isEqualTo(1001);
    }
  }
}
