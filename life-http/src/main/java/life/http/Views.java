package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import life.actor.Directory;
import life.actor.Receipts.Receipt;
import life.actor.Tally;
import life.actor.Ticker;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.being.StateHash;
import life.journal.Biography.Told;
import life.journal.FactFormat;
import life.mind.Memory;
import life.mind.Mind;
import life.mind.Pacemaker;
import life.mind.SubjectiveClock;
import life.observe.Words;

/** Lives, facts and time as JSON documents: the same over HTTP and on the command line. */
public final class Views {
  private static final double NANOS_PER_SECOND = 1e9;

  private Views() {}

  /** The whole state of a being that was born. */
  static ObjectNode state(SelfState state) {
    return switch (state) {
      case Unborn _ -> throw new IllegalArgumentException("the unborn can't be shown");
      case Alive being -> state(being, being);
      case Dead dead -> state(dead, dead.last()).put("cause", dead.cause().word());
    };
  }

  private static ObjectNode state(SelfState state, Alive being) {
    var origin = being.origin();
    var condition = being.condition();
    var node = object().put("id", origin.id().slug()).put("seq", state.seq());
    node.put("tick", being.tick()).put("age", span(being.ageSeconds()));
    node.put("subjectiveAge", span(condition.felt()));
    node.put("phase", state.phase().name()).put("alive", state.isAlive()).putNull("cause");
    node.set("vitals", FactFormat.JSON.valueToTree(condition.vitals()));
    node.put("drive", being.drive());
    node.put("arousal", condition.arousal()).put("feltRate", feltRate(being));
    node.put("asleep", being.sleep().asleep()).put("sleepPressure", condition.pressure());
    node.set("memory", memory(being.mind().memory()));
    node.set("mind", mind(being.mind()));
    var agenda = node.putArray("agenda");
    for (var due : being.agenda().appointments()) {
      var entry = agenda.addObject().put("seq", due.seq()).put("tick", due.tick());
      entry.put("kind", due.stimulus().kind()).put("intensity", due.stimulus().intensity());
    }
    node.put("seed", origin.seed()).put("world", being.world().name());
    node.put("weather", being.world().weather().word());
    node.set("laws", FactFormat.JSON.valueToTree(origin.laws()));
    node.put("born", origin.bornAt().toString());
    return node.put("hash", StateHash.of(state).hex());
  }

  /** What it remembers, apart from the rest of its mind. */
  static ObjectNode memory(Memory memory) {
    ObjectNode all = FactFormat.JSON.valueToTree(memory);
    var node = object();
    node.set("short", all.path("shortTerm"));
    node.set("awaiting", all.path("awaiting"));
    node.set("long", all.path("longTerm"));
    return node.put("consolidated", memory.consolidated()).put("reminded", memory.reminded());
  }

  /** What it has learned and grown used to. */
  static ObjectNode mind(Mind mind) {
    ObjectNode node = FactFormat.JSON.valueToTree(mind);
    node.remove("memory");
    return node;
  }

  static double feltRate(Alive being) {
    var condition = being.condition();
    var laws = being.origin().laws();
    double pace = Pacemaker.pace(being.origin().seed(), being.tick(), laws.clockNoise());
    return SubjectiveClock.rate(
        condition.arousal(),
        condition.vitals().energy(),
        laws.arousalGain(),
        being.sleep().asleep() ? pace * SubjectiveClock.ASLEEP : pace);
  }

  /** One line of the list of lives. */
  static ObjectNode line(Directory.Entry entry) {
    var node = object().put("id", entry.id().slug());
    return switch (entry.standing()) {
      case Directory.Standing.Recovering _ -> node.put("status", "recovering");
      case Directory.Standing.Damaged(var why) -> node.put("status", "damaged").put("why", why);
      case Directory.Standing.Present(var state) -> line(node.put("status", "present"), state);
      case Directory.Standing.Unlivable past ->
          line(node.put("status", "unlivable").put("why", past.why()), past.state());
    };
  }

  private static ObjectNode line(ObjectNode node, SelfState state) {
    node.put("phase", state.phase().name()).put("alive", state.isAlive());
    return switch (state) {
      case Unborn _ -> node;
      case Alive being -> line(node, being).putNull("cause");
      case Dead dead -> line(node, dead.last()).put("cause", dead.cause().word());
    };
  }

  private static ObjectNode line(ObjectNode node, Alive being) {
    node.put("tick", being.tick()).put("age", span(being.ageSeconds()));
    return node.put("energy", being.condition().vitals().energy());
  }

  /** A fact, with its own fields and what it says in plain words. */
  public static ObjectNode fact(Told told) {
    var node = object().put("seq", told.seq());
    if (living(told.after()) instanceof Alive being) {
      node.put("tick", being.tick()).put("age", span(being.ageSeconds()));
    }
    node.put("at", told.at().toString()).put("type", told.fact().type());
    node.put("input", told.fact() instanceof Fact.Input);
    node.putArray("causes");
    node.put("words", Words.of(told.fact(), told.after()));
    node.setAll((ObjectNode) FactFormat.JSON.valueToTree(told.fact()));
    return node;
  }

  static SelfState living(SelfState state) {
    return state instanceof Dead dead ? dead.last() : state;
  }

  static ObjectNode receipt(LifeId id, Receipt receipt) {
    var node = object().put("life", id.slug()).put("seq", receipt.seq());
    return node.put("tick", receipt.tick()).put("due", receipt.due());
  }

  static ObjectNode time(Ticker.Time time) {
    return object().put("speed", time.speed()).put("paused", time.paused());
  }

  static ObjectNode tally(Tally tally) {
    return FactFormat.JSON.valueToTree(tally);
  }

  static ObjectNode object() {
    return FactFormat.JSON.createObjectNode();
  }

  /** Seconds as an ISO-8601 duration. */
  static String span(double seconds) {
    long whole = (long) seconds;
    return Duration.ofSeconds(whole, Math.round((seconds - whole) * NANOS_PER_SECOND)).toString();
  }
}
