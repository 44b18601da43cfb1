package life.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import life.archive.LifeFileDamaged;
import life.archive.Verified;
import life.being.Fact;
import life.being.LifeId;
import life.chronicle.Divergence;
import life.chronicle.Verification.Outcome;
import life.journal.FactFormat;
import life.journal.JournalDamaged;
import life.law.Laws;

/** What a verification has shown, as a JSON document: the same for journals and files. */
public final class VerificationView {
  private VerificationView() {}

  /** The document of what is verified; what is damaged is a verdict as well. */
  public static ObjectNode of(LifeId id, Supplier<Verified> verification) {
    try {
      return of(verification.get());
    } catch (JournalDamaged e) {
      return damaged(id.slug(), e.place().toString(), e.problem(), e.remedy());
    }
  }

  /** The document of a file that is no life. */
  public static ObjectNode of(String file, LifeFileDamaged damage) {
    return damaged(
        file, file, damage.words(), "Export it again, or fetch it again from where it came.");
  }

  /** The document. */
  public static ObjectNode of(Verified verified) {
    var tally = verified.tally();
    var node = head(verified.life().slug(), verdict(verified.outcome()));
    node.put("after", verified.after()).put("told", tally.told());
    node.put("compared", tally.compared()).put("inputs", tally.inputs());
    node.put("marks", tally.marks()).put("ticks", tally.ticks());
    node.put("hash", verified.state().hex());
    switch (verified.outcome()) {
      case Outcome.Equal _ -> {}
      case Outcome.Diverged(var divergence) -> node.set("divergence", of(divergence));
      case Outcome.NotComparable(long _, int version) ->
          node.put("lawsVersion", version).put("lawsHere", Laws.VERSION);
    }
    return node;
  }

  /** What a divergence says in a sentence. */
  public static String words(Divergence divergence) {
    var node = of(divergence);
    return "fact %d, field '%s': the laws make %s of it, recorded is %s; it follows from fact %d"
        .formatted(
            divergence.seq(),
            node.path("field").asText(),
            node.path("expected"),
            node.path("recorded"),
            divergence.cause());
  }

  private static String verdict(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Equal _ -> "equal";
      case Outcome.Diverged _ -> "diverged";
      case Outcome.NotComparable _ -> "not-comparable";
    };
  }

  private static ObjectNode head(String life, String verdict) {
    return Views.object()
        .put("life", life)
        .put("verdict", verdict)
        .putNull("divergence")
        .putNull("lawsVersion")
        .putNull("damage");
  }

  private static ObjectNode damaged(String life, String where, String problem, String remedy) {
    var node = head(life, "corrupt");
    node.putObject("damage").put("where", where).put("problem", problem).put("remedy", remedy);
    return node;
  }

  private static ObjectNode of(Divergence divergence) {
    var expected = tree(divergence.expected());
    var recorded = tree(divergence.recorded());
    var node = Views.object().put("seq", divergence.seq());
    var type = divergence.recorded().or(divergence::expected).map(Fact::type).orElse("?");
    node.put("type", type).put("cause", divergence.cause()).put("words", divergence.words());
    if (expected.isObject() && recorded.isObject()) {
      var first = MomentViews.differences(expected, recorded).getFirst();
      node.put("field", first.path("path").asText());
      node.set("expected", first.get("a"));
      node.set("recorded", first.get("b"));
      return node;
    }
    node.put("field", "type");
    node.set("expected", expected.get("type"));
    node.set("recorded", recorded.get("type"));
    return node;
  }

  private static JsonNode tree(Optional<Fact> fact) {
    return fact.<JsonNode>map(FactFormat.JSON::valueToTree).orElseGet(Views::object);
  }
}
