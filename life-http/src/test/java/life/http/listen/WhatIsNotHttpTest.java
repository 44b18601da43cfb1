package life.http.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, the answer is a problem document, and the connection ends. */
final class WhatIsNotHttpTest {
  private static final String HOST = "Host: life\r\n";
  private static final String END = "\r\n\r\n";
  private static Ground ground;

  /** What is sent, and what comes back. */
  record Case(String what, String bytes, int status, String words) {
    @Override
    public String toString() {
      return what;
    }
  }

  @BeforeAll
  static void open() {
    ground = new Ground();
  }

  @AfterAll
  static void close() {
    ground.close();
  }

  private static Case first(String what, String line, int status, String words) {
    return new Case(what, line + "\r\n" + HOST + "\r\n", status, words);
  }

  private static Case header(String what, String header, int status, String words) {
    return new Case(what, "GET / HTTP/1.1\r\n" + HOST + header + END, status, words);
  }

  private static Case body(String what, String headers, String words) {
    return new Case(what, "POST / HTTP/1.1\r\n" + HOST + headers + END + "abc", 400, words);
  }

  static Stream<Case> firstLines() {
    return Stream.of(
        first("an unknown method", "BREW / HTTP/1.1", 501, "none of HTTP's own"),
        first("a very long method", "M".repeat(40) + " / HTTP/1.1", 501, "none of HTTP's own"),
        first("CONNECT", "CONNECT life:80 HTTP/1.1", 400, "for proxies"),
        first("HTTP/2.0", "GET / HTTP/2.0", 505, "HTTP/1.1"),
        first("HTTP/1.7", "GET / HTTP/1.7", 505, "HTTP/1.1"),
        first("another protocol", "GET / RTSP/1.0", 505, "HTTP/1.1"),
        first("no version", "GET /", 400, "a request begins with a line such as"),
        first("two spaces", "GET  / HTTP/1.1", 400, "a request begins with a line such as"),
        first("a space in the path", "GET / a HTTP/1.1", 400, "begins with a line such as"),
        first("one word", "GARBAGE", 400, "a request begins with a line such as"),
        first("a long path", "GET /" + "a".repeat(3_000) + " HTTP/1.1", 414, "2048 bytes"),
        first("a longer path", "GET /" + "a".repeat(99_000) + " HTTP/1.1", 414, "32768 bytes"),
        first("a wrong %XX", "GET /%zz HTTP/1.1", 400, "must be written as %XX"),
        first("an odd path", "GET /\"<> HTTP/1.1", 400, "must be written as %XX"),
        first("half an address", "GET http://[::1 HTTP/1.1", 400, "must be written as %XX"),
        first("a path of Unicode", "GET /\u00e9 HTTP/1.1", 400, "made of ASCII"),
        new Case("HTTP/2 at once", "PRI * HTTP/2.0" + END + "SM" + END, 501, "none of HTTP's own"),
        new Case("TLS", "\u0016\u0003\u0001\u0002\0\u0001", 400, "HTTP without TLS"),
        new Case("a blank line", END, 400, "begins with its method"),
        new Case("binary", "\0\1\2\3", 400, "begins with its method"));
  }

