package life.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/** A stimulus that did not come but might have, as it is written after {@code --put}. */
final class Put {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\S+)\\s+([-+0-9.eE]{1,30})\\s*(?:@\\s*(\\S+))?\\s*");
  private static final Pattern TICKS = Pattern.compile("\\+?\\d{1,18}");
  private static final double NANOS = 1e9;

  private Put() {}

  /** As the server takes it; the length of a tick is asked for only if a span is written. */
  static ObjectNode of(String text, DoubleSupplier tickSeconds) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw bad(text, "it is not KIND INTENSITY or KIND INTENSITY @WHEN");
    }
    var put =
        Json.object().put("kind", match.group(1)).put("intensity", intensity(text, match.group(2)));
    var when = match.group(3);
    if (when == null) {
      return put.put("inTicks", 0);
    }
    if (TICKS.matcher(when).matches()) {
      var ticks = Long.parseLong(when);
      return when.startsWith("+") ? put.put("inTicks", ticks) : put.put("atTick", ticks);
    }
    if (!when.startsWith("+")) {
      throw bad(text, "@" + when + " is no tick");
    }
    var span = Span.of(when.substring(1), "--put");
    var seconds = span.toSeconds() + span.toNanosPart() / NANOS;
    return put.put("inTicks", Math.round(seconds / tickSeconds.getAsDouble()));
  }

  private static double intensity(String text, String number) {
    try {
      var intensity = Double.parseDouble(number);
      if (intensity >= 0 && intensity <= 1) {
        return intensity;
      }
    } catch (NumberFormatException e) {
      throw bad(text, number + " is no number");
    }
    throw bad(text, "an intensity is from 0 to 1");
  }

  private static Trouble bad(String text, String why) {
    return new Trouble(
        Exit.WRONG_USAGE,
        "bad-put",
        "--put \"" + text + "\": " + why,
        "write it like 'shock 0.9' (at the point), 'shock 0.9 @+10' (ten ticks later),"
            + " 'shock 0.9 @+2h' or 'shock 0.9 @600' (at tick 600)");
  }
}
