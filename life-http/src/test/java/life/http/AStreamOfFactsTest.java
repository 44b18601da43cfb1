package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import life.being.Decider;
import life.being.LifeId;
import life.journal.Biography;
import life.journal.FactStore;
import life.world.Stimulus;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A life can be listened to: nothing is missed, nothing is told twice, and it ends with the life.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AStreamOfFactsTest {
  private static final Stimulus NOISE = new Stimulus("noise", 0.3);
  private static final Stimulus SHOCK = new Stimulus("shock", 1);

  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    bear("ada");
    house.meet("ada", NOISE, 10);
    house.settled("ada");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void thePastIsToldAndThenWhatHappensWhileItHappens() {
    bear("bob");
    house.meet("bob", NOISE, 300);
    try (var listening = new Listening(house, stream("bob") + "?after=0")) {
      house.meet("bob", NOISE, 700);
      assertThat(listening.idsUpTo(1_000)).isEqualTo(upTo(1, 1_000));
      house.meet("bob", NOISE, 1_000);
      long last = house.settled("bob");
      assertThat(listening.idsUpTo(last)).isEqualTo(upTo(1_001, last));
    }
  }

  @Test
  void anEventIsTheDocumentOfTheFactInOneLine() {
    var facts = house.get("/v1/lives/ada/facts").json().get("facts");
    try (var listening = new Listening(house, stream("ada") + "?after=0")) {
      assertThat(listening.status()).isEqualTo(200);
      assertThat(listening.head())
          .anyMatch(line -> line.startsWith("Content-Type: text/event-stream"))
          .contains("Cache-Control: no-store");
      assertThat(listening.frame().orElseThrow().lines()).containsExactly("retry: 1000");
      for (var fact : facts) {
        var event = listening.frame().orElseThrow();
        assertThat(event.lines()).hasSize(3);
        assertThat(event.id()).isEqualTo(fact.get("seq").asLong());
        assertThat(event.field("event")).hasValue(fact.get("type").asText());
        assertThat(event.json()).isEqualTo(fact);
      }
    }
  }

  @Test
  void whoeverSaysNothingHearsWhatHappensFromNowOn() {
    bear("cyd");
    house.meet("cyd", NOISE, 20);
    long before = house.settled("cyd");
    try (var listening = new Listening(house, stream("cyd"))) {
      house.meet("cyd", NOISE, 5);
      long last = house.settled("cyd");
      assertThat(listening.idsUpTo(last)).isEqualTo(upTo(before + 1, last));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoeverIsCutAgainAndAgainHasHeardEachFactOnce(long seed) {
    System.out.println("seed " + seed);
    var name = "dan-" + (char) ('a' + seed);
    bear(name);
    var chance = new Random(seed);
    var heard = new ArrayList<Long>();
    long surelyWritten = 1;
    for (int cut = 0; cut < 50; cut++) {
      int stimuli = chance.nextInt(40);
      house.meet(name, NOISE, stimuli);
      surelyWritten += 2L * stimuli;
      try (var listening = resumed(name, heard)) {
        long unheard = Math.max(0, surelyWritten - heard.size());
        for (long i = chance.nextLong(unheard + 1); i > 0; i--) {
          heard.add(listening.event().orElseThrow().id());
        }
      }
    }
    long last = house.settled(name);
    try (var listening = resumed(name, heard)) {
      heard.addAll(listening.idsUpTo(last));
    }
    assertThat(heard).isEqualTo(upTo(1, last));
  }

  /** The header wins over the parameter, which stays in a browser's address. */
  private Listening resumed(String name, List<Long> heard) {
    var path = stream(name) + "?after=0";
    return heard.isEmpty()
        ? new Listening(house, path)
        : new Listening(house, path, "Last-Event-ID: " + heard.getLast());
  }

  @Test
  void theStreamOfTheDeadEndsAndAskedAgainThereIsNothingMore() {
    bear("eve");
    try (var listening = new Listening(house, stream("eve"))) {
      house.meet("eve", SHOCK, 40);
      var heard = listening.idsToTheEnd();
      long last = house.settled("eve");
      assertThat(heard).isEqualTo(upTo(2, last));
      try (var past = new Listening(house, stream("eve") + "?after=0")) {
        assertThat(past.idsToTheEnd()).isEqualTo(upTo(1, last));
      }
      var again = house.get(stream("eve") + "?after=" + last);
      assertThat(again.status()).isEqualTo(204);
      assertThat(house.get(stream("eve")).status()).isEqualTo(204);
    }
  }

  @Test
  void onlyTheKindsThatAreWantedAreTold() {
    bear("fay");
    house.meet("fay", SHOCK, 40);
    house.settled("fay");
    var facts = new ArrayList<Long>();
    for (var fact : house.get("/v1/lives/fay/facts").json().get("facts")) {
      if (List.of("met", "died").contains(fact.get("type").asText())) {
        facts.add(fact.get("seq").asLong());
      }
    }
    try (var listening = new Listening(house, stream("fay") + "?kind=met,died&after=0")) {
      assertThat(listening.idsToTheEnd()).isEqualTo(facts).hasSizeGreaterThan(2);
    }
  }

  @Test
  void whoeverWantsLittleIsStillToldHowFarItIs() {
    bear("gus");
    house.meet("gus", NOISE, 1_000);
    house.meet("gus", SHOCK, 40);
    house.settled("gus");
    var ids = new ArrayList<Long>();
    try (var listening = new Listening(house, stream("gus") + "?kind=born&after=0")) {
      assertThat(listening.event().orElseThrow().id()).isEqualTo(1);
      for (var mark = listening.frame(); mark.isPresent(); mark = listening.frame()) {
        assertThat(mark.get().isEvent()).isFalse();
        ids.add(mark.get().id());
      }
    }
    assertThat(ids).startsWith(1_001L).endsWith(house.seq("gus"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "+1", "1 2", "1000000", "99999999999999999999"})
  void aPlaceThatIsNotInTheLifeIsRefused(String place) {
    var request = house.request(stream("ada")).header("Last-Event-ID", place).build();
    var reply = house.send(request);
    assertThat(reply.status()).as(place).isEqualTo(400);
    assertThat(reply.json().get("detail").asText())
        .isEqualTo(
            "the header 'Last-Event-ID' must be a whole number from 0 to %d, the number of the life's last fact"
                .formatted(house.seq("ada")));
    assertThat(house.get(stream("ada") + "?after=1000000").status()).isEqualTo(400);
  }

  @Test
  void whatCanNotBeListenedToIsRefused() {
    var kind = house.get(stream("ada") + "?kind=met,dyed");
    assertThat(kind.status()).isEqualTo(400);
    assertThat(kind.json().get("detail").asText())
        .startsWith("unknown kind of fact 'dyed'; known: born, lived, ")
        .contains("died")
        .doesNotContain("alive");
    assertThat(house.get(stream("ada") + "?kind=").status()).isEqualTo(400);
    assertThat(house.get(stream("ada") + "?limit=1").status()).isEqualTo(400);
    var nobody = house.get(stream("nobody"));
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(nobody.json().get("type").asText()).isEqualTo("/problems/unknown-life");
  }

  @Test
  void aJournalThatCanNotBeReadIsSaidAndTheReaderIsAskedToComeBackLater(@TempDir Path data) {
    var store = FactStore.open(data);
    store.close();
    var facts =
        new Biography(store)
            .follow(new LifeId("ada"), 0, Decider.UNBORN, ForkJoinPool.commonPool());
    var frames =
        EventStream.of(FactStream.of(facts, Set.of("born")), Duration.ofMinutes(1))
            .map(ByteString::utf8String)
            .runWith(Sink.seq(), house.service().system())
            .toCompletableFuture()
            .join();
    assertThat(frames).hasSize(2);
    assertThat(frames.getLast())
        .startsWith(": The journal in ")
        .endsWith(" is closed.\nretry: 60000\n\n");
  }

  private void bear(String name) {
    house.bear(name);
  }

  private static String stream(String name) {
    return "/v1/lives/" + name + "/facts/stream";
  }

  private static List<Long> upTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
