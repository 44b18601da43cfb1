package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import life.observe.Interpretation;
import life.observe.Statement;
import life.observe.Tale;

/** What is said of lives, as JSON documents; every statement names its facts. */
final class TaleView {
  private TaleView() {}

  static ObjectNode of(Stretch stretch, Tale tale) {
    var node = Views.object().put("life", stretch.life().slug());
    node.put("of", tale.of().word()).put("number", tale.number()).put("over", stretch.isOver());
    node.put("title", tale.title());
    var paragraphs = node.putArray("paragraphs");
    for (var paragraph : tale.paragraphs()) {
      var statements =
          paragraphs.addObject().put("title", paragraph.title()).putArray("statements");
      paragraph.statements().forEach(statement -> statements.add(of(statement)));
    }
    return node;
  }

  /**
   * How a being is doing.
   *
   * @param place which moment it is
   */
  static ObjectNode of(ObjectNode place, Interpretation said) {
    place.put("condition", said.wellbeing().word()).put("asleep", said.asleep());
    place.put("sentence", said.sentence());
    var reasons = place.putArray("reasons");
    said.reasons().forEach(reason -> reasons.add(of(reason)));
    place.set("mood", of(said.mood()));
    place.set("occupation", of(said.occupation()));
    return place;
  }

  private static ObjectNode of(Statement statement) {
    var node = Views.object().put("words", statement.words());
    var facts = node.putArray("facts");
    statement.seqs().forEach(facts::add);
    return node;
  }
}
