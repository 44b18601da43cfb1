package life.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.util.ByteString;

/**
 * Something to be read in a browser. It reaches nothing but its own server, and can't be put into
 * another page.
 *
 * @param type what it is
 * @param bytes of it
 * @param policy what it may load (Content-Security-Policy)
 */
record Page(ContentType type, ByteString bytes, String policy) {
  private static final String ALONE = "base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
  private static final String READ = "default-src 'none'; style-src 'self'; " + ALONE;

  /** A page that draws itself, with styles of its own. */
  private static final String DRAWN =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; "
          + ALONE;

  /** A page that asks its server: nothing in it may come from elsewhere, or stand in the page. */
  private static final String LIVE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + ALONE;

  private static final List<HttpHeader> ALWAYS =
      List.of(
          RawHeader.create("Referrer-Policy", "no-referrer"),
          RawHeader.create("X-Frame-Options", "DENY"),
          RawHeader.create("Cross-Origin-Opener-Policy", "same-origin"));

  /** A page that needs nothing but a style sheet. */
  static Page html(String text) {
    return file(ContentTypes.TEXT_HTML_UTF8, ByteString.fromString(text));
  }

  /** A page that is drawn by scripts of this server. */
  static Page drawn(ByteString html) {
    return new Page(ContentTypes.TEXT_HTML_UTF8, html, DRAWN);
  }

  /** A page that shows what its server says. */
  static Page live(ByteString html) {
    return new Page(ContentTypes.TEXT_HTML_UTF8, html, LIVE);
  }

  /** Anything else. */
  static Page file(ContentType type, ByteString bytes) {
    return new Page(type, bytes, READ);
  }

  HttpResponse answer() {
    return HttpResponse.create()
        .withEntity(type, bytes.toArrayUnsafe())
        .addHeaders(ALWAYS)
        .addHeader(RawHeader.create("Content-Security-Policy", policy));
  }

  /** The same with less to send. */
  HttpResponse compressed() {
    return answer()
        .withEntity(type, packed())
        .addHeader(RawHeader.create("Content-Encoding", "gzip"));
  }

  private byte[] packed() {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes.toArrayUnsafe());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: it writes to memory
    }
    return packed.toByteArray();
  }

  /** Text as it stands in HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
