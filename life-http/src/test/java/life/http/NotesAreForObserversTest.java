package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import life.being.LifeId;
import life.being.StateHash;
import life.http.gate.Access;
import life.http.gate.Right;
import life.http.gate.Token;
import life.journal.FactFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes stand beside a life, at points of it, and never get into it. */
class NotesAreForObserversTest {
  private static final String NOTES = "/v1/lives/ada/notes";

  @TempDir Path data;

  private OpenHouse house;

  @BeforeEach
  void open() {
    house = new OpenHouse(data);
    house.bear("ada");
    house.post("/v1/lives/ada/stimuli", "{\"kind\":\"shock\",\"intensity\":0.9}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private OpenHouse.Reply pin(String at, String text) {
    return house.post(
        NOTES, FactFormat.JSON.valueToTree(Map.of("at", at, "text", text)).toString());
  }

  private static List<Integer> numbers(JsonNode page) {
    return page.path("notes").valueStream().map(note -> note.path("number").asInt()).toList();
  }

  @Test
  void aNoteStaysAtItsPoint() {
    var pinned = pin("birth", "here it all began");
    assertThat(pinned.status()).isEqualTo(201);
    assertThat(pinned.header("Location")).isEqualTo(NOTES + "/1");
    assertThat(pinned.json().path("seq").asLong()).isEqualTo(1);
    assertThat(pinned.json().path("tick").asLong()).isZero();
    assertThat(pinned.json().path("age").asText()).isEqualTo("PT0S");
    assertThat(house.get(NOTES + "/1").json()).isEqualTo(pinned.json());
    assertThat(house.post(NOTES, "{\"text\":\"now\"}").json().path("seq").asLong())
        .isEqualTo(house.seq("ada"));
    assertThat(
            house.post(NOTES, "{\"at\":\"seq:2\",\"text\":\"then\"}").json().path("seq").asLong())
        .isEqualTo(2);
  }

  @Test
  void theyAreInTheOrderOfTheLifeAPageAtATime() {
    pin("head", "late");
    pin("birth", "early");
    pin("birth", "early as well");
    assertThat(numbers(house.get(NOTES).json())).containsExactly(1, 2, 3); // all at tick 0
    var first = house.get(NOTES + "?limit=2");
    var next = first.json().path("next").asText();
    assertThat(first.header("Link"))
        .isEqualTo("<" + NOTES + "?after=" + next + "&limit=2>; rel=\"next\"");
    var second = house.get(NOTES + "?limit=2&after=" + next).json();
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(List.of(numbers(first.json()), numbers(second)).toString())
        .isEqualTo("[[1, 2], [3]]");
    assertThat(house.get(NOTES + "?after=yesterday").json().path("detail").asText())
        .contains("'next' of the page before");
  }

  @Test
  void theBeingHearsNothingOfThem() {
    var entry = house.service().directory().find(new LifeId("ada")).orElseThrow();
    var before = StateHash.of(entry.state()).hex();
    long seq = house.seq("ada");
    var exported = house.get("/v1/lives/ada/export?format=jsonl").response().body();
    pin("head", "it does not know that I am here");
    house.send(house.request(NOTES + "/1").DELETE().build());
    pin("head", "nor that I am still here");
    assertThat(house.seq("ada")).isEqualTo(seq);
    var after = house.service().directory().find(new LifeId("ada")).orElseThrow();
    assertThat(StateHash.of(after.state()).hex()).isEqualTo(before);
    assertThat(house.get("/v1/lives/ada/export?format=jsonl").response().body())
        .isEqualTo(exported)
        .doesNotContain("still here");
  }

  @Test
  void whatIsRemovedIsGone() {
    pin("birth", "a mistake");
    assertThat(house.send(house.request(NOTES + "/1").DELETE().build()).status()).isEqualTo(204);
    var again = house.send(house.request(NOTES + "/1").DELETE().build());
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.json().path("type").asText()).isEqualTo("/problems/no-such-note");
    assertThat(house.get(NOTES).json().path("notes")).isEmpty();
    assertThat(pin("birth", "better").json().path("number").asInt()).isEqualTo(2);
  }

  @Test
  void anotherProcessFindsThemWhereTheyWere() {
    pin("birth", "here it all began");
    var before = house.get(NOTES).json();
    house.close();
    house = new OpenHouse(data);
    assertThat(house.get(NOTES).json()).isEqualTo(before);
  }

  @Test
  void whatCannotBeWrittenDownIsSaid() {
    assertThat(pin("birth", "a\tb").json().path("detail").asText())
        .isEqualTo("a note has no control characters but line feeds, but this has U+0009");
    assertThat(pin("birth", "x".repeat(2_001)).json().path("detail").asText())
        .isEqualTo("a note has 1 to 2000 characters, but this has 2001");
    assertThat(house.post(NOTES, "{\"at\":\"birth\"}").json().path("detail").asText())
        .isEqualTo("the field 'text' is missing");
    assertThat(pin("age:9d", "too early").json().path("type").asText())
        .isEqualTo("/problems/no-such-moment");
    assertThat(house.get(NOTES).json().path("notes")).isEmpty();
  }

  @Test
  void whoMayOnlyObserveReadsAndWritesNothing(@TempDir Path other) {
    var token = Token.random();
    try (var closed =
        new OpenHouse(other, new Access(token, Optional.empty(), true, Set.of(), 0))) {
      for (var right : Right.values()) {
        var writing =
            closed.send(
                closed
                    .request("/v1/lives/nobody/notes")
                    .setHeader("Authorization", "Bearer " + token.of(right))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"text\":\"x\"}"))
                    .build());
        assertThat(writing.status()).as(right.word()).isEqualTo(right == Right.OBSERVE ? 403 : 404);
      }
    }
  }
}
