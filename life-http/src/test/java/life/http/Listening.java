package life.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import life.journal.FactFormat;

/** Somebody who listens to a life, over a bare socket, so that it can be slow or be cut at once. */
final class Listening implements AutoCloseable {
  private static final int SMALL = 4 * 1024;
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final BufferedInputStream answer;
  private final Queue<Frame> waiting = new ArrayDeque<>();
  private final List<String> head = new ArrayList<>();

  /**
   * What lies between two empty lines.
   *
   * @param lines one or more
   */
  record Frame(List<String> lines) {
    Optional<String> field(String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst();
    }

    boolean isEvent() {
      return field("data").isPresent();
    }

    boolean isComment() {
      return lines.getFirst().startsWith(":");
    }

    long id() {
      return Long.parseLong(field("id").orElseThrow());
    }

    JsonNode json() {
      try {
        return FactFormat.JSON.readTree(field("data").orElseThrow());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Begins to listen: the head of the answer has been read. */
  Listening(OpenHouse house, String path, String... headers) {
    try {
      socket = new Socket();
      socket.setReceiveBufferSize(SMALL);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(house.address().getHost(), house.address().getPort()));
      var extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      answer = new BufferedInputStream(socket.getInputStream(), SMALL);
      for (var line = line(); !line.isEmpty(); line = line()) {
        head.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int status() {
    return Integer.parseInt(head.getFirst().substring("HTTP/1.1 ".length()).substring(0, 3));
  }

  List<String> head() {
    return head;
  }

  /** The next frame, be it an event, a comment or a hint; empty at the end of the stream. */
  Optional<Frame> frame() {
    try {
      while (waiting.isEmpty()) {
        int length = Integer.parseInt(line(), 16);
        if (length == 0) {
          return Optional.empty();
        }
        var chunk = new String(answer.readNBytes(length), UTF_8);
        line();
        for (var frame : chunk.split("\n\n", 0)) {
          waiting.add(new Frame(frame.lines().toList()));
        }
      }
      return Optional.of(waiting.remove());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next event; empty at the end of the stream. */
  Optional<Frame> event() {
    var frame = frame();
    while (frame.isPresent() && !frame.get().isEvent()) {
      frame = frame();
    }
    return frame;
  }

  /** The ids of the events up to that one. */
  List<Long> idsUpTo(long last) {
    var ids = new ArrayList<Long>();
    while (ids.isEmpty() || ids.getLast() < last) {
      ids.add(event().orElseThrow().id());
    }
    return ids;
  }

  /** The ids of all events to the end of the stream. */
  List<Long> idsToTheEnd() {
    var ids = new ArrayList<Long>();
    for (var event = event(); event.isPresent(); event = event()) {
      ids.add(event.get().id());
    }
    return ids;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int read = answer.read(); read != '\n'; read = answer.read()) {
      if (read < 0) {
        throw new IOException("the connection was cut");
      }
      line.append((char) read);
    }
    return line.toString().strip();
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
