package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import life.being.LifeId;
import life.observe.Scope;
import life.world.Stimulus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of the present the monitor is asked, of the past the journal; both say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class TheMonitorSaysWhatTheJournalSaysTest {
  private static final int HOUR = 3_600;
  private static final List<String> KINDS = List.of("shock", "noise", "recovery", "comfort");

  private OpenHouse house;
  private Onlooker onlooker;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    onlooker = new Onlooker(house.service());
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void ofLivesAtManyMoments() {
    for (int seed = 1; seed <= 3; seed++) {
      bear(name(seed), seed, false);
    }
    var random = new Random(5);
    long tick = 0;
    for (int moment = 0; moment < 18; moment++) {
      int step = moment % 3 == 0 ? 4 * HOUR : HOUR + random.nextInt(6 * HOUR);
      house.put("/v1/time", "{\"step\":" + step + "}");
      tick += step;
      for (int seed = 1; seed <= 3; seed++) {
        reached(name(seed), tick);
        house.meet(name(seed), stimulus(random), random.nextInt(4));
        house.settled(name(seed));
        same(name(seed));
      }
    }
    assertThat(get(name(1), "interpretation").path("tick").asLong()).isGreaterThan(60 * HOUR);
  }

  /** All lives were as old before; time stands still, so each of them ends at that tick. */
  private void reached(String name, long tick) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> house.get("/v1/lives/" + name).json().path("tick").asLong() >= tick);
  }

  private static Stimulus stimulus(Random random) {
    return new Stimulus(KINDS.get(random.nextInt(KINDS.size())), 0.3 + random.nextDouble() / 2);
  }

  @Test
  void atAFullHourTheHourBeforeIsSummedUp() {
    bear("bea", 9, false);
    house.put("/v1/time", "{\"step\":" + 2 * HOUR + "}");
    reached("bea", 2 * HOUR);
    house.settled("bea");
    assertThat(get("bea", "windows?of=hour").path("number").asLong()).isEqualTo(2);
    same("bea");
  }

  @Test
  void theDeadAreReadInTheJournal() {
    bear("eve", 7, true);
    for (int i = 0; i < 40 && house.get("/v1/lives/eve").json().path("alive").asBoolean(); i++) {
      house.meet("eve", new Stimulus("shock", 1), 10);
      house.put("/v1/time", "{\"step\":60}");
    }
    Awaitility.await().until(() -> !house.get("/v1/lives/eve").json().path("alive").asBoolean());
    Awaitility.await().until(() -> !isKnown("eve"));
    var now = get("eve", "interpretation");
    assertThat(now.path("condition").asText()).isEqualTo("dead");
    assertThat(now).isEqualTo(get("eve", "interpretation?at=head"));
    var life = get("eve", "windows?of=life");
    assertThat(life.path("over").asBoolean()).isTrue();
    assertThat(life).isEqualTo(get("eve", "windows?of=life&at=head"));
  }

  /** The monitor knows it, and both ways lead to the same documents and tags. */
  private void same(String name) {
    Awaitility.await().until(() -> isKnown(name));
    var now = get(name, "interpretation");
    assertThat(now).as(name).isEqualTo(get(name, "interpretation?at=head"));
    for (var scope : Scope.values()) {
      var asked = "/v1/lives/" + name + "/windows?of=" + scope.word();
      var live = house.get(asked);
      var read = house.get(asked + "&at=head");
      assertThat(live.json()).as(asked).isEqualTo(read.json());
      assertThat(live.header("ETag")).isEqualTo(read.header("ETag")).isNotEmpty();
    }
  }

  private boolean isKnown(String name) {
    return onlooker.interpretation(new LifeId(name)).toCompletableFuture().join().isPresent();
  }

  private JsonNode get(String name, String what) {
    var reply = house.get("/v1/lives/" + name + "/" + what);
    assertThat(reply.status()).as("%s: %s", what, reply.json()).isEqualTo(200);
    return reply.json();
  }

  private void bear(String name, int seed, boolean mortal) {
    var body = "{\"name\":\"%s\",\"seed\":%d,\"mortality\":%s}".formatted(name, seed, mortal);
    assertThat(house.post("/v1/admin/lives", body).status()).isEqualTo(201);
  }

  private static String name(int seed) {
    return "ada-" + seed;
  }
}
