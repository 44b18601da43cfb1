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
  private final String sieve;
  private long after;
  private boolean over;
  private boolean ended;

  Pages(Wire wire, String life, Patience patience) {
    this(wire, life, patience, "");
  }

  /** Only the facts that pass a sieve: more of the query, beginning with {@code &}. */
  Pages(Wire wire, String life, Patience patience, String sieve) {
    this.wire = wire;
    this.life = life;
    this.patience = patience;
    this.sieve = sieve;
  }

  void startAfter(long seq) {
    after = seq;
  }

  /**
   * The next facts, at most so many. None if there are no more right now, and with a sieve also if
   * the server looked long without finding one: then it has not {@link #ended}.
   */
  List<JsonNode> next(long atMost) {
    var path =
        "%s?after=%d&limit=%d%s"
            .formatted(Wire.life(life, "facts"), after, Math.min(PAGE, atMost), sieve);
    var page = get(path);
    var facts = new ArrayList<JsonNode>();
    page.path("facts").forEach(facts::add);
    if (!facts.isEmpty()) {
      after = facts.getLast().path("seq").asLong(after);
    }
    var next = page.path("next").asLong(0);
    // Who is sent nowhere would ask for ever.
    ended = next <= 0 || (facts.isEmpty() && next <= after);
    after = Math.max(after, next);
    return facts;
  }

  /** Whether the last page reached the newest fact. */
  boolean ended() {
    return ended;
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
