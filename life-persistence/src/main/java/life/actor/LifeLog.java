package life.actor;

import java.time.Instant;
import life.being.SelfState;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.journal.Biography.Told;
import life.observe.Story;
import life.observe.Words;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the biographies: the story of every life in plain words, to the logger {@code life.story}.
 */
public final class LifeLog {
  /** Where the story goes; the Logback configuration says on which paper. */
  public static final String LOGGER = "life.story";

  private static final Logger STORY = LoggerFactory.getLogger(LOGGER);

  private LifeLog() {}

  /** Somebody who hears the story while it is written. */
  @FunctionalInterface
  public interface Listener {
    /** A fact worth telling, and the line that is written about it. */
    void hear(Told told, String line);
  }

  /** The behaviour; it subscribes itself to the event stream. */
  public static Behavior<Happening> create(Listener listener) {
    return Behaviors.setup(context -> {
      context
          .getSystem()
          .eventStream()
          .tell(new EventStream.Subscribe<>(Happening.class, context.getSelf()));
      return Behaviors.receiveMessage(happening -> {
        write(happening, listener);
        return Behaviors.same();
      });
    });
  }

  private static void write(Happening happening, Listener listener) {
    for (var step : happening.steps()) {
      var fact = step.fact();
      var after = step.after();
      if (Story.tells(step.before(), fact, after)) {
        var line = line(age(after), after.seq(), Words.of(fact, after));
        STORY.info(line);
        listener.hear(new Told(after.seq(), Instant.now(), fact, after), line);
      }
    }
  }

  private static double age(SelfState state) {
    return switch (state) {
      case Unborn _ -> 0;
      case Alive being -> being.ageSeconds();
      case Dead dead -> dead.last().ageSeconds();
    };
  }

  /** A line of the story: when in the being's own time, which fact, and what. */
  static String line(double ageSeconds, long seq, String words) {
    long seconds = (long) ageSeconds;
    var line = new StringBuilder(words.length() + 32);
    padded(line, seconds / 86_400, 3, ' ').append("d ");
    padded(line, seconds / 3_600 % 24, 2, '0').append(':');
    padded(line, seconds / 60 % 60, 2, '0').append(':');
    padded(line, seconds % 60, 2, '0').append("  #").append(seq);
    line.repeat(' ', Math.max(0, 6 - Long.toString(seq).length()));
    return line.append(' ').append(words).toString();
  }

  private static StringBuilder padded(StringBuilder line, long number, int width, char with) {
    var digits = Long.toString(number);
    return line.repeat(with, Math.max(0, width - digits.length())).append(digits);
  }
}
