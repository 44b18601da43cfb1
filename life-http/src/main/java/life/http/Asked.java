package life.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import life.being.LifeId;
import life.being.Metadata;
import life.being.When;
import life.chronicle.Point;
import life.http.problem.Problem;
import life.world.Stimulus;
import life.world.Weather;

/** What a request asks for, as values of the core; whatever does not fit is a problem. */
final class Asked {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  private Asked() {}

  static LifeId id(String name) {
    return valid(() -> new LifeId(name));
  }

  /** The id, unless no life can have such a name. */
  static Optional<LifeId> knownId(String name) {
    try {
      return Optional.of(new LifeId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Stimulus stimulus(Body body) {
    var kind = body.text("kind");
    double intensity = body.number("intensity");
    return valid(() -> new Stimulus(kind, intensity));
  }

  static When when(Body body) {
    var atTick = body.optionalWhole("atTick");
    var inTicks = body.optionalWhole("inTicks");
    if (atTick.isPresent() && inTicks.isPresent()) {
      throw Problem.badInput("give 'atTick' or 'inTicks', not both").asException();
    }
    if (atTick.isPresent()) {
      return valid(() -> new When.AtTick(atTick.getAsLong()));
    }
    return inTicks.isPresent()
        ? valid(() -> new When.InTicks(inTicks.getAsLong()))
        : new When.Now();
  }

  static Weather weather(Body body) {
    var word = body.optionalText("weather").orElse(Weather.NORMAL.word());
    return Weather.named(word)
        .orElseThrow(() ->
            Problem.badInput("'weather' is calm, normal, active or storm, not '" + word + "'")
                .asException());
  }

  /** The moment that is asked for, in one of several parameters. */
  static Optional<Point> point(Call call) {
    var given = new ArrayList<String>();
    for (var name : List.of("seq", "tick", "age", "felt", "time", "at")) {
      call.text(name).ifPresent(text -> given.add(name.equals("at") ? text : name + ":" + text));
    }
    if (given.size() > 1) {
      throw Problem.badInput("give one of seq, tick, age, felt, time and at, not several")
          .asException();
    }
    return given.stream().findFirst().map(Asked::point);
  }

  static Point point(String text) {
    return valid(() -> Point.parse(text));
  }

  /** The key that a request gives in its head. */
  static Optional<String> key(Call call) {
    return call.header("Idempotency-Key").map(key -> key("an Idempotency-Key", key));
  }

  /**
   * A text as an idempotency key.
   *
   * @param what it is, for the refusal
   */
  static String key(String what, String text) {
    if (!KEY.matcher(text).matches()) {
      throw Problem.badInput(what + " has 1 to 128 visible ASCII characters").asException();
    }
    return text;
  }

  static Metadata metadata(Body body) {
    return valid(() -> Metadata.of(body.onlyTexts("metadata")));
  }

  /** Values check themselves; what they say against a request is what the client must know. */
  static <T> T valid(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw Problem.badInput(String.valueOf(e.getMessage())).asException();
    }
  }
}
