package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import life.being.LifeId;
import life.notice.KeptNotices;
import life.notice.ToldNotices;
import life.observe.Observation;
import life.world.Stimulus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the monitor noticed is found over HTTP, then and while it happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WhatWasNoticedTest {
  private static final int HOUR = 3_600;

  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    bear("ada", false);
    for (int day = 0; day < 4; day++) {
      storm("ada");
    }
    caughtUp("ada");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void eachObservationIsToldAsItStandsNow() {
    caughtUp("ada");
    var page = house.get(path("ada")).json();
    assertThat(page.get("seq").asLong()).isEqualTo(page.get("head").asLong());
    assertThat(page.get("next").isNull()).isTrue();
    var observations = list(page);
    assertThat(observations).isNotEmpty();
    assertThat(observations.stream().map(one -> one.get("version").asLong()).toList()).isSorted();
    var flood = having(observations, "flood").orElseThrow();
    assertThat(flood.get("severity").asText()).isIn("warning", "alarm");
    assertThat(flood.get("begin").get("age").asText()).startsWith("PT");
    assertThat(flood.get("noticed").get("seq").asLong())
        .isGreaterThanOrEqualTo(flood.get("begin").get("seq").asLong());
    var sign = flood.get("signs").get(0);
    assertThat(sign.get("evidence")).isNotEmpty();
    assertThat(sign.get("words").asText()).isNotEmpty();
  }

  @Test
  void oneOfThemIsToldWithAllThatItWas() {
    for (var one : list(house.get(path("ada")).json())) {
      var whole = house.get(path("ada") + "/" + one.get("number").asInt()).json();
      assertThat(whole.get("version")).isEqualTo(one.get("version"));
      var versions = whole.get("versions");
      assertThat(versions.get(versions.size() - 1)).isEqualTo(one);
    }
    var none = house.get(path("ada") + "/999");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().get("detail").asText()).isEqualTo("There is no observation 999 of ada");
  }

  @Test
  void pagesFollowEachOther() {
    var whole = list(house.get(path("ada")).json());
    assertThat(paged(path("ada") + "?limit=1&severity=notice")).isEqualTo(whole);
  }

  @Test
  void onlyWhatIsWantedIsTold() {
    assertThat(list(house.get(path("ada") + "?kind=flood").json()))
        .isNotEmpty()
        .allMatch(one -> having(List.of(one), "flood").isPresent());
    assertThat(list(house.get(path("ada") + "?open=false").json()))
        .allMatch(one -> one.get("end").isObject());
    assertThat(list(house.get(path("ada") + "?severity=alarm").json()))
        .allMatch(one -> one.get("severity").asText().equals("alarm"));
  }

  @Test
  void atAMomentOfThePastItStandsAsItStoodThen() {
    var first =
        list(house.get(path("ada")).json()).stream()
            .min((a, b) -> Integer.compare(a.get("number").asInt(), b.get("number").asInt()))
            .orElseThrow();
    long noticed = first.get("noticed").get("seq").asLong();
    assertThat(list(house.get(path("ada") + "?at=" + (noticed - 1)).json())).isEmpty();
    assertThat(list(house.get(path("ada") + "?at=" + noticed).json()))
        .singleElement()
        .satisfies(then -> assertThat(then.get("open").asBoolean()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "?kind=flod|422|nothing of the kind 'flod' is noticed; known: lost-sleep, stuck-vital",
        "?severity=bad|400|a severity is notice, warning or alarm, not 'bad'",
        "?open=maybe|400|'open' is true or false, not 'maybe'",
        "?limit=0|400|the parameter 'limit' must be a whole number from 1 to 1000",
        "?since=1|400|unknown parameter 'since'",
        "?from=tick:9&to=tick:8|400|'to' is tick 8, before 'from', tick 9",
        "?from=soon|400|a point is",
        "/stream?kind=flood|400|unknown parameter 'kind'"
      })
  void whatMakesNoSenseIsRefused(String query, int status, String why) {
    var reply = house.get(path("ada") + query);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("detail").asText()).startsWith(why);
  }

  @Test
  void onlyWhatTouchesAWindowIsTold() {
    bear("gil", true);
    house.put("/v1/time", "{\"step\":" + 5 * HOUR + "}");
    Awaitility.await().until(() -> house.tick("gil") >= 5 * HOUR);
    storm("gil");
    house.meet("gil", new Stimulus("shock", 1), 60);
    Awaitility.await().until(() -> !house.get("/v1/lives/gil").json().get("alive").asBoolean());
    caughtUp("gil");
    var all = list(house.get(path("gil")).json());
    long end = house.tick("gil");
    for (long from = 0; from <= end + 5 * HOUR; from += HOUR) {
      for (long length : List.of(0, HOUR, 30 * HOUR)) {
        long first = from;
        long last = from + length;
        var touching =
            all.stream()
                .filter(one -> one.get("begin").get("tick").asLong() <= last)
                .filter(one -> one.get("end").get("tick").asLong() >= first)
                .toList();
        var window = "from=tick:%s&to=tick:%s".formatted(first, last);
        assertThat(paged(path("gil") + "?" + window)).as(window).isEqualTo(touching);
        assertThat(paged(path("gil") + "?limit=1&" + window)).as(window).isEqualTo(touching);
      }
    }
    assertThat(paged(path("gil") + "?from=birth&to=head")).isEqualTo(all).isNotEmpty();
    assertThat(paged(path("gil") + "?to=birth")).isEmpty();
    assertThat(paged(path("gil") + "?from=tick:" + (end + 1))).isEmpty();
  }

  private List<JsonNode> paged(String first) {
    var found = new ArrayList<JsonNode>();
    var next = first;
    while (!next.isEmpty()) {
      var reply = house.get(next);
      found.addAll(list(reply.json()));
      var link = reply.header("Link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    return found;
  }

  @Test
  void ofNobodyNothingIsKnown() {
    assertThat(house.get(path("nobody")).status()).isEqualTo(404);
    assertThat(house.get(path("nobody") + "/stream").status()).isEqualTo(404);
  }

  @Test
  void whoeverIsCutAgainAndAgainHearsEachVersionOnce() {
    bear("bob", false);
    var heard = new ArrayList<Long>();
    for (int storm = 0; storm < 4; storm++) {
      storm("bob");
      caughtUp("bob");
      long all = versions("bob").size();
      long half = heard.size() + (all - heard.size() + 1) / 2;
      try (var listening = resumed("bob", heard)) {
        while (heard.size() < half) {
          var event = listening.event().orElseThrow();
          assertThat(event.field("event")).hasValue("observation");
          assertThat(event.json().get("version").asLong()).isEqualTo(event.id());
          heard.add(event.id());
        }
      }
    }
    int all = versions("bob").size();
    if (heard.size() < all) {
      try (var listening = resumed("bob", heard)) {
        heard.addAll(listening.idsUpTo(all));
      }
    }
    assertThat(heard)
        .hasSizeGreaterThan(2)
        .isEqualTo(LongStream.rangeClosed(1, heard.size()).boxed().toList());
  }

  @Test
  void theStreamEndsWithTheLifeAndThenThereIsNothingMore() {
    bear("eve", true);
    try (var listening = new Listening(house, path("eve") + "/stream?after=0")) {
      storm("eve");
      house.meet("eve", new Stimulus("shock", 1), 60);
      var heard = listening.idsToTheEnd();
      assertThat(heard).hasSameSizeAs(versions("eve")).isNotEmpty();
      var again = house.get(path("eve") + "/stream?after=" + heard.getLast());
      assertThat(again.status()).isEqualTo(204);
      assertThat(list(house.get(path("eve") + "?open=true").json())).isEmpty();
      var beyond = house.get(path("eve") + "/stream?after=1000000");
      assertThat(beyond.status()).isEqualTo(400);
    }
  }

  @Test
  void theListSaysTheLastVersionOfAllWhateverIsWanted() {
    caughtUp("ada");
    long last = versions("ada").getLast().version();
    assertThat(last).isPositive();
    for (var query : List.of("", "?severity=alarm", "?limit=1", "?at=1")) {
      assertThat(house.get(path("ada") + query).json().get("version").asLong()).isEqualTo(last);
    }
  }

  @Test
  void whoComesBackFromVersionsThatAreGoneHearsAllFromTheBeginning() {
    caughtUp("ada");
    try (var listening = new Listening(house, path("ada") + "/stream", "Last-Event-ID: 1000000")) {
      assertThat(listening.event().orElseThrow().id()).isEqualTo(1);
    }
  }

  @Test
  void aLifeThatIsLeftAloneIsSaidToBe() {
    bear("fay", false);
    caughtUp("fay");
    assertThat(house.get(path("fay")).json().get("watched").asBoolean()).isTrue();
    var notices = (KeptNotices) house.service().notices().orElseThrow();
    notices.leaveAlone(new LifeId("fay"), "it was too much");
    var page = house.get(path("fay")).json();
    assertThat(page.get("watched").asBoolean()).isFalse();
    assertThat(page.get("why").asText()).isEqualTo("it was too much");
  }

  @Test
  void idsAndHeadersAreWrittenInTheSameDigitsEverywhere() {
    caughtUp("ada");
    var standing = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try (var listening = new Listening(house, path("ada") + "/stream?after=0")) {
      assertThat("%d".formatted(1)).as("the digits of that place").isNotEqualTo("1");
      assertThat(listening.event().orElseThrow().id()).isEqualTo(1);
      assertThat(house.get(path("ada") + "?limit=1").header("Link")).matches("\\p{ASCII}+");
      for (var path : List.of("tell", "windows", "state")) {
        assertThat(house.get("/v1/lives/ada/" + path).header("ETag")).matches("\\p{ASCII}+");
      }
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, standing);
    }
  }

  @Test
  void whatIsKeptIsWhatTheJournalTells() {
    caughtUp("ada");
    var told = new ToldNotices(house.service().biography());
    assertThat(versions("ada")).isEqualTo(told.versions(new LifeId("ada"), 0, Integer.MAX_VALUE));
  }

  private Listening resumed(String name, List<Long> heard) {
    var path = path(name) + "/stream?after=0";
    return heard.isEmpty()
        ? new Listening(house, path)
        : new Listening(house, path, "Last-Event-ID: " + heard.getLast());
  }

  private void bear(String name, boolean mortal) {
    house.post(
        "/v1/admin/lives", "{\"name\":\"%s\",\"seed\":7,\"mortality\":%s}".formatted(name, mortal));
  }

  /** A dozen shocks, and then a day of the being's life. */
  private void storm(String name) {
    house.meet(name, new Stimulus("shock", 0.9), 12);
    house.settled(name);
    long tick = house.get("/v1/lives/" + name).json().get("tick").asLong();
    house.put("/v1/time", "{\"step\":" + 24 * HOUR + "}");
    Awaitility.await()
        .until(() -> {
          var state = house.get("/v1/lives/" + name).json();
          return !state.get("alive").asBoolean() || state.get("tick").asLong() >= tick + 24 * HOUR;
        });
  }

  private void caughtUp(String name) {
    var id = new LifeId(name);
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(house.service().notices().orElseThrow().seq(id))
                .isEqualTo(house.service().biography().lastSeq(id)));
  }

  private List<Observation> versions(String name) {
    return house.service().notices().orElseThrow().versions(new LifeId(name), 0, Integer.MAX_VALUE);
  }

  private static String path(String name) {
    return "/v1/lives/" + name + "/observations";
  }

  private static List<JsonNode> list(JsonNode page) {
    return StreamSupport.stream(page.get("observations").spliterator(), false).toList();
  }

  private static Optional<JsonNode> having(List<JsonNode> observations, String kind) {
    return observations.stream()
        .filter(one ->
            StreamSupport.stream(one.get("signs").spliterator(), false)
                .anyMatch(sign -> sign.get("kind").asText().equals(kind)))
        .findFirst();
  }
}
