package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import life.archive.MightHaveBeen;
import life.archive.MightHaveBeen.Band;
import life.archive.MightHaveBeen.Spread;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.StateHash;

/** What might have been, as a JSON document. */
final class BranchView {
  private BranchView() {}

  static ObjectNode of(LifeId parent, MightHaveBeen answer) {
    var point = answer.point();
    double tickSeconds = point.origin().laws().tickSeconds();
    var node = Views.object().put("parent", parent.slug());
    node.putObject("at")
        .put("seq", point.seq())
        .put("tick", point.tick())
        .put("age", Views.span(point.ageSeconds()));
    node.putObject("until")
        .put("tick", answer.until())
        .put("age", Views.span(answer.until() * tickSeconds));
    node.put("foreseen", answer.parentIsForeseen()).putNull("parted");
    answer
        .parting()
        .ifPresent(parting ->
            node.putObject("parted")
                .put("tick", parting.tick())
                .put("age", Views.span(parting.tick() * tickSeconds))
                .put("seq", parting.seq()));
    var ends = node.putObject("ends");
    ends.set("parent", end(answer.parent()));
    ends.set("branch", end(answer.branch()));
    node.put("kept", answer.kept().map(LifeId::slug).orElse(null)).putNull("seeds");
    if (!answer.fates().isEmpty()) {
      node.set("seeds", seeds(answer, tickSeconds));
    }
    return node;
  }

  private static ObjectNode end(SelfState state) {
    var being = (Alive) Views.living(state);
    var condition = being.condition();
    var node = Views.object().put("phase", state.phase().name()).put("alive", state.isAlive());
    node.put("cause", state instanceof Dead dead ? dead.cause().word() : null);
    node.put("tick", being.tick()).put("age", Views.span(being.ageSeconds()));
    node.put("subjectiveAge", Views.span(condition.felt()));
    node.put("energy", condition.vitals().energy())
        .put("stability", condition.vitals().stability());
    node.put("integrity", condition.vitals().integrity()).put("drive", being.drive());
    node.put("arousal", condition.arousal()).put("asleep", being.sleep().asleep());
    node.put("memories", being.mind().memory().longTerm().traces().size());
    return node.put("hash", StateHash.of(state).hex());
  }

  private static ObjectNode seeds(MightHaveBeen answer, double tickSeconds) {
    var node = Views.object().put("worlds", answer.fates().size());
    node.put("living", answer.fates().stream().filter(fate -> fate.end().isAlive()).count());
    var bands = node.putArray("bands");
    answer.bands().forEach(band -> bands.add(band(band, tickSeconds)));
    var fates = node.putArray("fates");
    for (var fate : answer.fates()) {
      var being = (Alive) Views.living(fate.end());
      fates
          .addObject()
          .put("seed", fate.seed())
          .put("alive", fate.end().isAlive())
          .put("tick", being.tick())
          .put("age", Views.span(being.ageSeconds()))
          .put("cause", fate.end() instanceof Dead dead ? dead.cause().word() : null);
    }
    return node;
  }

  private static ObjectNode band(Band band, double tickSeconds) {
    var node = Views.object().put("tick", band.tick());
    node.put("age", Views.span(band.tick() * tickSeconds)).put("living", band.living());
    node.set("energy", spread(band.energy()));
    node.set("stability", spread(band.stability()));
    node.set("integrity", spread(band.integrity()));
    node.set("drive", spread(band.drive()));
    return node;
  }

  private static ObjectNode spread(Spread spread) {
    return Views.object()
        .put("low", spread.low())
        .put("q10", spread.q10())
        .put("q25", spread.q25())
        .put("median", spread.median())
        .put("q75", spread.q75())
        .put("q90", spread.q90())
        .put("high", spread.high());
  }
}
