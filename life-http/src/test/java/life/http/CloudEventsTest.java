package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stimuli as CloudEvents 1.0, in the examples of its specification, with a stimulus as data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudEventsTest {
  private static final String EVENT = "application/cloudevents+json";
  private static final String EVENTS = "application/cloudevents-batch+json; charset=UTF-8";
  private static final String SHOCK = "{\"kind\":\"shock\",\"intensity\":0.4}";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  /** The example of the JSON format, 3.2, with null for an attribute that is not set. */
  private static final String STRUCTURED =
      """
      {
        "specversion" : "1.0",
        "type" : "com.example.someevent",
        "source" : "/mycontext",
        "subject": null,
        "id" : "C234-1234-1234",
        "time" : "2018-04-05T17:31:00Z",
        "comexampleextension1" : "value",
        "comexampleothervalue" : 5,
        "datacontenttype" : "application/json",
        "data" : %s
      }
      """
          .formatted(SHOCK);

  private OpenHouse house;
  private String life = "";

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
  }

  @BeforeEach
  void bear(TestInfo test) {
    life = "l" + Integer.toHexString((test.getDisplayName() + test.getTestMethod()).hashCode());
    house.post("/v1/admin/lives", "{\"name\":\"" + life + "\",\"seed\":7}");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void anEventAsOneDocumentIsAStimulusThatCountsOnce() {
    var first = send(EVENT, STRUCTURED, Map.of());
    assertThat(first.status()).as(first.response().body()).isEqualTo(201);
    var again = send(EVENT + "; charset=utf-8", STRUCTURED, Map.of());
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    var kept = kept();
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().get("key").asText()).isEqualTo("ce:/mycontext|C234-1234-1234");
    assertThat(kept.getFirst().get("metadata").toString())
        .isEqualTo(
            "{\"ce-id\":\"C234-1234-1234\",\"ce-source\":\"/mycontext\",\"ce-time\":\"2018-04-05T17:31:00Z\",\"ce-type\":\"com.example.someevent\"}");
  }

  @Test
  void anEventInTheHeadersIsTheSameEvent() {
    var head =
        Map.of(
            "ce-specversion", "1.0",
            "ce-type", "com.example.someevent",
            "ce-time", "2018-04-05T03:56:24Z",
            "ce-id", "1234-1234-1234",
            "ce-source", "/mycontext/subcontext",
            "ce-subject", "Euro%20%E2%82%AC%20%F0%9F%98%80");
    var body = "{\"kind\":\"noise\",\"intensity\":0.4,\"metadata\":{\"room\":\"kitchen\"}}";
    var first = send("application/json; charset=utf-8", body, head);
    assertThat(first.status()).as(first.response().body()).isEqualTo(201);
    assertThat(send("application/json", body, head).header("Idempotency-Replayed"))
        .isEqualTo("true");
    var metadata = kept().getFirst().get("metadata");
    assertThat(metadata.get("ce-subject").asText()).isEqualTo("Euro € \uD83D\uDE00");
    assertThat(metadata.get("room").asText()).isEqualTo("kitchen");
    assertThat(metadata.get("ce-time").asText()).isEqualTo("2018-04-05T03:56:24Z");
  }

  /** The example of the JSON format, 4.2: two events, here and one that is none. */
  @Test
  void aBatchOfEventsHasAResultForEach() {
    var batch =
        """
        [
          {"specversion":"1.0","type":"com.example.someevent","source":"/mycontext/4",
           "id":"B234-1234-1234","time":"2018-04-05T17:31:00Z","data":%1$s},
          {"specversion":"1.0","type":"com.example.someotherevent","source":"/mycontext/9",
           "id":"C234-1234-1234","comexampleextension1":"value","comexampleothervalue":5,
           "data":%1$s},
          {"specversion":"1.0","type":"com.example.someotherevent","source":"/mycontext/9",
           "id":"C234-1234-1234","data":%1$s},
          {"type":"com.example.someevent","data":%1$s}
        ]
        """
            .formatted(SHOCK);
    var reply = send(EVENTS, batch, Map.of());
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
    var results = reply.json().get("results");
    assertThat(results)
        .extracting(result -> result.get("status").asInt())
        .containsExactly(201, 201, 201, 400);
    assertThat(results.get(2).get("replayed").asBoolean()).isTrue();
    assertThat(results.get(3).get("problem").get("detail").asText())
        .isEqualTo("this is no event of CloudEvents 1.0: it has no specversion");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void dataMayComeInBase64() {
    var event =
        "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"s\",\"id\":\"1\",\"data_base64\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(SHOCK.getBytes(UTF_8)));
    assertThat(send(EVENT, event, Map.of()).status()).isEqualTo(201);
    assertThat(send(EVENT, event.replace("_base64\":\"", "_base64\":\"*"), Map.of()).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"specversion\" : \"1.0\" | \"specversion\" : \"0.3\" | specversion must be 1.0, but was 0.3",
        "\"id\" : \"C234-1234-1234\" | \"id\" : \"\" | id must not be empty",
        "\"id\" : \"C234-1234-1234\" | \"id\" : null | it has no id",
        "\"source\" : \"/mycontext\" | \"source\" : \"a b\" | source must be a URI reference, but was a b",
        "\"subject\": null | \"subject\": \"\" | subject must not be empty",
        "17:31:00Z | 25:31:00Z | time must be as in RFC 3339, such as 2026-04-05T17:31:00Z",
        "application/json | text/plain | datacontenttype must be application/json, but was text/plain",
        "\"data\" : | \"data_base64\":\"e30=\", \"data\" : | it has data and data_base64; give one of them"
      })
  void whatIsNoEventIsRefusedAndSaysWhy(String right, String wrong, String why) {
    assertThat(STRUCTURED).contains(right.strip());
    var reply = send(EVENT, STRUCTURED.replace(right.strip(), wrong.strip()), Map.of());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("detail").asText())
        .isEqualTo("this is no event of CloudEvents 1.0: " + why.strip());
    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "%4", "%zz", "%ff", "%E2%82"})
  void aHeaderThatIsNotWrittenAsItMustBeIsRefused(String id) {
    var head = Map.of("ce-specversion", "1.0", "ce-type", "t", "ce-source", "/s", "ce-id", id);
    var reply = send("application/json", SHOCK, head);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("detail").asText()).startsWith("the header ce-id must be ASCII");
  }

  @Test
  void anEventWhoseHeadersAreNotCompleteIsNoBareStimulus() {
    assertThat(send("application/json", SHOCK, Map.of("ce-id", "7")).status()).isEqualTo(400);
    assertThat(kept()).isEmpty();
  }

  @Test
  void dataThatIsNoStimulusIsRefused() {
    for (var data :
        List.of(
            "[]", "7", "\"shock\"", "{}", "{\"kind\":\"shock\",\"intensity\":1,\"key\":\"k\"}")) {
      var reply = send(EVENT, STRUCTURED.replace(SHOCK, data), Map.of());
      assertThat(reply.status()).as(data).isEqualTo(400);
    }
    assertThat(send(EVENT, STRUCTURED.replace("\"data\" :", "\"date\" :"), Map.of()).status())
        .isEqualTo(400);
    assertThat(
            send(EVENT, STRUCTURED.replace("\"id\" :", "\"id\" : \"x\", \"id\" :"), Map.of())
                .status())
        .isEqualTo(400);
  }

  @Test
  void theKeyOfAnEventIsItsOwnAndNoOther() {
    var reply = send(EVENT, STRUCTURED, Map.of("Idempotency-Key", "mine"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("detail").asText()).contains("source and id are its key");
  }

  @Test
  void longAndForeignNamesMakeKeysThatDifferToo() {
    var keys = new ArrayList<String>();
    for (var names :
        List.of(
            List.of("/s", "ä"),
            List.of("/s", "b|c"),
            List.of("/s", "x".repeat(200)),
            List.of("/s/x", "x".repeat(198)),
            List.of("/s|b".replace("|", "%7C"), "c"))) {
      var event =
          STRUCTURED
              .replace("/mycontext", names.getFirst())
              .replace("C234-1234-1234", names.getLast());
      assertThat(send(EVENT, event, Map.of()).status()).as("%s", names).isEqualTo(201);
    }
    kept().forEach(fact -> keys.add(fact.get("key").asText()));
    assertThat(keys)
        .hasSize(5)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[!-~]{1,128}"));
  }

  @Test
  void whatIsTooLongToBeKeptIsRefusedAndNotCut() {
    var reply = send(EVENT, STRUCTURED.replace("C234-1234-1234", "x".repeat(257)), Map.of());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("detail").asText())
        .isEqualTo("metadata 'ce-id' must be a text of at most 256 characters");
  }

  @Test
  void theTraceOfARequestIsKeptUnlessTheEventSaysItsOwn() {
    send("application/json", SHOCK, Map.of("traceparent", TRACE));
    assertThat(kept().getLast().get("metadata").get("traceparent").asText()).isEqualTo(TRACE);
    var own = TRACE.replace("b7ad", "aaaa");
    send(
        EVENT,
        STRUCTURED.replace("\"subject\": null", "\"traceparent\": \"" + own + "\""),
        Map.of("traceparent", TRACE));
    assertThat(kept().getLast().get("metadata").get("traceparent").asText()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
      })
  void aTraceThatIsNotValidIsNotKept(String trace) {
    assertThat(send("application/json", SHOCK, Map.of("traceparent", trace)).status())
        .isEqualTo(201);
    assertThat(kept().getLast().has("metadata")).isFalse();
  }

  @Test
  void metadataIsKeptInTheFactAndHasItsBounds() {
    var with = "{\"kind\":\"shock\",\"intensity\":0.4,\"metadata\":%s}";
    assertThat(
            send("application/json", with.formatted("{\"b\":\"2\",\"a\":\"ä\"}"), Map.of())
                .status())
        .isEqualTo(201);
    assertThat(kept().getFirst().get("metadata").toString()).isEqualTo("{\"a\":\"ä\",\"b\":\"2\"}");
    for (var wrong :
        List.of("7", "[]", "{\"a\":7}", "{\"A\":\"\"}", "{\"a\":null}", "{\"a\":{}}", "null")) {
      assertThat(send("application/json", with.formatted(wrong), Map.of()).status())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(kept()).hasSize(1);
    var lines = house.get("/v1/lives/" + life + "/export?format=jsonl").response().body();
    assertThat(lines).contains("\"metadata\":{\"a\":\"ä\",\"b\":\"2\"}");
  }

  private OpenHouse.Reply send(String type, String body, Map<String, String> headers) {
    var request = house.request("/v1/lives/" + life + "/stimuli").header("Content-Type", type);
    headers.forEach(request::header);
    return house.send(request.POST(BodyPublishers.ofString(body)).build());
  }

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
}
