package life.http;

import java.util.List;

/**
 * What body an endpoint takes.
 *
 * @param mediaTypes without parameters, such as {@code application/json}; none if it takes no body
 * @param mostBytes of a body
 * @param isRead whether the body is read before the handler is called
 */
record Intake(List<String> mediaTypes, long mostBytes, boolean isRead) {
  private static final long USUAL_BYTES = 64 * 1024;

  /** No body; one that comes is thrown away. */
  static final Intake NONE = new Intake(List.of(), 0, true);

  /** A JSON document of at most 64 KiB. */
  static final Intake JSON = read(USUAL_BYTES, "application/json");

  Intake {
    mediaTypes = List.copyOf(mediaTypes);
  }

  /** A body of one of these types, read as a whole. */
  static Intake read(long mostBytes, String... mediaTypes) {
    return new Intake(List.of(mediaTypes), mostBytes, true);
  }

  /** A body of one of these types that the handler reads itself. */
  static Intake streamed(long mostBytes, String... mediaTypes) {
    return new Intake(List.of(mediaTypes), mostBytes, false);
  }
}
