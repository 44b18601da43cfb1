package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal is a clear problem document, and the being is the same before and after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String STIMULI = "/v1/lives/ada/stimuli";

  private OpenHouse house;
  private String hash = "";

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
    house.post(STIMULI, "{\"kind\":\"shock\",\"intensity\":0.9}");
    hash = hash();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(hash()).isEqualTo(hash);
    assertThat(house.get("/v1/lives/ada").json().get("seq").asLong()).isEqualTo(3);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kind\":\"shock\",\"intensity\":0.9 | the body is not JSON",
        "shock | the body is not JSON",
        "[] | a batch has 1 to 1000 stimuli, but this has 0",
        "7 | the body must be a JSON object",
        "{\"kind\":\"shock\",\"intensity\":NaN} | the body is not JSON",
        "{\"kind\":\"shock\",\"intensity\":-1} | intensity must be a number from 0.0 to 1.0, but was -1.0",
        "{\"kind\":\"shock\",\"intensity\":1.5} | intensity must be a number from 0.0 to 1.0, but was 1.5",
        "{\"kind\":\"shock\",\"intensity\":1e9} | intensity must be a number from 0.0 to 1.0, but was 1.0E9",
        "{\"kind\":\"shock\",\"intensity\":1e999} | intensity must be a number from 0.0 to 1.0, but was Infinity",
        "{\"kind\":\"shock\",\"intensity\":\"0.9\"} | the field 'intensity' must be a number, but was \"0.9\"",
        "{\"kind\":\"shock\",\"intensity\":null} | the field 'intensity' must be a number, but was null",
        "{\"kind\":7,\"intensity\":0.9} | the field 'kind' must be a text, but was 7",
        "{\"kind\":\"Shock!\",\"intensity\":0.9} | kind must be a name such as 'shock'",
        "{\"intensity\":0.9} | the field 'kind' is missing",
        "{\"kind\":\"shock\"} | the field 'intensity' is missing",
        "{\"kind\":\"shock\",\"intensity\":0.9,\"colour\":1} | unknown field 'colour'; known fields: kind, intensity, atTick, inTicks, key, metadata",
        "{\"kind\":\"shock\",\"intensity\":0.9,\"kind\":\"noise\"} | the body is not JSON: Duplicate",
        "{\"kind\":\"shock\",\"intensity\":0.9} {} | the body is not JSON",
        "{\"kind\":\"shock\",\"intensity\":0.9,\"atTick\":1,\"inTicks\":1} | give 'atTick' or 'inTicks', not both",
        "{\"kind\":\"shock\",\"intensity\":0.9,\"atTick\":1.5} | the field 'atTick' must be a whole number",
        "{\"kind\":\"shock\",\"intensity\":0.9,\"inTicks\":-1} | inTicks must be a whole number",
        "`` | the body must be a JSON object"
      })
  void aStimulusThatCannotBeIsRefused(String body, String detail) {
    var reply = house.post(STIMULI, body);
    assertProblem(reply, 400, "bad-input");
    assertThat(reply.json().get("detail").asText()).startsWith(detail.strip());
  }

  @Test
  void anUnknownKindIsRefusedAndTheKnownOnesAreListed() {
    var reply = house.post(STIMULI, "{\"kind\":\"shokc\",\"intensity\":0.9}");
    assertProblem(reply, 422, "unknown-kind");
    assertThat(reply.json().get("known"))
        .extracting(node -> node.asText())
        .contains("shock", "noise", "recovery");
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() {
    var request =
        house
            .request(STIMULI)
            .header("Content-Type", "application/json")
            .expectContinue(true) // or the answer may come while the body is still on its way
            .POST(BodyPublishers.ofString(" ".repeat(10_000_000)))
            .build();
    assertProblem(house.send(request), 413, "too-large");
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedAsSoonAsItIsTooLong() {
    var chunks = List.of("x".repeat(50_000).getBytes(UTF_8), "x".repeat(50_000).getBytes(UTF_8));
    var request =
        house
            .request(STIMULI)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArrays(chunks))
            .build();
    assertProblem(house.send(request), 413, "too-large");
  }

  @Test
  void aBodyThatIsNotJsonByItsTypeIsRefused() {
    var text = BodyPublishers.ofString("{\"kind\":\"shock\",\"intensity\":0.9}");
    var request = house.request(STIMULI).header("Content-Type", "text/plain").POST(text).build();
    assertProblem(house.send(request), 415, "wrong-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "NOBODY", "a%20b", "..%2f..%2fetc", "%00"})
  void anUnknownLifeIsRefused(String name) {
    assertProblem(house.get("/v1/lives/" + name), 404, "unknown-life");
    var poked =
        house.post("/v1/lives/" + name + "/stimuli", "{\"kind\":\"shock\",\"intensity\":0.9}");
    assertProblem(poked, 404, "unknown-life");
    assertProblem(house.get("/v1/lives/" + name + "/facts"), 404, "unknown-life");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ada", "7", "a b", "a/b", "ä"})
  void aBadNameIsRefused(String name) {
    var reply = house.post("/v1/admin/lives", "{\"name\":\"" + name + "\"}");
    assertProblem(reply, 400, "bad-input");
    assertThat(reply.json().get("detail").asText()).contains("slug such as 'ada'");
  }

  @Test
  void anUnknownWorldIsRefusedAndTheKnownOnesAreListed() {
    var reply = house.post("/v1/admin/lives", "{\"name\":\"zed\",\"world\":\"narnia\"}");
    assertProblem(reply, 422, "unknown-world");
    assertThat(reply.json().get("known").get(0).asText()).isEqualTo("default");
    assertProblem(house.get("/v1/lives/zed"), 404, "unknown-life");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=-1",
        "after=x",
        "after=%2B1",
        "after=%D9%A1",
        "limit=0",
        "limit=1001",
        "limit=9999999999999999999",
        "z=1"
      })
  void aPageThatCannotBeIsRefused(String query) {
    assertProblem(house.get("/v1/lives/ada/facts?" + query), 400, "bad-input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"speed\":0}",
        "{\"speed\":100001}",
        "{\"speed\":\"fast\"}",
        "{\"paused\":1}",
        "{\"step\":0}",
        "{\"step\":1.5}",
        "{\"step\":1000001}",
        "{\"step\":5,\"speed\":-1}"
      })
  void timeThatCannotBeIsRefused(String body) {
    assertProblem(house.put("/v1/time", body), 400, "bad-input");
  }

  @Test
  void anIdempotencyKeyMustBeVisibleAsciiAndShort() {
    var body = "{\"kind\":\"shock\",\"intensity\":0.9}";
    assertProblem(house.poke(STIMULI, body, "k".repeat(129)), 400, "bad-input");
    assertProblem(house.poke(STIMULI, body, "two words"), 400, "bad-input");
  }

  @Test
  void whatIsNotThereIsNotThereAndWrongMethodsSayWhichAreRight() {
    assertProblem(house.get("/v2/lives"), 404, "not-found");
    assertProblem(house.get("/v1/lives/ada/"), 404, "not-found");
    assertProblem(house.get("//"), 404, "not-found");
    assertProblem(house.get("/observatory"), 404, "not-found");
    var reply = house.put("/v1/lives/ada/stimuli", "{}");
    assertProblem(reply, 405, "method-not-allowed");
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(house.post("/v1/time", "{}").header("Allow")).isEqualTo("GET, PUT");
  }

  private static void assertProblem(OpenHouse.Reply reply, int status, String slug) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    var problem = reply.json();
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + slug);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText())
        .isNotBlank()
        .doesNotContain("Exception", "com.fasterxml", "java.", "life.");
  }

  private String hash() {
    return house.get("/v1/lives/ada").json().get("hash").asText();
  }
}
