package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import life.being.LifeId;
import life.observe.Encounters;
import life.observe.Spread;
import life.observe.Window;

/** An hour, a day or a life summed up, as a JSON document. */
final class WindowView {
  private WindowView() {}

  /**
   * What it was.
   *
   * @param isOver whether nothing more will come to it
   */
  static ObjectNode of(LifeId life, Window window, boolean isOver) {
    var node = Views.object().put("life", life.slug());
    node.put("of", window.of().word()).put("number", window.number()).put("over", isOver);
    node.put("from", window.fromTick()).put("to", window.toTick());
    node.put("seconds", window.seconds()).put("felt", window.felt());
    node.putObject("facts")
        .put("count", window.facts().count())
        .put("first", window.facts().first())
        .put("last", window.facts().last());
    window.spreads().forEach((quantity, spread) -> node.set(quantity.word(), of(spread)));
    var stimuli = node.putArray("stimuli");
    window.met().forEach(kind -> stimuli.add(of(kind)));
    node.putObject("sleep")
        .put("seconds", window.slept().ticks() * window.tickSeconds())
        .put("times", window.slept().times())
        .put("roused", window.slept().roused());
    var memory = window.memory();
    node.putObject("memory")
        .put("kept", memory.kept())
        .put("forgotten", memory.forgotten())
        .put("recalled", memory.recalled())
        .put("echoed", memory.echoed())
        .put("held", memory.held());
    var changes = window.changes();
    node.putObject("changes")
        .put("learned", changes.learned())
        .put("adapted", changes.adapted())
        .put("rolledBack", changes.rolledBack())
        .put("degraded", changes.degraded())
        .put("recovered", changes.recovered());
    return node;
  }

  private static ObjectNode of(Spread spread) {
    return Views.object()
        .put("min", spread.least())
        .put("p10", spread.quantile(0.1))
        .put("p50", spread.quantile(0.5))
        .put("p90", spread.quantile(0.9))
        .put("max", spread.greatest())
        .put("mean", spread.mean());
  }

  private static ObjectNode of(Encounters kind) {
    var node = Views.object().put("kind", kind.kind()).put("count", kind.count());
    node.put("meanIntensity", kind.intensity());
    node.putObject("responses")
        .put("ignore", kind.ignored())
        .put("absorb", kind.absorbed())
        .put("dampen", kind.dampened())
        .put("amplify", kind.amplified());
    return node;
  }
}
