package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** A walk through a life, fact by fact, as somebody says. Keeps nothing but where it is. */
final class Steps {
  private static final String COMMANDS =
      "Enter or n: next, b: back, a number: that fact, s: the state there, q: quit";

  private final Common common;
  private final Wire wire;
  private final String life;
  private final long first;
  private final long last;
  private long at;

  /** From the first to the last fact, by number. */
  Steps(Common common, Wire wire, String life, long first, long last) {
    this.common = common;
    this.wire = wire;
    this.life = life;
    this.first = first;
    this.last = last;
    this.at = first;
  }

  /** Ends at {@code q} and at the input's end. */
  void walk() {
    common.hint(COMMANDS);
    go(first);
    var input = new BufferedReader(new InputStreamReader(common.console().input(), UTF_8));
    try {
      for (var line = input.readLine(); line != null; line = input.readLine()) {
        if (line.strip().equals("q")) {
          return;
        }
        step(line.strip());
      }
    } catch (IOException e) {
      throw new Trouble(
          Exit.FAILED, "no-input", "the commands could not be read: " + e, "try again", e);
    }
  }

  private void step(String command) {
    switch (command) {
      case "", "n" -> go(at + 1);
      case "b" -> go(at - 1);
      case "s" -> state();
      default -> {
        if (command.matches("\\d{1,18}")) {
          go(Long.parseLong(command));
        } else {
          common.console().say(COMMANDS);
        }
      }
    }
  }

  private void go(long seq) {
    if (seq < first || seq > last) {
      common.console().say("the story goes from fact " + first + " to fact " + last);
      return;
    }
    var facts = get(Wire.life(life, "facts") + "?after=" + (seq - 1) + "&limit=1").path("facts");
    at = seq;
    facts.forEach(fact -> FactLine.tell(common, fact));
    common.console().flush();
  }

  private void state() {
    var state = get(Wire.life(life, "state") + "?seq=" + at);
    if (common.json()) {
      common.document(state);
    } else {
      State.portray(common, state);
    }
    common.console().flush();
  }

  /** Whoever thinks long about a step finds the server again when it was restarted meanwhile. */
  private JsonNode get(String path) {
    return common.patience().ask(wire, () -> wire.look(path)).orTrouble();
  }
}
