package life.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import life.http.gate.Access;
import life.http.gate.Right;
import life.http.gate.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request must show to be let in, and what is refused before anything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayComeInTest {
  private static final String STIMULI = "/v1/lives/ada/stimuli";
  private static final String SHOCK = "{\"kind\":\"shock\",\"intensity\":0.1}";

  private final Token token = Token.random();
  private OpenHouse house;
  private OpenHouse remote;

  @BeforeAll
  void open(@TempDir Path data, @TempDir Path far) {
    house = new OpenHouse(data);
    house.post("/v1/admin/lives", "{\"name\":\"ada\",\"seed\":7}");
    remote =
        new OpenHouse(far, new Access(token, Optional.empty(), true, Set.of("life.example"), 0));
  }

  @AfterAll
  void close() {
    house.close();
    remote.close();
  }

  @Test
  void onTheSameMachineAnybodyMayLookAndTouch() {
    assertThat(house.send(house.anonymous("/v1/lives").GET().build()).status()).isEqualTo(200);
    assertThat(anonymously("POST", STIMULI, SHOCK).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /v1/admin/lives | {\"name\":\"eve\"}",
        "PUT | /v1/time | {\"speed\":2}",
        "POST | /v1/admin/shutdown | {}",
        "POST | /v1/lives/ada/branches | {\"keep\":\"lea\"}"
      })
  void operatingNeedsATokenAndOneOfThatRight(String method, String path, String body) {
    var refused = anonymously(method, path, body);
    assertProblem(refused, 401, "token-needed");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"life\"");
    var lesser =
        house.send(
            house
                .anonymous(path)
                .header("Authorization", "Bearer " + house.token().of(Right.STIMULATE))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertProblem(lesser, 403, "not-allowed");
    assertThat(house.get("/v1/lives").json().get("lives")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x", "Bearer", "Basic YTpi", ""})
  void aWrongTokenIsWorseThanNone(String authorization) {
    var request = house.anonymous("/v1/lives").header("Authorization", authorization).GET();
    assertProblem(house.send(request.build()), 401, "token-needed");
  }

  @Test
  void othersMachinesNeedATokenForEverything() {
    for (var path : List.of("/v1/lives", "/v1/time", "/nowhere", "/v1/lives/ada/stimuli")) {
      assertProblem(remote.send(remote.anonymous(path).GET().build()), 401, "token-needed");
    }
    var looking =
        remote
            .anonymous("/v1/lives")
            .header("Authorization", "bearer " + token.of(Right.OBSERVE))
            .GET();
    assertThat(remote.send(looking.build()).status()).isEqualTo(200);
    var touching =
        remote
            .anonymous(STIMULI)
            .header("Authorization", "Bearer " + token.of(Right.OBSERVE))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(SHOCK));
    assertProblem(remote.send(touching.build()), 403, "not-allowed");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "localhost:7717, 200",
    "LOCALHOST, 200",
    "[::1]:80, 200",
    "evil.example, 421",
    "evil.example:7717, 421",
    "127.0.0.1.evil.example, 421",
    "localhost.evil.example, 421",
    "life.example, 421"
  })
  void onlyItsOwnNamesAreAnswered(String host, int status) {
    var answer = raw(house, "GET /v1/lives HTTP/1.1\r\nHost: " + host + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    if (status == 421) {
      assertThat(answer).contains("/problems/misdirected");
    }
  }

  @Test
  void aNameThatWasAllowedIsAnsweredAndAnAddressInTheRequestLineCountsToo() {
    var authorization = "Authorization: Bearer " + token.of(Right.OBSERVE) + "\r\n";
    assertThat(raw(remote, "GET /v1/lives HTTP/1.1\r\nHost: Life.Example:1\r\n" + authorization))
        .startsWith("HTTP/1.1 200 ");
    assertThat(raw(house, "GET http://evil.example/v1/lives HTTP/1.1\r\nHost: evil.example\r\n"))
        .startsWith("HTTP/1.1 421 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Origin: https://evil.example | 403",
        "Origin: null | 403",
        "Origin: http://127.0.0.1 | 403",
        "Origin: http://127.0.0.1:9 | 200",
        "Sec-Fetch-Site: cross-site | 403",
        "Sec-Fetch-Site: same-site | 403",
        "Sec-Fetch-Site: same-origin | 200",
        "Sec-Fetch-Site: none | 200"
      })
  void pagesOfOtherSitesAreRefused(String header, int status) {
    var answer =
        raw(house, "GET /v1/lives HTTP/1.1\r\nHost: 127.0.0.1:9\r\n" + header.strip() + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).doesNotContain("Access-Control-Allow");
  }

  @Test
  void aLinkOnAnotherPageMayBeFollowed() {
    var link =
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    var host = "HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    assertThat(raw(house, "GET /v1/lives " + host + link)).startsWith("HTTP/1.1 200 ");
    assertThat(raw(house, "POST " + STIMULI + " " + host + link)).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void whoAsksTooOftenIsToldHowOftenItMay(@TempDir Path data) {
    try (var slow =
        new OpenHouse(data, new Access(Token.random(), Optional.empty(), false, Set.of(), 5))) {
      var first = slow.send(slow.anonymous("/v1/lives").GET().build());
      assertThat(first.header("RateLimit-Policy")).isEqualTo("\"requests\";q=5;w=1");
      assertThat(first.header("RateLimit")).isEqualTo("\"requests\";r=4;t=1");
      OpenHouse.Reply last = first;
      for (int i = 0; i < 1_000 && last.status() == 200; i++) {
        last = slow.send(slow.anonymous("/v1/lives").GET().build());
      }
      assertProblem(last, 429, "too-many-requests");
      assertThat(last.header("Retry-After")).isEqualTo("1");
      assertThat(last.header("RateLimit")).isEqualTo("\"requests\";r=0;t=1");
    }
  }

  @Test
  void aBodyThatIsCompressedIsRefused() {
    var request =
        house
            .request(STIMULI)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0}));
    assertProblem(house.send(request.build()), 415, "wrong-media-type");
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    assertProblem(house.get("/v1/lives/ada/facts?limit=1&limit=2"), 400, "bad-input");
  }

  private OpenHouse.Reply anonymously(String method, String path, String body) {
    return house.send(
        house
            .anonymous(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private static String raw(OpenHouse asked, String head) {
    var address = asked.address();
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      var text = head + "Connection: close\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertProblem(OpenHouse.Reply reply, int status, String slug) {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.json().get("type").asText()).isEqualTo("/problems/" + slug);
  }
}
