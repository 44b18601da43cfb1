package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Something that was looked at to say whether a process is ready.
 *
 * @param name a short one that stays, such as {@code recovered}
 * @param status what came out
 * @param words what was seen
 */
record Check(String name, Status status, String words) {
  /** What came out; in the words of health+json. */
  enum Status {
    /** All is well. */
    PASS,
    /** Something is to be known; the process is ready all the same. */
    WARN,
    /** The process is not ready. */
    FAIL
  }

  static Check of(String name, boolean isWell, String words) {
    return new Check(name, isWell ? Status.PASS : Status.FAIL, words);
  }

  boolean isWell() {
    return status != Status.FAIL;
  }

  ObjectNode document() {
    return Views.object()
        .put("name", name)
        .put("status", status.name().toLowerCase(Locale.ROOT))
        .put("words", words);
  }
}
