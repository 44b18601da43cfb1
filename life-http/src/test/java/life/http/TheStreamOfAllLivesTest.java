package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import life.world.Stimulus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All lives can be listened to at once, in the one order in which their facts became durable. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TheStreamOfAllLivesTest {
  private static final String STREAM = "/v1/stream";
  private static final Stimulus NOISE = new Stimulus("noise", 0.3);
  private static final Stimulus SHOCK = new Stimulus("shock", 1);

  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    house.bear("ada");
    house.bear("bob");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void anEventIsTheDocumentOfTheFactWithTheNameOfTheLife() {
    house.meet("ada", NOISE, 3);
    house.settled("ada");
    house.meet("bob", NOISE, 2);
    house.settled("bob");
    try (var listening = new Listening(house, STREAM + "?after=0")) {
      assertThat(listening.frame().orElseThrow().lines()).containsExactly("retry: 1000");
      for (long position = 1; position <= 8; position++) {
        var event = listening.event().orElseThrow();
        assertThat(event.id()).isEqualTo(position);
        var told = event.json();
        var life = told.get("life").asText();
        var fact =
            house
                .get("/v1/lives/" + life + "/facts?limit=1&after=" + (told.get("seq").asLong() - 1))
                .json()
                .get("facts")
                .get(0);
        assertThat(event.field("event")).hasValue(fact.get("type").asText());
        assertThat(without("life", told)).isEqualTo(fact);
      }
    }
  }

  private static JsonNode without(String field, JsonNode told) {
    ((ObjectNode) told).remove(field);
    return told;
  }

  @Test
  void whoeverSaysNothingHearsWhatHappensFromNowOnAndNewLivesAppearByThemselves() {
    house.meet("ada", NOISE, 5);
    house.settled("ada");
    try (var listening = new Listening(house, STREAM)) {
      house.bear("cyd");
      house.meet("cyd", NOISE, 2);
      house.meet("ada", NOISE, 1);
      house.settled("cyd");
      var first = listening.event().orElseThrow();
      assertThat(first.field("event")).hasValue("born");
      assertThat(first.json().get("life").asText()).isEqualTo("cyd");
      long last = first.id();
      for (int i = 0; i < 6; i++) {
        var next = listening.event().orElseThrow();
        assertThat(next.id()).isEqualTo(++last);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whoeverIsCutAgainAndAgainWhileFiveLivesGoOnHasHeardEachFactOnce(long seed) {
    System.out.println("seed " + seed);
    var names =
        List.of("a", "b", "c", "d", "e").stream().map(letter -> letter + "-" + seed).toList();
    names.forEach(house::bear);
    var chance = new Random(seed);
    var heard = new ArrayList<Long>();
    var lives = new ArrayList<String>();
    for (int cut = 0; cut < 40; cut++) {
      names.forEach(name -> house.meet(name, NOISE, chance.nextInt(20)));
      try (var listening = resumed(heard)) {
        for (int i = chance.nextInt(60); i > 0 && (cut > 0 || heard.size() < 5); i--) {
          hear(listening, heard, lives);
        }
      }
    }
    names.forEach(house::settled);
    long last = last();
    try (var listening = resumed(heard)) {
      while (heard.isEmpty() || heard.getLast() < last) {
        hear(listening, heard, lives);
      }
    }
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    for (var name : names) {
      assertThat((long) Collections.frequency(lives, name)).as(name).isEqualTo(house.seq(name));
    }
  }

  private long last() {
    return house.service().facts().lastPosition();
  }

  private Listening resumed(List<Long> heard) {
    return heard.isEmpty()
        ? new Listening(house, STREAM + "?after=0")
        : new Listening(house, STREAM + "?after=0", "Last-Event-ID: " + heard.getLast());
  }

  private static void hear(Listening listening, List<Long> heard, List<String> lives) {
    var event = listening.event().orElseThrow();
    heard.add(event.id());
    lives.add(event.json().get("life").asText());
  }

  @Test
  void onlyTheLivesAndKindsThatAreWantedAreTold() {
    house.bear("eve");
    house.bear("fay");
    house.meet("fay", NOISE, 50);
    house.meet("eve", SHOCK, 40);
    house.settled("fay");
    house.settled("eve");
    try (var listening = new Listening(house, STREAM + "?after=0&kind=born,died&life=fay,eve")) {
      var told = new ArrayList<String>();
      for (int i = 0; i < 3; i++) {
        var event = listening.event().orElseThrow();
        told.add(event.json().get("life").asText() + " " + event.field("event").orElseThrow());
      }
      assertThat(told).containsExactly("eve born", "fay born", "eve died");
    }
  }

  @Test
  void whoeverWantsLittleIsStillToldHowFarItIs() {
    house.bear("gus");
    long before = last();
    try (var listening = new Listening(house, STREAM + "?life=gus&kind=born")) {
      house.meet("ada", NOISE, 700);
      house.meet("gus", NOISE, 700);
      house.settled("ada");
      house.settled("gus");
      var mark = listening.frame().orElseThrow();
      while (mark.field("id").isEmpty()) {
        mark = listening.frame().orElseThrow();
      }
      assertThat(mark.isEvent()).isFalse();
      assertThat(mark.id()).isBetween(before + 1_000, last());
    }
  }

  @Test
  void positionsAreTheSameAfterARestart(@TempDir Path data) {
    List<String> before;
    try (var first = new OpenHouse(data)) {
      first.bear("ada");
      first.bear("bob");
      first.meet("ada", NOISE, 20);
      first.meet("bob", NOISE, 20);
      first.settled("bob");
      first.settled("ada");
      before = heard(first, 0, 80);
    }
    try (var second = new OpenHouse(data)) {
      assertThat(heard(second, 0, 80)).isEqualTo(before);
      assertThat(heard(second, 33, 47)).isEqualTo(before.subList(33, 80));
    }
  }

  private static List<String> heard(OpenHouse house, long after, int count) {
    var heard = new ArrayList<String>();
    try (var listening = new Listening(house, STREAM, "Last-Event-ID: " + after)) {
      for (int i = 0; i < count; i++) {
        var event = listening.event().orElseThrow();
        heard.add(event.id() + " " + event.json());
      }
    }
    return heard;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "+1", "100000000", "99999999999999999999"})
  void aPositionThatTheJournalDoesNotHaveIsRefused(String position) {
    var reply = house.send(house.request(STREAM).header("Last-Event-ID", position).build());
    assertThat(reply.status()).as(position).isEqualTo(400);
    assertThat(reply.json().get("detail").asText())
        .startsWith("the header 'Last-Event-ID' must be a whole number from 0 to ")
        .endsWith(", the position of the last fact of all lives");
    assertThat(house.get(STREAM + "?after=100000000").status()).isEqualTo(400);
  }

  @Test
  void whatCanNotBeListenedToIsRefused() {
    var nobody = house.get(STREAM + "?life=ada,nobody");
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(nobody.json().get("detail").asText()).isEqualTo("There is no life 'nobody'");
    assertThat(house.get(STREAM + "?life=").status()).isEqualTo(404);
    assertThat(house.get(STREAM + "?kind=dyed").status()).isEqualTo(400);
    assertThat(house.get(STREAM + "?limit=1").status()).isEqualTo(400);
    var many = String.join(",", Collections.nCopies(101, "ada"));
    assertThat(house.get(STREAM + "?life=" + many).json().get("detail").asText())
        .isEqualTo(
            "the parameter 'life' can name 100 lives at most, but named 101; without it, all are told");
  }
}
