package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.chronicle.Bucket;
import life.chronicle.Curve;
import life.chronicle.Range;
import life.chronicle.Turning;

/** The course of a life as a JSON document: the same over HTTP and for a picture. */
public final class SeriesView {
  private SeriesView() {}

  /**
   * The document of a curve. Phase, cause and age are those of the head, which may be later than
   * the end of the curve; each bucket has the phase at its own end.
   *
   * @param head how the life stands now
   * @throws IllegalArgumentException for the unborn
   */
  public static ObjectNode of(SelfState head, Curve curve) {
    return switch (head) {
      case Unborn _ -> throw new IllegalArgumentException("the unborn have no course");
      case Alive being -> of(head, being, curve);
      case Dead dead -> of(head, dead.last(), curve).put("cause", dead.cause().word());
    };
  }

  private static ObjectNode of(SelfState head, Alive being, Curve curve) {
    var origin = being.origin();
    var node = Views.object().put("life", origin.id().slug());
    node.put("tickSeconds", origin.laws().tickSeconds());
    node.put("from", curve.from()).put("to", curve.to());
    node.put("phase", head.phase().name()).put("alive", head.isAlive()).putNull("cause");
    node.put("age", Views.span(being.ageSeconds()));
    var buckets = node.putArray("buckets");
    curve.buckets().forEach(bucket -> buckets.add(of(bucket)));
    var turnings = node.putArray("turnings");
    curve.turnings().forEach(turning -> turnings.add(of(turning)));
    return node.put("turningsLeftOut", curve.turningsLeftOut());
  }

  private static ObjectNode of(Bucket bucket) {
    var node = Views.object().put("tick", bucket.tick()).put("until", bucket.until());
    put(node, "energy", bucket.energy());
    put(node, "stability", bucket.stability());
    put(node, "integrity", bucket.integrity());
    put(node, "drive", bucket.drive());
    put(node, "arousal", bucket.arousal());
    node.put("felt", bucket.felt()).put("asleep", bucket.asleep());
    node.put("stimuli", bucket.stimuli()).putNull("strongest");
    var strongest = bucket.strongest();
    if (strongest != null) {
      var there = node.putObject("strongest").put("kind", strongest.kind());
      there.put("intensity", strongest.intensity());
    }
    return node.put("phase", bucket.phase().name());
  }

  private static void put(ObjectNode node, String name, Range range) {
    node.putArray(name).add(range.min()).add(range.max());
  }

  private static ObjectNode of(Turning turning) {
    var node = Views.object().put("tick", turning.tick()).put("type", turning.type());
    var cause = turning.cause();
    return cause == null ? node : node.put("cause", cause.word());
  }
}
