package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import life.actor.LifeActor;
import life.being.LifeId;
import life.journal.FactFormat;
import life.world.Stimulus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is counted is what was done, in a form that Prometheus reads. */
@Timeout(120)
class MetricsTest {
  private static final String STIMULI = "/v1/lives/ada/stimuli";
  private static final String NOISE = "{\"kind\":\"noise\",\"intensity\":0.3}";

  @TempDir Path data;
  private OpenHouse house;

  @BeforeEach
  void open() {
    house = new OpenHouse(data);
    assertThat(house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}").status())
        .isEqualTo(201);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Exposition metrics() {
    var reply = house.health("/metrics");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=UTF-8");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    return new Exposition(reply.response().body());
  }

  @Test
  void everyLineIsInTheFormatAndEveryNameHasItsUnit() {
    house.post(STIMULI, NOISE);
    var metrics = metrics();
    assertThat(metrics.families())
        .contains(
            "life_facts_total",
            "life_ticks_total",
            "life_stimuli_acknowledged_total",
            "life_acknowledgement_seconds",
            "life_journal_commit_seconds",
            "life_journal_commit_facts",
            "life_journal_outage",
            "life_journal_waiting",
            "life_journal_free_bytes",
            "life_recovery_lives",
            "life_recovery_lives_read",
            "life_recovery_seconds",
            "life_lives",
            "life_subscribers",
            "life_http_requests_total",
            "life_connections",
            "life_connections_refused_total",
            "life_stimuli_waiting",
            "life_dead_letters_total",
            "life_speed_ratio",
            "jvm_memory_used_bytes",
            "jvm_gc_max_data_size_bytes",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_files_open_files",
            "process_uptime_seconds");
    assertThat(metrics.type("life_facts_total")).isEqualTo("counter");
    assertThat(metrics.type("life_acknowledgement_seconds")).isEqualTo("histogram");
    assertThat(metrics.type("life_journal_commit_seconds")).isEqualTo("histogram");
    assertThat(metrics.type("life_lives")).isEqualTo("gauge");
  }

  @Test
  void eachStimulusThatWasAcknowledgedIsCounted() {
    int accepted = 0;
    for (int i = 0; i < 30; i++) {
      accepted += house.post(STIMULI, NOISE).status() == 201 ? 1 : 0;
      house.post(STIMULI, "{\"kind\":\"unheard-of\",\"intensity\":0.3}");
    }
    assertThat(accepted).isEqualTo(30);
    var metrics = metrics();
    assertThat(metrics.value("life_stimuli_acknowledged_total")).isEqualTo(30);
    assertThat(metrics.value("life_acknowledgement_seconds_count")).isEqualTo(30);
    assertThat(metrics.value("life_acknowledgement_seconds_sum")).isPositive();
    assertThat(metrics.value("life_acknowledgement_seconds_bucket{le=\"+Inf\"}")).isEqualTo(30);
    assertThat(metrics.value("life_refusals_total{reason=\"unknown-kind\"}")).isEqualTo(30);
    assertThat(metrics.value(requests("POST", "/v1/lives/{id}/stimuli", "2xx"))).isEqualTo(30);
    assertThat(metrics.value(requests("POST", "/v1/lives/{id}/stimuli", "4xx"))).isEqualTo(30);
  }

  @Test
  void ofABatchEachStimulusIsCountedByItself() {
    var batch =
        "[" + NOISE + "," + NOISE + ",{\"kind\":\"unheard-of\",\"intensity\":0.3},{\"kind\":7}]";
    assertThat(house.post(STIMULI, batch).status()).isEqualTo(200);
    var metrics = metrics();
    assertThat(metrics.value("life_stimuli_acknowledged_total")).isEqualTo(2);
    assertThat(metrics.value("life_acknowledgement_seconds_count")).isEqualTo(1);
    assertThat(metrics.value("life_refusals_total{reason=\"unknown-kind\"}")).isEqualTo(1);
    assertThat(metrics.value("life_refusals_total{reason=\"bad-input\"}")).isEqualTo(1);
    assertThat(metrics.value("life_stimuli_waiting")).isZero();
  }

  @Test
  void factsByKindAreThoseOfTheJournal() {
    house.meet("ada", new Stimulus("shock", 0.8), 200);
    var ada = house.service().directory().find(new LifeId("ada")).orElseThrow();
    ada.actor().tell(new LifeActor.Tick(5_000, null));
    long last = house.settled("ada");
    await().until(() -> house.service().directory().all().getFirst().state().seq() >= last);
    await().untilAsserted(() -> assertThat(counted()).isEqualTo(journal()));
    var metrics = metrics();
    assertThat(metrics.value("life_ticks_total")).isEqualTo((double) house.tick("ada"));
    assertThat(metrics.value("life_journal_commit_facts_sum")).isEqualTo((double) house.seq("ada"));
    assertThat(metrics.value("life_journal_commit_seconds_count"))
        .isEqualTo(metrics.value("life_journal_commit_facts_count"));
    assertThat(counted().keySet()).hasSizeGreaterThan(3);
  }

  private Map<String, Long> counted() {
    var metrics = metrics();
    var counted = new TreeMap<String, Long>();
    for (var kind : FactFormat.factTypes()) {
      long count = (long) metrics.value("life_facts_total{kind=\"" + kind + "\"}");
      if (count > 0) {
        counted.put(kind, count);
      }
    }
    return counted;
  }

  private Map<String, Long> journal() {
    var facts = new TreeMap<String, Long>();
    house
        .service()
        .biography()
        .facts(
            new LifeId("ada"), 1, Long.MAX_VALUE, fact -> facts.merge(fact.type(), 1L, Long::sum));
    return facts;
  }

  @Test
  void livesAreCountedAsTheyStand() {
    house.post("/v1/admin/lives", "{\"name\":\"eve\",\"seed\":8}");
    var metrics = metrics();
    assertThat(metrics.value("life_lives{standing=\"alive\"}")).isEqualTo(2);
    for (var standing : List.of("degrading", "dead", "recovering", "damaged", "unlivable")) {
      assertThat(metrics.value("life_lives{standing=\"" + standing + "\"}")).isZero();
    }
    assertThat(metrics.value("life_recovery_lives")).isZero();
    house.close();
    house = new OpenHouse(data);
    await().until(() -> house.health("/startupz").status() == 200);
    var anew = metrics();
    assertThat(anew.value("life_recovery_lives")).isEqualTo(2);
    assertThat(anew.value("life_recovery_lives_read")).isEqualTo(2);
    assertThat(anew.value("life_recovery_seconds")).isPositive();
  }

  @Test
  void theSpeedIsZeroWhileTimeStandsStill() {
    assertThat(metrics().value("life_speed_ratio")).isZero();
    house.put("/v1/time", "{\"speed\":0.5,\"paused\":false}");
    assertThat(metrics().value("life_speed_ratio")).isEqualTo(0.5);
  }

  @Test
  void whoeverListensIsCountedUntilItLeaves() {
    house.close();
    house =
        new OpenHouse(
            data, new StreamEndpoints.Limits(3, Duration.ofMillis(100), Duration.ofSeconds(30)));
    await().until(() -> house.health("/startupz").status() == 200);
    try (var listening = new Listening(house, "/v1/lives/ada/facts/stream")) {
      assertThat(listening.frame()).isPresent();
      assertThat(metrics().value("life_subscribers")).isEqualTo(1);
    }
    await().until(() -> metrics().value("life_subscribers") == 0);
  }

  @Test
  void aJournalThatIsWellHasNoOutage() {
    assertThat(metrics().value("life_journal_outage")).isZero();
    assertThat(metrics().value("life_journal_free_bytes")).isPositive();
    assertThat(metrics().value("life_journal_waiting")).isZero();
  }

  /** Whatever is asked for, by however many names: no label grows by it. */
  @Test
  void oddRequestsMakeNoNewLabels() {
    house.get("/v1/lives/nobody");
    long seed = 20261122;
    var random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      var name = Long.toString(random.nextLong(1L << 40), 36);
      var method = List.of("GET", "POST", "BREW", "X" + i).get(random.nextInt(4));
      var path =
          List.of("/" + name, "/v1/lives/" + name, "/v1/lives/" + name + "/state", "/%C3%A4" + i)
              .get(random.nextInt(4));
      house.send(house.request(path).method(method, HttpRequest.BodyPublishers.noBody()).build());
    }
    var metrics = metrics();
    var series = metrics.series("life_");
    assertThat(series).as("seed %d", seed).hasSizeLessThan(250);
    assertThat(Set.copyOf(metrics.values("life_http_requests_total", "route")))
        .isSubsetOf(
            "none", "/v1/lives/{id}", "/v1/lives/{id}/state", "/v1/admin/lives", "/metrics");
    assertThat(Set.copyOf(metrics.values("life_http_requests_total", "method")))
        .isSubsetOf("GET", "POST", "other");
    assertThat(Set.copyOf(metrics.values("life_http_requests_total", "status")))
        .isSubsetOf("2xx", "4xx", "5xx");
    var reasons = new HashSet<>(metrics.values("life_refusals_total", "reason"));
    assertThat(reasons).contains("not-found", "unknown-life", "method-not-allowed");
    double answered =
        metrics.series("life_http_requests_total{").stream()
            .filter(one -> one.contains("4xx") || one.contains("5xx"))
            .mapToDouble(metrics::value)
            .sum();
    double refused =
        metrics.series("life_refusals_total{").stream().mapToDouble(metrics::value).sum();
    assertThat(refused).isEqualTo(answered);
  }

  private static String requests(String method, String route, String status) {
    return "life_http_requests_total{method=\"%s\",route=\"%s\",status=\"%s\"}"
        .formatted(method, route, status);
  }
}
