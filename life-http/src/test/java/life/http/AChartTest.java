package life.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page draws a life from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AChartTest {
  private static final int HOURS = 30;
  private static final long NOTHING = 0xFFFF_FFFFL;

  private final HttpClient client = HttpClient.newHttpClient();
  private OpenHouse house;

  @BeforeAll
  void live(@TempDir Path folder) {
    house = new OpenHouse(folder);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7,\"mortality\":false}");
    for (int hour = 1; hour <= HOURS; hour++) {
      house.post("/v1/lives/ada/stimuli", "{\"kind\":\"shock\",\"intensity\":0.2}");
      house.put("/v1/time", "{\"step\":3600}");
      long tick = hour * 3_600L;
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> house.get("/v1/lives/ada").json().path("tick").asLong() >= tick);
    }
  }

  @AfterAll
  void close() {
    client.close();
    house.close();
  }

  private HttpResponse<byte[]> ask(String query) {
    try {
      return client.send(
          house.request("/v1/lives/ada/chart" + query).GET().build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private DrawnChart chart(String query) {
    var reply = ask(query);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/vnd.life.chart");
    return DrawnChart.of(reply.body());
  }

  @Test
  void itSaysWhatTheSeriesSays() {
    var chart = chart("?from=tick:3601&to=tick:90000&pixels=123");
    var series = house.get("/v1/lives/ada/series?from=tick:3601&to=tick:90000&buckets=123").json();
    assertThat(chart.said().path("pixels").asInt()).isEqualTo(123);
    int met = 0;
    for (int i = 0; i < 123; i++) {
      var bucket = series.path("buckets").path(i);
      for (var name : List.of("energy", "stability", "integrity", "drive", "arousal")) {
        assertThat(chart.column(name + ".min")[i])
            .as("%s, %s", name, i)
            .isCloseTo(bucket.path(name).path(0).asDouble(), within(1e-4));
        assertThat(chart.column(name + ".max")[i])
            .as("%s, %s", name, i)
            .isCloseTo(bucket.path(name).path(1).asDouble(), within(1e-4));
      }
      assertThat(chart.column("felt")[i]).isEqualTo(bucket.path("felt").asDouble());
      assertThat(chart.column("asleep")[i])
          .isCloseTo(bucket.path("asleep").asDouble(), within(1e-6));
      assertThat(chart.column("stimuli")[i]).isEqualTo(bucket.path("stimuli").asDouble());
      var phase = chart.said().path("phases").path((int) chart.column("phase")[i]);
      assertThat(phase).isEqualTo(bucket.path("phase"));
      met += bucket.path("stimuli").asInt();
      strongest(chart, i, bucket.path("strongest").path("kind").asText(""));
    }
    assertThat(met).isGreaterThan(20);
  }

  private void strongest(DrawnChart chart, int i, String kind) {
    int number = (int) chart.column("kind")[i];
    assertThat(number == 0 ? "" : chart.said().path("kinds").path(number - 1).asText())
        .isEqualTo(kind);
    if (number > 0) {
      long seq = (long) chart.column("stimulusSeq")[i];
      var fact =
          house
              .get("/v1/lives/ada/facts?after=" + (seq - 1) + "&limit=1")
              .json()
              .path("facts")
              .path(0);
      assertThat(fact.path("type").asText()).isEqualTo("met");
      assertThat(fact.path("tick").asDouble()).isEqualTo(chart.column("stimulusTick")[i]);
    }
  }

  @Test
  void itNamesTheLastFactOfEachPixel() {
    var chart = chart("?pixels=40");
    double[] seqs = chart.column("seq");
    for (int i = 0; i + 1 < seqs.length; i++) {
      long end = (i + 1) * chart.said().path("to").asLong() / 40 - 1;
      var moment = house.get("/v1/lives/ada/state?tick=" + end).json();
      assertThat(seqs[i])
          .isBetween(moment.path("seq").asDouble(), moment.path("seq").asDouble() + 1);
    }
    assertThat(seqs[39]).isEqualTo((double) house.seq("ada"));
  }

  @Test
  void withoutAWindowItIsTheWholeLife() {
    var said = chart("").said();
    assertThat(said.path("life").asText()).isEqualTo("ada");
    assertThat(said.path("from").asLong()).isZero();
    assertThat(said.path("to").asLong()).isEqualTo(HOURS * 3_600L);
    assertThat(said.path("pixels").asInt()).isEqualTo(600);
    assertThat(said.path("tickSeconds").asDouble()).isEqualTo(1);
    assertThat(said.path("head").path("seq").asLong()).isEqualTo(house.seq("ada"));
    assertThat(said.path("head").path("tick").asLong()).isEqualTo(HOURS * 3_600L);
    assertThat(said.path("head").path("alive").asBoolean()).isTrue();
    assertThat(said.path("columns")).hasSize(23);
  }

  @Test
  void whatHasNotComeIsEmpty() {
    long head = HOURS * 3_600L;
    var chart = chart("?from=tick:" + (head - 100) + "&to=tick:" + (head + 300) + "&pixels=3");
    assertThat(chart.column("phase")[0]).isBetween(1.0, 2.0);
    assertThat(chart.column("phase")).endsWith(NOTHING, NOTHING);
    assertThat(chart.column("energy.min")[1]).isNaN();
    assertThat(chart.column("felt")[2]).isNaN();
    assertThat(chart.column("stimulusSeq")[2]).isNaN();
    assertThat(chart.column("stimuli")[2]).isZero();
    assertThat(ask("?to=tick:999999999999999999").statusCode()).isEqualTo(200);
  }

  @Test
  void whatCannotChangeAnyMoreMayBeKept() {
    var past = ask("?to=tick:90000").headers();
    assertThat(past.firstValue("Cache-Control").orElse("")).contains("immutable");
    for (var query : List.of("", "?to=tick:108000", "?to=tick:200000")) {
      var live = ask(query).headers();
      assertThat(live.firstValue("Cache-Control")).as(query).hasValue("no-cache");
      assertThat(live.firstValue("ETag")).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "?from=tick:9&to=tick:8|400|'to' is tick 8, before 'from', tick 9",
        "?pixels=0|400|the parameter 'pixels' must be a whole number from 1 to 4000",
        "?pixels=4001|400|the parameter 'pixels' must be a whole number from 1 to 4000",
        "?to=soon|400|a point is",
        "?to=9999999|404|ada has",
        "?buckets=3|400|unknown parameter 'buckets'; known: from, to, pixels"
      })
  void whatMakesNoSenseIsRefused(String query, int status, String why) {
    var reply = house.get("/v1/lives/ada/chart" + query);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("detail").asText()).startsWith(why);
  }

  @Test
  void ofNobodyThereIsNone() {
    assertThat(house.get("/v1/lives/nobody/chart").status()).isEqualTo(404);
  }
}
