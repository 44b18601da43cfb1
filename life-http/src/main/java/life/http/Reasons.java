package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import life.archive.Moment;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;
import life.journal.Biography;
import life.journal.Biography.Told;

/**
 * Why a value is what it is: the facts that changed it last, and what brought these about, down to
 * what came from outside. A life is searched backwards, a piece at a time.
 */
final class Reasons {
  private static final int PIECE = 2_000;

  /** Facts through which a change is looked for; a value that is older than that is said so. */
  private static final long MOST_SEARCHED = 2_000_000;

  /** Facts of one chain of causes; a chain is as long as a decision, so far less. */
  private static final int MOST_CAUSES = 64;

  private final Biography biography;
  private final LifeId id;

  Reasons(Biography biography, LifeId id) {
    this.biography = biography;
    this.id = id;
  }

  private record Change(Told told, Optional<JsonNode> before, Optional<JsonNode> after) {}

  ObjectNode of(StatePath path, Moment moment, int limit) {
    var value = path.existing(Views.state(moment.state()));
    var node = MomentViews.place(id, moment).put("path", path.text());
    node.set("value", value);
    var changes = new ArrayList<Change>();
    within(path, moment, value).ifPresent(changes::add);
    long to = moment.state().seq();
    long least = Math.max(0, to - MOST_SEARCHED);
    while (to > least && changes.size() <= limit) {
      long after = Math.max(least, to - PIECE);
      changes.addAll(piece(path, after, to, limit + 1));
      to = after;
    }
    var list = node.putArray("changes");
    changes.stream().limit(limit).forEach(change -> list.add(view(change)));
    return node.put("complete", changes.size() <= limit && least == 0);
  }

  /** What flowed in the span in which the moment lies, up to it. */
  private Optional<Change> within(StatePath path, Moment moment, JsonNode value) {
    return moment
        .span()
        .filter(span -> span.livedAgain() && span.seq() > 1)
        .flatMap(span -> {
          var before = path.of(biography.stateAt(id, span.seq() - 1));
          return before.equals(Optional.of(value))
              ? Optional.<Change>empty()
              : biography.page(id, span.seq() - 1, 1).stream()
                  .findFirst()
                  .map(told -> new Change(told, before, Optional.of(value)));
        });
  }

  /** The last changes after one fact and up to another, the newest first. */
  private List<Change> piece(StatePath path, long after, long to, int most) {
    var changes = new ArrayDeque<Change>();
    var last =
        new Object() {
          SelfState state = after == 0 ? Decider.UNBORN : biography.stateAt(id, after);
          Object part = path.part(state);
          Optional<JsonNode> value = path.of(state);
        };
    biography.tell(
        id,
        last.state,
        to,
        told -> {
          var part = path.part(told.after());
          if (!part.equals(last.part)) {
            var value = path.of(told.after());
            if (!value.equals(last.value)) {
              changes.addFirst(new Change(told, last.value, value));
              if (changes.size() > most) {
                changes.removeLast();
              }
            }
            last.value = value;
          }
          last.part = part;
        });
    return List.copyOf(changes);
  }

  private ObjectNode view(Change change) {
    var node = line(change.told());
    node.set("before", change.before().orElse(null));
    node.set("after", change.after().orElse(null));
    causes(node.putArray("causes"), change.told().fact().causes(), MOST_CAUSES);
    return node;
  }

  private int causes(ArrayNode into, List<Long> seqs, int most) {
    int left = most;
    for (long seq : seqs) {
      if (left == 0) {
        return 0;
      }
      left--;
      for (var told : biography.page(id, seq - 1, 1)) {
        var node = line(told);
        into.add(node);
        left = causes(node.putArray("causes"), told.fact().causes(), left);
      }
    }
    return left;
  }

  private static ObjectNode line(Told told) {
    var fact = Views.fact(told);
    return Views.object()
        .put("seq", told.seq())
        .put("tick", fact.path("tick").asLong())
        .put("age", fact.path("age").asText())
        .put("type", told.fact().type())
        .put("words", fact.path("words").asText())
        .put("input", fact.path("input").asBoolean());
  }
}
