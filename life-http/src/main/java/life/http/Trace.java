package life.http;

import java.util.Optional;
import java.util.regex.Pattern;
import life.being.Metadata;

/**
 * Where a request stands in a distributed trace (W3C Trace Context).
 *
 * @param parent the value of {@code traceparent}, if there is one and it is valid
 */
record Trace(Optional<String> parent) {
  static final String NAME = "traceparent";

  private static final Pattern VALID =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  Trace {
    parent = parent.filter(value -> VALID.matcher(value).matches());
  }

  static Trace of(Call call) {
    return new Trace(call.header(NAME));
  }

  /** Metadata with it, unless the sender says another one there. */
  Metadata in(Metadata metadata) {
    return parent.isEmpty() || metadata.entries().containsKey(NAME)
        ? metadata
        : Asked.valid(() -> metadata.with(NAME, parent.get()));
  }
}
