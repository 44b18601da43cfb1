package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When something was odd in a life: what was noticed, as stretches that don't overlap. */
final class OddSpans {
  /** From one tick to another. */
  record Span(long from, long to) {}

  private OddSpans() {}

  /**
   * The stretches.
   *
   * @param end until when something that goes on is drawn
   */
  static List<Span> of(List<JsonNode> observations, long end) {
    var spans = new ArrayList<Span>();
    observations.stream()
        .map(one -> new Span(one.path("begin").path("tick").asLong(), end(one, end)))
        .sorted(Comparator.comparingLong(Span::from))
        .forEach(span -> {
          if (!spans.isEmpty() && span.from() <= spans.getLast().to()) {
            var last = spans.removeLast();
            spans.add(new Span(last.from(), Math.max(last.to(), span.to())));
          } else {
            spans.add(span);
          }
        });
    return spans;
  }

  private static long end(JsonNode one, long end) {
    return one.path("open").asBoolean() ? end : one.path("end").path("tick").asLong(end);
  }
}
