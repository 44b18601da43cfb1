package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import life.being.LifeId;
import life.observe.Juncture;
import life.observe.Observation;
import life.observe.Sign;
import org.jspecify.annotations.Nullable;

/** What was noticed, as JSON documents: the same over HTTP and on the command line. */
public final class ObservationView {
  private ObservationView() {}

  /** As a line of a running Life's story; unlike a fact it has no type. */
  public static ObjectNode noticed(LifeId life, Observation observation, double tickSeconds) {
    var node = Views.object().put("life", life.slug());
    node.set("noticed", of(observation, tickSeconds));
    return node;
  }

  /**
   * An observation.
   *
   * @param tickSeconds how long a tick of that life is
   */
  static ObjectNode of(Observation one, double tickSeconds) {
    var node = Views.object().put("number", one.number()).put("version", one.version());
    node.put("severity", one.severity().word()).put("open", one.isOpen());
    node.set("begin", place(one.begin(), tickSeconds));
    node.set("noticed", place(one.noticed(), tickSeconds));
    node.set("peak", place(one.peak(), tickSeconds));
    node.set("changed", place(one.changed(), tickSeconds));
    node.set("end", place(one.end(), tickSeconds));
    node.put("words", one.words());
    var signs = node.putArray("signs");
    one.signs().forEach(sign -> signs.add(sign(sign, tickSeconds)));
    return node;
  }

  private static ObjectNode sign(Sign sign, double tickSeconds) {
    var node = Views.object().put("kind", sign.kind().word()).put("subject", sign.subject());
    node.put("severity", sign.kind().severity().word());
    node.set("since", place(sign.since(), tickSeconds));
    var evidence = node.putArray("evidence");
    sign.evidence().forEach(evidence::add);
    return node.put("strength", sign.strength()).put("words", sign.words());
  }

  private static @Nullable ObjectNode place(@Nullable Juncture place, double tickSeconds) {
    return place == null
        ? null
        : Views.object()
            .put("seq", place.seq())
            .put("tick", place.tick())
            .put("age", Views.span(place.tick() * tickSeconds));
  }
}
