package life.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/**
 * Entity tags (RFC 9110): whoever has an answer and asks again is told only that it still holds. A
 * tag is a part of the SHA-256 of what is said.
 */
final class Tags {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int LETTERS = 32;

  private Tags() {}

  /**
   * The answer with its tag, unless it has one, or without its body if whoever asks has it already.
   */
  static HttpResponse on(HttpRequest request, HttpResponse answer) {
    if (!(answer.entity() instanceof HttpEntity.Strict said)
        || !request.method().value().equals("GET")
        || answer.status().intValue() != OK
        || answer.getHeader("ETag").isPresent()) {
      return answer;
    }
    var tag = "\"" + hash(said.getData().toArrayUnsafe()) + "\"";
    var tagged = answer.addHeader(RawHeader.create("ETag", tag));
    var cached =
        answer.getHeader("Cache-Control").isPresent()
            ? tagged
            : tagged.addHeader(RawHeader.create("Cache-Control", "no-cache"));
    return isKnown(tag, request)
        ? cached.withEntity(HttpEntities.EMPTY).withStatus(NOT_MODIFIED)
        : cached;
  }

  private static String hash(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isKnown(String tag, HttpRequest request) {
    return request
        .getHeader("If-None-Match")
        .map(HttpHeader::value)
        .filter(tags -> tags.equals("*") || List.of(tags.split(",\\s*", -1)).contains(tag))
        .isPresent();
  }
}