  static Stream<Case> headers() {
    var tooLong = "X: " + "a".repeat(9_000);
    var tooMany = "X: 1\r\n".repeat(99).strip();
    return Stream.of(
        new Case("no host", "GET / HTTP/1.1" + END, 400, "the header Host is missing"),
        header("two hosts", "Host: life", 400, "there must be one Host"),
        new Case("an empty host", "GET / HTTP/1.1\r\nHost: " + END, 400, "Host is empty"),
        new Case("an odd host", "GET / HTTP/1.1\r\nHost: a@b" + END, 400, "names no host"),
        new Case("an odd port", "GET / HTTP/1.1\r\nHost: a:99999999" + END, 400, "names no host"),
        header("a long value", tooLong, 431, "its value at most 8192"),
        header("a long name", "N".repeat(99) + ": 1", 431, "at most 64 bytes"),
        header("many headers", tooMany, 431, "at most 64 headers"),
        header("a large head", (tooLong + "\r\n").repeat(4) + "X: 1", 431, "32768 bytes"),
        header("an endless head", "X: " + "a".repeat(99_000), 431, "32768 bytes"),
        header("a space in a name", "Bad Name: 1", 400, "the name of a header"),
        header("a space after a name", "Name : 1", 400, "the name of a header"),
        header("no name", ": 1", 400, "'Name: value'"),
        header("no colon", "name", 400, "'Name: value'"),
        header("a folded line", "X: a\r\n b", 400, "must not go on in the next line"),
        header("a bare line feed", "X: a\nY: b", 400, "end with CR LF"),
        header("a bare carriage return", "X: a\rY: b", 400, "end with CR LF"),
        header("a NUL", "X: a\0b", 400, "end with CR LF"),
        header("half a character", "X: \u00e9", 400, "made of ASCII"),
        new Case("line feeds only", "GET / HTTP/1.1\nHost: life\n\n", 400, "end with CR LF"));
  }

  static Stream<Case> bodies() {
    var chunked = "Transfer-Encoding: chunked";
    return Stream.of(
        body("two lengths", "Content-Length: 3\r\nContent-Length: 4", "one Content-Length"),
        body("a length twice", "Content-Length: 3\r\nContent-Length: 3", "one Content-Length"),
        body("a list of lengths", "Content-Length: 3, 3", "a whole number"),
        body("a negative length", "Content-Length: -1", "a whole number"),
        body("a signed length", "Content-Length: +3", "a whole number"),
        body("a hexadecimal length", "Content-Length: 0x3", "a whole number"),
        body("no length", "Content-Length: ", "a whole number"),
        body("a huge length", "Content-Length: " + "9".repeat(20), "a whole number"),
        body("length and chunks", "Content-Length: 3\r\n" + chunked, "either"),
        body("chunks and length", chunked + "\r\ncontent-length: 3", "either"),
        body("chunks twice", chunked + "\r\n" + chunked, "one Transfer-Encoding"),
        body("another coding", "Transfer-Encoding: gzip, chunked", "'chunked'"),
        body("an unknown coding", "Transfer-Encoding: xchunked", "'chunked'"),
        body("two types", "Content-Type: a/b\r\nContent-Type: c/d", "one Content-Type"),
        new Case(
            "chunks in HTTP/1.0",
            "POST / HTTP/1.0\r\n" + HOST + chunked + END + "0" + END,
            400,
            "HTTP/1.0"),
        new Case(
            "a HEAD with a body",
            "HEAD / HTTP/1.1\r\n" + HOST + "Content-Length: 3" + END + "abc",
            400,
            "a HEAD request has no body"));
  }

  @ParameterizedTest(name = "{0} is refused")
  @MethodSource({"firstLines", "headers", "bodies"})
  void isRefused(Case given) {
    long before = ground.listener().refusals(Refusal.MALFORMED);
    try (var wire = ground.wire()) {
      var answer = wire.send(given.bytes()).answer();
      assertThat(answer.status()).isEqualTo(given.status());
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(answer.header("Server")).isEqualTo("life");
      assertThat(answer.header("Date")).endsWith(" GMT");
      var document = given.what().equals("a HEAD with a body") ? null : answer.json();
      if (document != null) {
        assertThat(document.get("status").asInt()).isEqualTo(given.status());
        assertThat(document.get("type").asText()).startsWith("/problems/");
        assertThat(document.get("detail").asText())
            .contains(given.words())
            .doesNotContain("pekko", "Exception", "configured limit");
      }
      assertThat(wire.isEnded()).isTrue();
    }
    assertThat(ground.listener().refusals(Refusal.MALFORMED)).isEqualTo(before + 1);
  }
}
