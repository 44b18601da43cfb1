package life.http.listen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import life.journal.FactFormat;

/** A bare connection, on which anything can be sent at any pace. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final BufferedInputStream in;

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    JsonNode json() {
      try {
        return FactFormat.JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }
  }

  Wire(InetSocketAddress address) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(address, PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends these characters as bytes. */
  Wire send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request without a body. */
  Wire get(String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: life\r\n\r\n");
  }

  /** Sends nothing more. */
  Wire end() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Is gone without a farewell. */
  void vanish() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer with its body. */
  Answer answer() {
    var head = head();
    var length = Optional.ofNullable(head.headers().get("content-length"));
    try {
      var body =
          length.isPresent()
              ? in.readNBytes(Integer.parseInt(length.get()))
              : head.header("transfer-encoding").isEmpty() ? new byte[0] : chunks();
      return new Answer(head.status(), head.headers(), new String(body, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (var chunk = chunk(); chunk.length > 0; chunk = chunk()) {
      body.write(chunk);
    }
    return body.toByteArray();
  }

  /** The next chunk of an answer; empty for the last one. */
  byte[] chunk() throws IOException {
    var chunk = in.readNBytes(Integer.parseInt(line(), 16));
    line();
    return chunk;
  }

  /** The head of the next answer. */
  Answer head() {
    try {
      var first = line();
      if (!first.startsWith("HTTP/1.1 ")) {
        throw new IllegalStateException("not the beginning of an answer: '" + first + "'");
      }
      var headers = new TreeMap<String, String>();
      for (var line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      return new Answer(Integer.parseInt(first.substring(9, 12)), headers, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new IOException("the connection ended after '" + line + "'");
      }
      line.append((char) read);
    }
    return line.toString().strip();
  }

  /** Whether the server has closed the connection, and said nothing more; waits for it. */
  boolean isEnded() {
    try {
      return in.read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
