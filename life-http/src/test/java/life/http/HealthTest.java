package life.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import life.actor.Directory;
import life.being.LifeId;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps Life running is told the truth, whatever else goes on. */
@Timeout(120)
class HealthTest {
  /** So many lives that reading them takes a while. */
  private static final int MANY = 3_000;

  @TempDir Path data;
  private OpenHouse house;

  @BeforeEach
  void open() {
    house = new OpenHouse(data);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aProcessThatIsWellIsAliveReadyAndStarted() {
    for (var path : List.of("/livez", "/readyz", "/startupz")) {
      var reply = house.health(path);
      assertThat(reply.status()).as(path).isEqualTo(200);
      assertThat(reply.json().path("status").asText()).isEqualTo("pass");
      assertThat(reply.header("Content-Type")).isEqualTo("application/json");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(names("pass")).contains("recovered", "journal-writable", "not-draining");
    await()
        .untilAsserted(() ->
            assertThat(names("pass"))
                .containsExactly(
                    "recovered", "journal-writable", "not-draining", "monitor-caught-up"));
  }

  @Test
  void readinessIsToldInWords() {
    var checks = house.health("/readyz").json().path("checks");
    assertThat(checks.findValuesAsText("words"))
        .startsWith("0 of 0 lives read", "the journal takes facts", "Life is running");
  }

  /** What the monitor still has to see keeps nobody from touching lives. */
  @Test
  void aMonitorThatIsBusyIsOnlyWarnedOf() {
    house.askAfter(house.service().directory(), house.service().system().ignoreRef());
    assertThat(house.health("/readyz").status()).isEqualTo(200);
    assertThat(names("warn")).containsExactly("monitor-caught-up");
    assertThat(names("fail")).isEmpty();
  }

  @Test
  void whoeverLeavesIsNotReadyButAlive() {
    var stay = new CompletableFuture<Done>();
    CoordinatedShutdown.get(house.service().system())
        .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "wait for the test", () -> stay);
    house.service().system().terminate();
    await().until(() -> house.health("/readyz").status() == 503);
    assertThat(names("fail")).containsExactly("not-draining");
    assertThat(house.health("/livez").status()).isEqualTo(200);
    assertThat(house.health("/startupz").status()).isEqualTo(200);
    stay.complete(Done.done());
  }

  @Test
  void aJournalThatIsClosedTakesNothingAndThatIsSaid() {
    house.service().facts().close();
    var reply = house.health("/readyz");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(names("fail")).containsExactly("journal-writable");
    assertThat(reply.json().path("checks").path(1).path("words").asText()).contains("is closed");
    assertThat(house.health("/livez").status()).isEqualTo(200);
  }

  @Test
  void onlyWhatIsThereIsAnswered() {
    assertThat(house.health("/v1/lives").status()).isEqualTo(404);
    assertThat(house.health("/livez?verbose").status()).isEqualTo(400);
    assertThat(house.get("/readyz").status()).isEqualTo(404);
    assertThat(house.get("/metrics").status()).isEqualTo(404);
  }

  @Test
  void recoveryThatGoesOnIsToldStepByStep() {
    var recovering = new Directory(List.of(new LifeId("ada"), new LifeId("eve")));
    house.askAfter(recovering, house.service().monitor());
    assertThat(house.health("/livez").status()).isEqualTo(200);
    assertThat(names("fail")).containsExactly("recovered");
    assertThat(house.health("/readyz").json().at("/checks/0/words").asText())
        .isEqualTo("0 of 2 lives read");
    var started = house.health("/startupz");
    assertThat(started.status()).isEqualTo(503);
    assertThat(started.json().path("read").asInt()).isZero();
    assertThat(started.json().path("all").asInt()).isEqualTo(2);
  }

  @Test
  void livesThatWereReadAreCounted() {
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
    house.post("/v1/admin/lives", "{\"name\":\"eve\",\"seed\":8}");
    house.close();
    house = new OpenHouse(data);
    await().until(() -> house.health("/startupz").status() == 200);
    var started = house.health("/startupz").json();
    assertThat(started.path("read").asInt()).isEqualTo(2);
    assertThat(started.path("all").asInt()).isEqualTo(2);
    assertThat(started.path("seconds").asDouble()).isPositive();
  }

  @Test
  void howFarManyLivesAreReadIsToldWhileTheyAre() {
    house.crowd(MANY);
    house.close();
    house = new OpenHouse(data);
    var read = new ArrayList<Integer>();
    var statuses = new ArrayList<Integer>();
    while (statuses.isEmpty() || statuses.getLast() != 200) {
      var started = house.health("/startupz");
      statuses.add(started.status());
      read.add(started.json().path("read").asInt());
      assertThat(started.json().path("all").asInt()).isEqualTo(MANY);
      assertThat(house.health("/livez").status()).isEqualTo(200);
    }
    assertThat(statuses).as("seen while lives were read").contains(503);
    assertThat(read).isSorted().endsWith(MANY);
    assertThat(read.getFirst()).isLessThan(MANY);
    assertThat(house.health("/readyz").status()).isEqualTo(200);
  }

  @Test
  void connectionsThatAreHeldAtTheMainDoorSilenceNobody() throws IOException {
    var held = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 256; i++) {
        var socket = new Socket();
        held.add(socket);
        socket.connect(address(house.address()));
        socket.getOutputStream().write("GET /v1/lives HTTP/1.1\r\nHost: l".getBytes(US_ASCII));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(house.health("/livez").status()).isEqualTo(200);
        assertThat(house.health("/readyz").status()).isEqualTo(200);
      }
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  @Test
  void silentConnectionsAtTheSecondDoorAreSentAway() throws IOException {
    var held = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 64; i++) {
        var socket = new Socket();
        held.add(socket);
        socket.connect(address(house.healthAddress()));
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> house.health("/livez").status() == 200);
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  private static InetSocketAddress address(URI uri) {
    return new InetSocketAddress(uri.getHost(), uri.getPort());
  }

  private List<String> names(String status) {
    var names = new ArrayList<String>();
    for (var check : house.health("/readyz").json().path("checks")) {
      if (check.path("status").asText().equals(status)) {
        names.add(check.path("name").asText());
      }
    }
    return names;
  }
}
