package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import life.actor.Happening;
import life.being.Fact;
import life.journal.FactFormat;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many stimuli in one request: each is answered for itself, and all become durable together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StimuliThatComeTogetherTest {
  private static final String NOISE = "{\"kind\":\"noise\",\"intensity\":0.3}";
  private static final String LINES = "application/x-ndjson";

  private final Queue<Happening> happenings = new ConcurrentLinkedQueue<>();
  private OpenHouse house;
  private String life = "";

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    var listener =
        house
            .service()
            .system()
            .systemActorOf(
                Behaviors.<Happening>receiveMessage(happening -> {
                  happenings.add(happening);
                  return Behaviors.same();
                }),
                "listener",
                Props.empty());
    house
        .service()
        .system()
        .eventStream()
        .tell(new EventStream.Subscribe<>(Happening.class, listener));
  }

  @BeforeEach
  void bear(TestInfo test) {
    life = "l" + Integer.toHexString(test.getDisplayName().hashCode() & 0xffffff);
    house.post("/v1/admin/lives", "{\"name\":\"" + life + "\",\"seed\":7}");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aBatchIsOneWriteAndEachStimulusHasItsResult() {
    var reply = send("application/json", "[" + many(500, ",") + "]", "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("life").asText()).isEqualTo(life);
    var results = reply.json().get("results");
    assertThat(results).hasSize(500);
    assertThat(results).allMatch(result -> result.get("status").asInt() == 201);
    assertThat(results).extracting(result -> result.get("seq").asLong()).isSorted();
    Awaitility.await().until(() -> writes().size() == 1);
    assertThat(reached(writes().getFirst())).isEqualTo(500);
  }

  @Test
  void linesAreAnsweredByLines() {
    var reply = send(LINES, NOISE + "\n\r\n" + NOISE + "\r\n   \n" + NOISE, "");
    assertThat(reply.header("Content-Type")).startsWith(LINES);
    assertThat(lines(reply))
        .hasSize(3)
        .allMatch(result -> result.get("status").asInt() == 201)
        .allMatch(result -> !result.get("replayed").asBoolean());
  }

  @Test
  void aBadLineIsAResultOfItsOwnAndHarmsNoOther() {
    var later = "{\"kind\":\"shock\",\"intensity\":0.5,\"inTicks\":60}";
    var text =
        String.join(
            "\n",
            NOISE,
            "{\"kind\":\"noise\"",
            "{\"kind\":\"noise\",\"kind\":\"shock\",\"intensity\":1}",
            "{\"kind\":\"shokc\",\"intensity\":1}",
            "{\"kind\":\"noise\",\"intensity\":2}",
            NOISE + " " + NOISE,
            "\u0000\u00ff",
            "[]",
            "{\"kind\":\"noise\",\"intensity\":1,\"atTick\":9223372036854775807}",
            "[".repeat(40) + "]".repeat(40),
            "\"" + "x".repeat(70_000) + "\"",
            later);
    var results = lines(send(LINES, text, ""));
    assertThat(results)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(201, 400, 400, 422, 400, 400, 400, 400, 422, 400, 413, 201);
    assertThat(results.get(3).get("problem").get("type").asText())
        .isEqualTo("/problems/unknown-kind");
    assertThat(results.get(3).get("problem").get("known")).isNotEmpty();
    assertThat(results.get(1).get("problem").get("detail").asText()).contains("(column ");
    assertThat(results.getLast().get("due").asLong()).isEqualTo(60);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void aBadElementOfAnArrayIsAResultOfItsOwnToo() {
    var results =
        send("application/json", "[7," + NOISE + ",{\"kind\":\"noise\"},null]", "")
            .json()
            .get("results");
    assertThat(results)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(400, 201, 400, 400);
    assertThat(results.get(2).get("problem").get("detail").asText())
        .isEqualTo("the field 'intensity' is missing");
  }

  @Test
  void aBatchThatIsNoJsonAtAllIsRefusedAsAWhole() {
    var reply = send("application/json", "[" + NOISE + "," + NOISE, "");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aThousandAreTakenAndOneMoreIsNot() {
    assertThat(lines(send(LINES, many(1_000, "\n"), ""))).hasSize(1_000);
    long seq = house.seq(life);
    var reply = send(LINES, many(1_001, "\n"), "");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("detail").asText())
        .isEqualTo("a batch has 1 to 1000 stimuli, but this has 1001");
    assertThat(send("application/json", "[" + many(1_001, ",") + "]", "").status()).isEqualTo(400);
    assertThat(send("application/json", "[]", "").status()).isEqualTo(400);
    assertThat(send(LINES, "\n\n", "").status()).isEqualTo(400);
    assertThat(house.seq(life)).isEqualTo(seq);
  }

  @Test
  void aBatchHasAMebibyteAndASingleStimulus64Kibibytes() {
    var padded = NOISE + " ".repeat(2_000);
    var batch = String.join("\n", Collections.nCopies(500, padded));
    assertThat(batch.length()).isBetween(1_000_000, 1 << 20);
    assertThat(send(LINES, batch, "").status()).isEqualTo(200);
    assertThat(send(LINES, batch + " ".repeat(50_000), "").status()).isEqualTo(413);
    assertThat(send("application/json", " ".repeat(70_000) + NOISE, "").status()).isEqualTo(413);
    assertThat(send("application/json", " ".repeat(60_000) + NOISE, "").status()).isEqualTo(201);
  }

  @Test
  void theKeyOfABatchNamesEachStimulusSoThatARetryIsAppliedOnce() {
    var text = String.join("\n", NOISE, "bad", "{\"kind\":\"shock\",\"intensity\":0.2}");
    var first = lines(send(LINES, text, "run-1"));
    long seq = house.seq(life);
    var second = lines(send(LINES, text, "run-1"));
    assertThat(second).hasSize(3);
    assertThat(second.get(0).get("seq")).isEqualTo(first.get(0).get("seq"));
    assertThat(second.get(0).get("replayed").asBoolean()).isTrue();
    assertThat(second.get(1).get("status").asInt()).isEqualTo(400);
    assertThat(second.get(2).get("replayed").asBoolean()).isTrue();
    assertThat(house.seq(life)).isEqualTo(seq);
    assertThat(kept())
        .extracting(fact -> fact.get("key").asText())
        .containsExactly("run-1/1", "run-1/3");
  }

  @Test
  void aStimulusMayHaveAKeyOfItsOwnAndTheSameKeyCountsOnceInABatch() {
    var own = "{\"kind\":\"noise\",\"intensity\":0.3,\"key\":\"mine\"}";
    var other = "{\"kind\":\"shock\",\"intensity\":0.3,\"key\":\"mine\"}";
    var results = lines(send(LINES, String.join("\n", own, own, other, NOISE), "run"));
    assertThat(results.get(1).get("seq")).isEqualTo(results.get(0).get("seq"));
    assertThat(results.get(0).get("replayed").asBoolean()).isFalse();
    assertThat(results.get(1).get("replayed").asBoolean()).isTrue();
    assertThat(results.get(2).get("problem").get("type").asText()).isEqualTo("/problems/key-taken");
    assertThat(kept())
        .extracting(fact -> fact.get("key").asText())
        .containsExactly("mine", "run/4");
  }

  @Test
  void aKeyThatLeavesNoRoomForANumberIsRefused() {
    assertThat(send(LINES, NOISE, "k".repeat(123)).status()).isEqualTo(200);
    var refused = send(LINES, NOISE, "k".repeat(124));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("detail").asText()).contains("at most 123 characters");
  }

  @Test
  void ofASingleStimulusTheKeyMayStandInBothPlacesIfItIsTheSame() {
    var body = "{\"kind\":\"noise\",\"intensity\":0.3,\"key\":\"a\"}";
    assertThat(send("application/json", body, "a").status()).isEqualTo(201);
    assertThat(send("application/json", body, "").header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(send("application/json", body, "b").status()).isEqualTo(400);
    assertThat(send("application/json", body.replace("\"a\"", "\"a b\""), "").status())
        .isEqualTo(400);
  }

  @Test
  void aStimulusOfNobodyIsRefusedAsAWhole() {
    var request =
        house
            .request("/v1/lives/nobody/stimuli")
            .header("Content-Type", LINES)
            .POST(BodyPublishers.ofString(NOISE))
            .build();
    assertThat(house.send(request).status()).isEqualTo(404);
  }

  private OpenHouse.Reply send(String type, String body, String key) {
    var request = house.request("/v1/lives/" + life + "/stimuli").header("Content-Type", type);
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return house.send(request.POST(BodyPublishers.ofString(body)).build());
  }

  private static String many(int count, String between) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"kind\":\"recovery\",\"intensity\":0." + (100 + i) + "}")
        .collect(Collectors.joining(between));
  }

  private static List<JsonNode> lines(OpenHouse.Reply reply) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    var lines = new ArrayList<JsonNode>();
    reply.response().body().lines().forEach(line -> lines.add(parsed(line)));
    return lines;
  }

  private static JsonNode parsed(String line) {
    try {
      return FactFormat.JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** What reached this being. */
  private List<JsonNode> kept() {
    var kept = new ArrayList<JsonNode>();
    house
        .get("/v1/lives/" + life + "/facts?limit=1000")
        .json()
        .get("facts")
        .forEach(fact -> {
          if (fact.get("type").asText().equals("reached")) {
            kept.add(fact);
          }
        });
    return kept;
  }

  /** The writes that brought stimuli to this being. */
  private List<Happening> writes() {
    return happenings.stream()
        .filter(happening -> happening.id().slug().equals(life) && reached(happening) > 0)
        .toList();
  }

  private static long reached(Happening happening) {
    return happening.facts().stream().filter(Fact.Reached.class::isInstance).count();
  }
}
