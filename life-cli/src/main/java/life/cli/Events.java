package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Listens to a stream of server-sent events, and goes on after a cut where it was. Belongs to one
 * thread; whoever ends the wire ends it too.
 */
final class Events {
  private static final int NO_CONTENT = 204;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Wire wire;
  private final Patience patience;
  private final String path;
  private String last;
  private Duration pause = Duration.ofSeconds(1);

  /**
   * Nothing is asked yet.
   *
   * @param after the id of the event after which to begin
   */
  Events(Wire wire, Patience patience, String path, long after) {
    this.wire = wire;
    this.patience = patience;
    this.path = path;
    this.last = Long.toString(after);
  }

  /** Hands on each event's document, until there will never be another one. */
  void each(Consumer<JsonNode> listener) {
    int failures = 0;
    while (true) {
      try (var stream = wire.listen(path, last)) {
        if (stream.status() == NO_CONTENT) {
          return;
        }
        var lines =
            new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        boolean heard = hear(lines, listener);
        failures = heard ? 0 : failures + 1;
      } catch (IOException | UncheckedIOException e) {
        failures++;
        if (failures >= patience.tries()) {
          throw wire.unreachable(e instanceof IOException io ? io : new IOException(e));
        }
      }
      patience.rest(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  private boolean hear(BufferedReader lines, Consumer<JsonNode> listener) throws IOException {
    boolean heard = false;
    var data = new StringBuilder();
    var id = last;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      heard = true;
      int colon = line.indexOf(':');
      var value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          Json.parse(data.toString()).ifPresent(listener);
        }
        last = id;
        data.setLength(0);
      } else if (line.startsWith("id:")) {
        id = value;
      } else if (line.startsWith("data:")) {
        data.append(value);
      } else if (line.startsWith("retry:") && value.matches("\\d{1,6}")) {
        pause = Duration.ofMillis(Long.parseLong(value));
      }
    }
    return heard;
  }
}
