package life.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A stimulus that somebody wants to bring to a life exactly once.
 *
 * @param key the idempotency key
 * @param kind of the stimulus
 * @param intensity of the stimulus
 * @param inTicks after how many ticks it is to be met; 0 for now
 */
record Errand(String key, String kind, double intensity, long inTicks) {
  private static final List<String> KINDS =
      List.of("noise", "decay", "recovery", "recovery", "shock", "idle");
  private static final double SHARE_LATER = 0.3;
  private static final long LATEST_TICKS = 6_000;

  /** Where a stimulus stands in the life, as it was answered. */
  record Receipt(long seq, long tick, long due) {
    static Receipt of(JsonNode body) {
      return new Receipt(
          body.required("seq").longValue(),
          body.required("tick").longValue(),
          body.required("due").longValue());
    }
  }

  static Errand drawn(String key, RandomGenerator random) {
    return new Errand(
        key,
        KINDS.get(random.nextInt(KINDS.size())),
        random.nextDouble(),
        random.nextDouble() < SHARE_LATER ? 1 + random.nextLong(LATEST_TICKS) : 0);
  }

  String json(JsonMapper mapper) {
    return body(mapper).toString();
  }

  /** With its key, for whoever brings several at once. */
  String keyed(JsonMapper mapper) {
    return body(mapper).put("key", key).toString();
  }

  private ObjectNode body(JsonMapper mapper) {
    ObjectNode body = mapper.createObjectNode().put("kind", kind).put("intensity", intensity);
    return inTicks > 0 ? body.put("inTicks", inTicks) : body;
  }
}
