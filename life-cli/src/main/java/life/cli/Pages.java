package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A life's facts page by page, and the waiting for more of them. */
final class Pages {
  /** Few requests for a long life, little memory on both sides. */
  private static final int PAGE = 500;

  /** Often enough to feel live: quiet time makes at most some 20 facts a second. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Wire wire;
  private final String life;
  private final Patience patience;
  private long after;
  private boolean over;

  Pages(Wire wire, String life, Patience patience) {
    this.wire = wire;
    this.life = life;
    this.patience = patience;
  }

  void startAfter(long seq) {
    after = seq;
  }

  /** The next facts, at most so many; none if there are no more right now. */
  List<JsonNode> next(long atMost) {
    var path =
        "%s?after=%d&limit=%d".formatted(Wire.life(life, "facts"), after, Math.min(PAGE, atMost));
    var page = get(path);
    var facts = new ArrayList<JsonNode>();
    page.path("facts").forEach(facts::add);
    if (!facts.isEmpty()) {
      after = facts.getLast().path("seq").asLong(after);
    }
    return facts;
  }

  /**
   * Waits a little. False when there will never be another fact: the being is dead, and a look
   * after that was known has brought nothing.
   */
  boolean more() {
    if (over) {
      return false;
    }
    patience.rest(BETWEEN_LOOKS);
    over = !get(Wire.life(life)).path("alive").asBoolean(true);
    return true;
  }

  /** Following goes on when the server is restarted under it. */
  private ObjectNode get(String path) {
    return patience.ask(wire, () -> wire.look(path)).orTrouble();
  }
}
