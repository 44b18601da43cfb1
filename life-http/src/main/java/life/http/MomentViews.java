package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import life.archive.Moment;
import life.being.LifeId;
import life.being.SelfState.Alive;

/** Moments of lives as JSON documents: alone, and two beside each other. */
final class MomentViews {
  private static final List<String> KEYS = List.of("id", "seq", "kind", "cue", "name");

  private MomentViews() {}

  /** The state at a moment, and where the moment lies. */
  static ObjectNode moment(Moment moment) {
    var node = Views.state(moment.state()).putNull("within");
    moment
        .span()
        .ifPresent(span ->
            node.putObject("within")
                .put("seq", span.seq())
                .put("fromTick", span.from())
                .put("toTick", span.to())
                .put("livedAgain", span.livedAgain()));
    return node;
  }

  /** Which moment it is. */
  static ObjectNode place(LifeId life, Moment moment) {
    var being = (Alive) Views.living(moment.state());
    var node = Views.object().put("life", life.slug()).put("seq", moment.state().seq());
    return node.put("tick", being.tick()).put("age", Views.span(being.ageSeconds()));
  }

  /** What differs between two moments. */
  static ObjectNode difference(ObjectNode placeA, Moment a, ObjectNode placeB, Moment b) {
    var one = Views.state(a.state());
    var other = Views.state(b.state());
    var node = Views.object();
    node.set("a", placeA);
    node.set("b", placeB);
    node.put("same", one.equals(other));
    var differences = node.putArray("differences");
    new Comparing(differences::add).compare("", one, other);
    node.set("patch", JsonDiff.asJson(one, other));
    return node;
  }

  private record Comparing(Consumer<ObjectNode> each) {
    void compare(String path, JsonNode a, JsonNode b) {
      if (a.equals(b)) {
        return;
      }
      if (a.isObject() && b.isObject()) {
        fields(path, members(a), members(b));
      } else if (a.isArray() && b.isArray()) {
        fields(path, elements(a), elements(b));
      } else {
        var entry = Views.object().put("path", path);
        put(entry, "a", a);
        put(entry, "b", b);
        each.accept(entry);
      }
    }

    private void fields(String path, Map<String, JsonNode> a, Map<String, JsonNode> b) {
      var names = new LinkedHashSet<>(a.keySet());
      names.addAll(b.keySet());
      var missing = MissingNode.getInstance();
      for (var name : names) {
        compare(
            path.isEmpty() ? name : path + "." + name,
            a.getOrDefault(name, missing),
            b.getOrDefault(name, missing));
      }
    }

    private static void put(ObjectNode entry, String side, JsonNode value) {
      if (!value.isMissingNode()) {
        entry.set(side, value);
      }
    }

    private static Map<String, JsonNode> members(JsonNode object) {
      var members = new LinkedHashMap<String, JsonNode>();
      object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      return members;
    }

    /** By what names them, where that is one of a kind; else by their places. */
    private static Map<String, JsonNode> elements(JsonNode array) {
      for (var key : KEYS) {
        var byKey = new LinkedHashMap<String, JsonNode>();
        array.forEach(element -> byKey.put(element.path(key).asText(""), element));
        if (byKey.size() == array.size() && !byKey.containsKey("")) {
          return byKey;
        }
      }
      var byPlace = new LinkedHashMap<String, JsonNode>();
      for (int i = 0; i < array.size(); i++) {
        byPlace.put(Integer.toString(i), array.get(i));
      }
      return byPlace;
    }
  }

  /** The paths of all that differs between two documents, with both values. */
  static List<ObjectNode> differences(JsonNode a, JsonNode b) {
    var all = new ArrayList<ObjectNode>();
    new Comparing(all::add).compare("", a, b);
    return all;
  }
}
