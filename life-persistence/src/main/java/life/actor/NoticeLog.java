package life.actor;

import java.util.stream.Collectors;
import life.being.LifeId;
import life.notice.Change;
import life.notice.Change.Turn;
import life.observe.Observation;
import life.observe.Sign;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what was noticed in plain words, when it begins, becomes graver and ends: to the logger
 * {@code life.notice} and into the story of the lives.
 */
public final class NoticeLog {
  /** Where it goes, apart from the story. */
  public static final String LOGGER = "life.notice";

  private static final Logger NOTICE = LoggerFactory.getLogger(LOGGER);
  private static final Logger STORY = LoggerFactory.getLogger(LifeLog.LOGGER);

  private NoticeLog() {}

  /** Somebody who hears of it while it is written. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Something was noticed.
     *
     * @param tickSeconds how long a tick of that life is
     * @param line that is written about it
     */
    void hear(LifeId life, Observation observation, double tickSeconds, String line);
  }

  /** The behaviour; it subscribes itself to the event stream. */
  public static Behavior<Noticed> create(Listener listener) {
    return Behaviors.setup(context -> {
      context
          .getSystem()
          .eventStream()
          .tell(new EventStream.Subscribe<>(Noticed.class, context.getSelf()));
      return Behaviors.receiveMessage(noticed -> {
        noticed.changes().stream()
            .filter(change -> change.turn() != Turn.GREW)
            .forEach(change -> write(noticed, change, listener));
        return Behaviors.same();
      });
    });
  }

  private static void write(Noticed noticed, Change change, Listener listener) {
    var one = change.observation();
    var words = words(noticed.id(), change);
    NOTICE.info(words);
    var line =
        LifeLog.line(
            one.changed().tick() * noticed.tickSeconds(), one.changed().seq(), "! " + words);
    STORY.info(line);
    listener.hear(noticed.id(), one, noticed.tickSeconds(), line);
  }

  private static String words(LifeId id, Change change) {
    var one = change.observation();
    var what = "%s: %s %d".formatted(id, one.severity().word(), one.number());
    var more = " " + one.words() + facts(one);
    return switch (change.turn()) {
      case BEGUN -> what + ":" + more;
      case GRAVER, GREW -> what + " is graver now:" + more;
      case ENDED -> what + " is over: " + one.words();
    };
  }

  private static String facts(Observation one) {
    return one.signs().stream()
        .map(Sign::evidence)
        .flatMap(seqs -> seqs.stream())
        .distinct()
        .sorted()
        .map(seq -> "#" + seq)
        .collect(Collectors.joining(", ", " (", ")"));
  }
}
