package life.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import life.body.Bounds;

/**
 * Stimuli that are to come at stated ticks, as somebody wrote them down: one event a line, such as
 * {@code shock 0.9 at tick 600} or {@code recovery 0.5 every 3600 ticks until tick 86400}. What
 * follows a {@code #} is a remark.
 *
 * @param events at most {@link #MOST_EVENTS}, ordered by tick
 */
public record Scenario(List<Event> events) {
  /** Most events of one scenario. */
  public static final int MOST_EVENTS = 1_000;

  private static final String FORMS =
      "write 'shock 0.9 at tick 600' or 'recovery 0.5 every 3600 ticks until tick 86400'";
  private static final Pattern LINE =
      Pattern.compile(
          "(?<kind>\\S+)\\s+(?<intensity>\\S+)\\s+(?:at\\s+tick\\s+(?<at>\\d{1,15})"
              + "|every\\s+(?<every>\\d{1,15})\\s+ticks(?:\\s+from\\s+tick\\s+(?<from>\\d{1,15}))?"
              + "\\s+until\\s+tick\\s+(?<until>\\d{1,15}))");

  /**
   * One stimulus that is to come.
   *
   * @param tick when
   * @param stimulus what
   * @param line where that was written, from 1
   */
  public record Event(long tick, Stimulus stimulus, int line) {}

  public Scenario {
    Bounds.within("number of events", events.size(), 0, MOST_EVENTS);
    events = List.copyOf(events);
  }

  /**
   * Reads a scenario for a world.
   *
   * @throws IllegalArgumentException with every line that is wrong, and what would be right
   */
  public static Scenario parse(List<String> lines, World world) {
    var events = new ArrayList<Event>();
    var wrong = new ArrayList<String>();
    for (int number = 1; number <= lines.size() && events.size() <= MOST_EVENTS; number++) {
      var line = lines.get(number - 1).replaceFirst("#.*", "").strip();
      try {
        if (!line.isEmpty()) {
          events.addAll(read(line, number, world));
        }
        if (events.size() > MOST_EVENTS) {
          throw new IllegalArgumentException(
              "up to here there are more than the " + MOST_EVENTS + " events that a life takes");
        }
      } catch (IllegalArgumentException e) {
        wrong.add("line " + number + ": " + e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
    events.sort(Comparator.comparingLong(Event::tick));
    return new Scenario(events);
  }

  private static List<Event> read(String line, int number, World world) {
    var said = LINE.matcher(line);
    if (!said.matches()) {
      throw new IllegalArgumentException("'" + line + "' is no event; " + FORMS);
    }
    var stimulus = new Stimulus(said.group("kind"), intensity(said.group("intensity")));
    if (world.kind(stimulus.kind()).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no kind '"
              + stimulus.kind()
              + "'; known are "
              + String.join(", ", world.kinds().names()));
    }
    var events = new ArrayList<Event>();
    if (said.group("at") != null) {
      events.add(new Event(number(said, "at"), stimulus, number));
      return events;
    }
    long every = Bounds.within("ticks between", number(said, "every"), 1, Long.MAX_VALUE);
    long first = said.group("from") == null ? every : number(said, "from");
    for (long tick = first;
        tick <= number(said, "until") && events.size() <= MOST_EVENTS;
        tick += every) {
      events.add(new Event(tick, stimulus, number));
    }
    return events;
  }

  private static double intensity(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the intensity must be a number from 0 to 1, but was '" + text + "'", e);
    }
  }

  private static long number(Matcher said, String group) {
    return Long.parseLong(said.group(group));
  }
}
