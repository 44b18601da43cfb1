package life.observe;

import java.util.Locale;
import life.being.Fact;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.being.Source;
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
      case Fact.Reached(var stimulus, long due, var source, _) ->
          "a "
              + stimulus.kind()
              + " of "
              + two(stimulus.intensity())
              + (source == Source.WORLD ? " comes" : " is sent")
              + (after instanceof Alive being && due > being.tick()
                  ? ", due at tick " + due
                  : " to " + name);
      case Fact.Resumed(long millis) ->
          name + " goes on, after the process was down for " + two(millis / 1000.0) + " s";
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
    return String.format(
        Locale.ROOT,
        "energy %.1f, stability %.2f, integrity %.2f",
        v.energy(),
        v.stability(),
        v.integrity());
  }

  private static String two(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
