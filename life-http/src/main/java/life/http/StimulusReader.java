package life.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.being.LifeCommand.Meet;
import life.being.Source;
import life.http.Sent.Item;
import life.http.Sent.Many;
import life.http.Sent.One;
import life.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the stimuli that a request carries, in each of the ways in which they may come. */
final class StimulusReader {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";
  static final String EVENT = "application/cloudevents+json";
  static final String EVENTS = "application/cloudevents-batch+json";

  /** Most bytes of a batch. */
  static final long MOST_BYTES = 1 << 20;

  /** Most bytes of a single stimulus, also where it is one of many lines. */
  static final int MOST_BYTES_OF_ONE = 64 * 1024;

  /** What a stimulus is made of, as JSON. */
  private static final List<String> FIELDS =
      List.of("kind", "intensity", "atTick", "inTicks", "key", "metadata");

  private static final int LONGEST_KEY_OF_MANY = 123;

  private final Call call;
  private final byte[] bytes;
  private final Trace trace;

  private StimulusReader(Call call) {
    this.call = call;
    this.bytes = call.bytes().toArrayUnsafe();
    this.trace = Trace.of(call);
  }

  /**
   * Reads them.
   *
   * @throws Problem.Refused if nothing of it can be read
   */
  static Sent read(Call call) {
    return new StimulusReader(call).read();
  }

  /**
   * A stimulus as JSON.
   *
   * @param what it is, for the refusal
   * @param key goes for it if it says none itself
   */
  static Meet meet(JsonNode node, String what, @Nullable String key, Trace trace) {
    return meet(Body.of(node, what, FIELDS), key, trace);
  }

  private static Meet meet(Body body, @Nullable String key, Trace trace) {
    var own = body.optionalText("key").map(text -> Asked.key("a 'key'", text));
    return new Meet(
        Asked.stimulus(body),
        Asked.when(body),
        Source.OUTSIDE,
        own.orElse(key),
        trace.in(Asked.metadata(body)));
  }

  private Sent read() {
    var type = call.request().entity().getContentType().mediaType();
    return switch (type.mainType() + "/" + type.subType()) {
      case LINES -> lines();
      case EVENT -> structured();
      case EVENTS -> events();
      default -> CloudEvent.isIn(call) ? binary() : plain();
    };
  }

  private Sent plain() {
    var document = document();
    if (document.isArray()) {
      return array(document);
    }
    var body = Body.of(document, "the body", FIELDS);
    var key = Asked.key(call);
    if (key.isPresent()
        && body.optionalText("key").filter(own -> !key.get().equals(own)).isPresent()) {
      throw Problem.badInput(
              "the field 'key' and the header Idempotency-Key say different keys; give one of them")
          .asException();
    }
    return new One(meet(body, key.orElse(null), trace));
  }

  private Sent binary() {
    CloudEvent.refuseKey(call);
    return new One(CloudEvent.binary(call, document()).meet(trace));
  }

  private Sent structured() {
    CloudEvent.refuseKey(call);
    return new One(CloudEvent.structured(document()).meet(trace));
  }

  /** Only a batch, which is an array, may be long. */
  private JsonNode document() {
    if (bytes.length > MOST_BYTES_OF_ONE && !isArray()) {
      throw Problem.tooLarge(MOST_BYTES_OF_ONE).asException();
    }
    return StrictJson.tree(bytes);
  }

  private boolean isArray() {
    int at = 0;
    while (at < bytes.length && Character.isWhitespace(bytes[at])) {
      at++;
    }
    return at < bytes.length && bytes[at] == '[';
  }

  private Sent array(JsonNode document) {
    var key = keyOfMany();
    var items = new ArrayList<Item>(document.size());
    for (var node : document) {
      var own = numbered(key, items.size() + 1);
      items.add(Item.of(() -> meet(node, "a stimulus", own, trace)));
    }
    return new Many(items, false);
  }

  private Sent events() {
    CloudEvent.refuseKey(call);
    var document = document();
    if (!document.isArray()) {
      throw Problem.badInput("a batch of events must be a JSON array").asException();
    }
    var items = new ArrayList<Item>(document.size());
    for (var node : document) {
      items.add(Item.of(() -> CloudEvent.structured(node).meet(trace)));
    }
    return new Many(items, false);
  }

  /** Lines that are empty are passed over, and count for nothing. */
  private Sent lines() {
    var key = keyOfMany();
    var items = new ArrayList<Item>();
    int from = 0;
    while (from < bytes.length) {
      int end = endOfLine(from);
      if (!new String(bytes, from, end - from, US_ASCII).isBlank()) {
        items.add(line(from, end - from, numbered(key, items.size() + 1)));
      }
      from = end + 1;
    }
    return new Many(items, true);
  }

  private Item line(int from, int length, @Nullable String key) {
    return length > MOST_BYTES_OF_ONE
        ? new Sent.Unfit(Problem.tooLarge(MOST_BYTES_OF_ONE))
        : Item.of(() -> meet(StrictJson.tree(bytes, from, length), "a line", key, trace));
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private Optional<String> keyOfMany() {
    var key = Asked.key(call);
    if (key.isPresent() && key.get().length() > LONGEST_KEY_OF_MANY) {
      throw Problem.badInput(
              "the Idempotency-Key of a batch has at most "
                  + LONGEST_KEY_OF_MANY
                  + " characters, since each stimulus adds its number to it")
          .asException();
    }
    return key;
  }

  private static @Nullable String numbered(Optional<String> key, int number) {
    return key.map(all -> all + "/" + number).orElse(null);
  }
}
