package life.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import life.http.gate.Access;
import life.http.gate.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as it is sent; what it does is tested in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheObservatoryPageTest {
  private static final int MOST_BYTES = 100 * 1024;
  private static final Pattern IMPORT = Pattern.compile("from '\\./([a-zA-Z.]+)'");

  private OpenHouse house;

  @BeforeAll
  void open(@TempDir Path data) {
    house = new OpenHouse(data);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
  }

  @AfterAll
  void close() {
    house.close();
  }

  private static Stream<String> files() {
    return Described.values("/paths/~1observatory~1{asset}/parameters/0/schema/enum").stream();
  }

  @ParameterizedTest
  @CsvSource({
    "uPlot.iife.min.js, 19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
    "uPlot.min.css,     df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04"
  })
  void theFilesOfOthersAreAsTheyWerePublished(String file, String sha256) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(resource(file));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    assertThat(new String(resource("uPlot.LICENSE.txt"), UTF_8)).contains("The MIT License");
  }

  @Test
  void allThatABrowserLoadsIsSmall() {
    long sent =
        Stream.concat(Stream.of("/"), files().map(file -> "/observatory/" + file))
            .mapToLong(path -> loaded(path).body().length)
            .sum();
    assertThat(sent).isPositive().isLessThan(MOST_BYTES);
  }

  @Test
  void whatIsSentCompressedIsTheSame() throws IOException {
    for (var file : files().toList()) {
      var answer = loaded("/observatory/" + file);
      assertThat(answer.headers().firstValue("Content-Encoding")).as(file).contains("gzip");
      assertThat(answer.headers().firstValue("Vary")).as(file).contains("Accept-Encoding");
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
        assertThat(gzip.readAllBytes()).as(file).isEqualTo(resource(file));
      }
    }
  }

  @Test
  void whoTakesNoGzipGetsNone() {
    for (var takes : List.of("identity", "gzip;q=0", "br", "gzip; q=0.000")) {
      var answer = house.send(house.request("/").header("Accept-Encoding", takes).GET().build());
      assertThat(answer.response().headers().firstValue("Content-Encoding")).as(takes).isEmpty();
      assertThat(answer.response().body()).startsWith("<!doctype html>");
    }
  }

  @Test
  void itLoadsNothingFromElsewhereAndNothingThatIsNotThere() throws IOException {
    var known = files().toList();
    for (var file : known) {
      var text = new String(resource(file), UTF_8);
      if (!file.startsWith("uPlot")) {
        assertThat(text.replace("http://www.w3.org/2000/svg", "")).as(file).doesNotContain("://");
      }
      assertThat(IMPORT.matcher(text).results().map(found -> found.group(1)))
          .as(file)
          .isSubsetOf(known);
    }
    var page = house.get("/").response().body();
    assertThat(page).doesNotContain("://").doesNotContain("style=").doesNotContain("onclick");
    assertThat(Pattern.compile("/observatory/([a-zA-Z.]+)").matcher(page).results())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(known).contains(found.group(1)));
  }

  @Test
  void itsPolicyAllowsItsOwnServerAlone() {
    assertThat(house.get("/").header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("connect-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void whereEverybodyNeedsATokenThePageAsksForItItself(@TempDir Path data) {
    var access = new Access(Token.random(), Optional.empty(), true, Set.of(), 0);
    try (var remote = new OpenHouse(data, access)) {
      assertThat(remote.send(remote.anonymous("/").GET().build()).status()).isEqualTo(200);
      assertThat(remote.send(remote.anonymous("/observatory/main.js").GET().build()).status())
          .isEqualTo(200);
      for (var path :
          List.of("/v1/access", "/v1/lives", "/observatory", "/observatory/../v1/lives"))
        assertThat(remote.send(remote.anonymous(path).GET().build()).status())
            .as(path)
            .isEqualTo(401);
    }
  }

  @Test
  void itIsToldWhatItsVisitorMayDo() {
    assertThat(house.get("/v1/access").json().toString())
        .isEqualTo("{\"right\":\"operate\",\"token\":true}");
    var anonymous = house.send(house.anonymous("/v1/access").GET().build());
    assertThat(anonymous.json().toString()).isEqualTo("{\"right\":\"stimulate\",\"token\":false}");
  }

  @Test
  void itIsToldTheKindsOfTheWorldAndWhatABeingHasInMind() {
    house.post("/v1/lives/ada/stimuli", "{\"kind\":\"shock\",\"intensity\":0.9}");
    var world = house.get("/v1/lives/ada/world").json();
    assertThat(world.at("/world/kinds").findValuesAsText("name")).contains("shock");
    house.settled("ada");
    assertThat(house.get("/v1/lives/ada/memories").json().at("/short/0/kind").asText())
        .isEqualTo("shock");
    assertThat(house.get("/v1/lives/ada/memories?at=birth").json().path("short")).isEmpty();
  }

  private HttpResponse<byte[]> loaded(String path) {
    try (var client = HttpClient.newHttpClient()) {
      var request = house.request(path).header("Accept-Encoding", "gzip").GET().build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] resource(String file) throws IOException {
    try (var in = TheObservatoryPageTest.class.getResourceAsStream("observatory/" + file)) {
      return Optional.ofNullable(in).orElseThrow().readAllBytes();
    }
  }
}
