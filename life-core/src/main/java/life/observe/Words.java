package life.observe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Locale;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.being.Source;
import life.mind.Association;
import life.mind.Condition;
import life.mind.Response;

/** Facts said in plain words. */
public final class Words {
  private Words() {}

  /**
   * One fact as a sentence.
   *
   * @param after the state right after it
   */
  public static String of(Fact fact, SelfState after) {
    String name = name(after);
    return switch (fact) {
      case Fact.Born(var origin, var world) ->
          name + " is born into the world '" + world.name() + "', with seed " + origin.seed();
      case Fact.Lived(long ticks, var condition) ->
          name + " lives " + span(after, ticks) + "; " + vitals(condition);
      case Fact.Reached(var stimulus, long due, var source, _, _) ->
          a(stimulus.kind())
              + " of "
              + two(stimulus.intensity())
              + (source == Source.WORLD ? " comes" : " is sent")
              + (after instanceof Alive being && due > being.tick()
                  ? ", due at tick " + due
                  : " to " + name);
      case Fact.Resumed(long millis, var reason) ->
          name
              + " goes on, after the process was "
              + (reason == null ? "down" : "restarted and down")
              + " for "
              + two(millis / 1000.0)
              + " s";
      case Fact.Branched(var id, var parent, _, _) ->
          id + " goes its own way; until here it was the life of " + parent;
      case Fact.Settled(var world) ->
          name + " lives in the world '" + world.name() + "' as it is now";
      case Fact.Met(_, var stimulus, var meaning, var condition) ->
          name
              + " "
              + verb(meaning.response())
              + " the "
              + stimulus.kind()
              + "; "
              + vitals(condition);
      case Fact.FellAsleep _ -> name + " falls asleep";
      case Fact.Woke(_, boolean roused) -> name + (roused ? " is woken" : " wakes");
      case Fact.Consolidated(_, var kept, var dropped) ->
          name
              + " sleeps on what happened: "
              + count(kept.size(), "memory", "memories")
              + " new or changed, "
              + dropped.size()
              + " gone";
      case Fact.Recalled(_, long trace, _, _) -> name + " remembers " + episode(after, trace);
      case Fact.Echoed(_, long trace, _, _, _, _) ->
          episode(after, trace) + " comes back to " + name;
      case Fact.Observed(_, double before, double now, double expected, var learned) ->
          "after the "
              + String.join(" and the ", learned.stream().map(Association::cue).toList())
              + ", "
              + name
              + "'s drive went from "
              + two(before)
              + " to "
              + two(now)
              + "; a change of "
              + two(expected)
              + " was expected";
      case Fact.Adapted(_, double harmBy, double helpBy, _) ->
          name + " becomes " + adapted(harmBy, helpBy);
      case Fact.RolledBack _ -> name + " takes its last adaptation back";
      case Fact.Degraded _ -> name + " is degrading";
      case Fact.Recovered _ -> name + " has recovered";
      case Fact.Died(_, var cause) -> name + " has died of " + cause.word();
      case Fact.Marked(_, var hash) -> "its state is marked " + hash.hex().substring(0, 12) + "…";
    };
  }

  /** A span of physical time such as {@code 2 d 3 h 0 min 5 s}, the largest two parts of it. */
  public static String duration(double seconds) {
    long whole = (long) seconds;
    long days = whole / 86_400;
    long hours = whole / 3_600 % 24;
    long minutes = whole / 60 % 60;
    if (days > 0) {
      return days + " d " + hours + " h";
    }
    if (hours > 0) {
      return hours + " h " + minutes + " min";
    }
    if (minutes > 0) {
      return minutes + " min " + whole % 60 + " s";
    }
    return seconds == whole ? whole + " s" : two(seconds) + " s";
  }

  private static String count(int number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  private static String adapted(double harmBy, double helpBy) {
    var changes = new ArrayList<String>();
    if (harmBy != 0) {
      changes.add((harmBy < 0 ? "less" : "more") + " sensitive to what harms");
    }
    if (helpBy != 0) {
      changes.add((helpBy < 0 ? "less" : "more") + " sensitive to what helps");
    }
    return String.join(" and ", changes);
  }

  private static String a(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
  }

  private static String episode(SelfState state, long trace) {
    return state instanceof Alive being
        ? being
            .mind()
            .memory()
            .longTerm()
            .find(trace)
            .map(found -> a(found.kind()) + " of " + two(found.intensity()))
            .orElse("something forgotten")
        : "something";
  }

  private static String name(SelfState state) {
    return switch (state) {
      case Unborn _ -> "nobody";
      case Alive alive -> alive.origin().id().slug();
      case Dead dead -> dead.last().origin().id().slug();
    };
  }

  private static String span(SelfState after, long ticks) {
    double tickSeconds = after instanceof Alive alive ? alive.origin().laws().tickSeconds() : 1;
    return duration(ticks * tickSeconds) + (ticks == 1 ? " (a tick)" : " (" + ticks + " ticks)");
  }

  private static String verb(Response response) {
    return switch (response) {
      case IGNORE -> "ignores";
      case ABSORB -> "absorbs";
      case DAMPEN -> "dampens";
      case AMPLIFY -> "suffers from";
    };
  }

  private static String vitals(Condition condition) {
    var v = condition.vitals();
    return "energy "
        + rounded(v.energy(), 1)
        + ", stability "
        + rounded(v.stability(), 2)
        + ", integrity "
        + rounded(v.integrity(), 2);
  }

  /** As {@code %.nf} of a number that is not negative, in less time. */
  static String rounded(double number, int places) {
    return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  private static String two(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
