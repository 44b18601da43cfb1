package life.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import life.http.Fitting.Answered;
import org.jspecify.annotations.Nullable;

/** A client that sends whatever it is told to, byte for byte; it keeps its connection. */
final class Plain implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final InetSocketAddress address;
  private @Nullable Socket socket;
  private BufferedInputStream in = new BufferedInputStream(BufferedInputStream.nullInputStream());

  Plain(URI address) {
    this.address = new InetSocketAddress(address.getHost(), address.getPort());
  }

  /** A request, with what HTTP needs: a host and a length. */
  static byte[] request(String method, String target, Map<String, String> headers, byte[] body) {
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    if (!headers.containsKey("Host")) {
      head.append("Host: localhost\r\n");
    }
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (!headers.containsKey("Content-Length") && !(body.length == 0 && method.equals("GET"))) {
      head.append("Content-Length: " + body.length + "\r\n");
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + "\r\n").getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** The answer; of a stream of events and of a channel only the head. */
  Answered send(byte[] request) {
    try {
      return sent(request);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(
          new String(request, ISO_8859_1).lines().findFirst().orElse(""), e);
    }
  }

  private Answered sent(byte[] request) throws IOException {
    boolean isFresh = socket == null;
    try {
      connected().getOutputStream().write(request);
      return answer(isFresh);
    } catch (Stale | SocketException e) {
      if (isFresh) {
        throw e;
      }
      close();
      connected().getOutputStream().write(request);
      return answer(true);
    }
  }

  /** The server had closed the connection, as it may between two requests. */
  private static final class Stale extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private Socket connected() throws IOException {
    var there = socket;
    if (there == null) {
      there = new Socket();
      there.setSoTimeout(PATIENCE_MILLIS);
      there.setTcpNoDelay(true);
      there.connect(address);
      in = new BufferedInputStream(there.getInputStream());
      socket = there;
    }
    return there;
  }

  private Answered answer(boolean isFresh) throws IOException {
    var first = line();
    if (first == null) {
      close();
      throw isFresh ? new IOException("no answer") : new Stale();
    }
    int status = Integer.parseInt(first.split(" ", 3)[1]);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (var line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    var head = new Answered(status, headers, "");
    if (status == 101 || head.header("Content-Type").contains("text/event-stream")) {
      close();
      return new Answered(status, headers, status == 101 ? "" : "retry: 1000\n\n");
    }
    var body = new String(body(head), UTF_8);
    if (head.header("Connection").stream()
        .anyMatch(c -> c.toLowerCase(Locale.ROOT).equals("close"))) {
      close();
    }
    return new Answered(status, headers, body);
  }

  private byte[] body(Answered head) throws IOException {
    var length = head.header("Content-Length");
    if (!length.isEmpty()) {
      return in.readNBytes(Integer.parseInt(length.getFirst()));
    }
    if (head.status() == 204 || head.status() == 304) {
      return new byte[0];
    }
    if (head.header("Transfer-Encoding").isEmpty()) {
      return in.readAllBytes();
    }
    var body = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      body.writeBytes(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    var line = line();
    return line == null ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
  }

  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      line.write(read);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      socket = null;
    }
  }
}
