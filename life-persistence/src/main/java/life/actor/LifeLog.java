package life.actor;

import java.time.Instant;
import java.util.Locale;
import life.being.Decider;
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
    var state = happening.before();
    for (var fact : happening.facts()) {
      var after = Decider.evolve(state, fact);
      if (Story.tells(state, fact, after)) {
        var line = line(age(after), after.seq(), Words.of(fact, after));
        STORY.info(line);
        listener.hear(new Told(after.seq(), Instant.now(), fact, after), line);
      }
      state = after;
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
    return String.format(
        Locale.ROOT,
        "%3dd %02d:%02d:%02d  #%-6d %s",
        seconds / 86_400,
        seconds / 3_600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        seq,
        words);
  }
}
