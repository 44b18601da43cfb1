package life.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import life.actor.Ticker;
import life.app.HandOver.Position;
import life.being.Fact;
import life.being.Origin;
import life.http.Births.Birth;
import life.http.Subscribers.Subscription;
import life.journal.FactFormat;

/** How a hand-over is written down: JSON, with a marker and the number of this format. */
final class HandOverFormat {
  private static final String MARKER = "life-restart";
  private static final int FORMAT = 1;

  private HandOverFormat() {}

  static String text(HandOver left) {
    var node = FactFormat.JSON.createObjectNode().put("marker", MARKER).put("format", FORMAT);
    node.put("written", left.written().toString()).put("data", left.data());
    node.putObject("time").put("speed", left.time().speed()).put("paused", left.time().paused());
    left.settings().forEach(node.putObject("settings")::put);
    var positions = node.putObject("positions");
    left.positions()
        .forEach(
            (life, at) -> positions.putObject(life).put("seq", at.seq()).put("tick", at.tick()));
    var births = node.putArray("births");
    left.births().forEach(birth -> births.add(FactFormat.JSON.<JsonNode>valueToTree(born(birth))));
    var subscribers = node.putArray("subscribers");
    left.subscribers()
        .forEach(
            one -> subscribers.addObject().put("stream", one.stream()).put("upTo", one.upTo()));
    return node.toString();
  }

  private static Fact born(Birth birth) {
    return new Fact.Born(
        new Origin(birth.id(), birth.seed(), birth.laws(), Instant.EPOCH), birth.world());
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static HandOver read(String text) {
    try {
      var node = (ObjectNode) FactFormat.JSON.readTree(text);
      if (!node.path("marker").asText().equals(MARKER)) {
        throw new IllegalArgumentException("it has no restart marker");
      }
      if (node.path("format").asInt() != FORMAT) {
        throw new IllegalArgumentException(
            "its format is %s, and this program reads format %d"
                .formatted(node.path("format"), FORMAT));
      }
      var time = node.required("time");
      return new HandOver(
          Instant.parse(node.required("written").asText()),
          node.required("data").asText(),
          new Ticker.Time(time.required("speed").asDouble(), time.required("paused").asBoolean()),
          settings(node.required("settings")),
          positions(node.required("positions")),
          births(node.required("births")),
          subscribers(node.required("subscribers")));
    } catch (JsonProcessingException | DateTimeException | ClassCastException e) {
      throw new IllegalArgumentException("it can't be read: " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, String> settings(JsonNode node) {
    var settings = new TreeMap<String, String>();
    node.properties().forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
    return settings;
  }

  private static SortedMap<String, Position> positions(JsonNode node) {
    var positions = new TreeMap<String, Position>();
    node.properties()
        .forEach(each ->
            positions.put(
                each.getKey(),
                new Position(
                    each.getValue().required("seq").asLong(),
                    each.getValue().required("tick").asLong())));
    return positions;
  }

  private static List<Birth> births(JsonNode node) throws JsonProcessingException {
    var births = new ArrayList<Birth>();
    for (var each : node) {
      if (FactFormat.JSON.treeToValue(each, Fact.class)
          instanceof Fact.Born(var origin, var world)) {
        births.add(new Birth(origin.id(), origin.seed(), origin.laws(), world));
      }
    }
    return births;
  }

  private static List<Subscription> subscribers(JsonNode node) {
    var subscribers = new ArrayList<Subscription>();
    node.forEach(each ->
        subscribers.add(
            new Subscription(each.required("stream").asText(), each.required("upTo").asLong())));
    return subscribers;
  }
}
