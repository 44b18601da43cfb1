package life.actor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import life.being.SelfState.Alive;
import life.body.Bounds;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Lets time pass for all lives of a process, at a chosen speed. See {@link Pace}. */
public final class Ticker extends AbstractBehavior<Ticker.Message> {
  /** Slowest speed: ticks pass at a hundredth of physical time. */
  public static final double SLOWEST = 0.01;

  /** Fastest speed. */
  public static final double FASTEST = 100_000;

  /** Most ticks of one step. */
  public static final long MOST_STEPS = 1_000_000;

  /**
   * How time passes.
   *
   * @param speed seconds of life a second of wall clock, in [{@link #SLOWEST}, {@link #FASTEST}]
   * @param paused whether it stands still
   */
  public record Time(double speed, boolean paused) {
    public Time {
      Bounds.within("speed", speed, SLOWEST, FASTEST);
    }
  }

  /** What can be asked of the ticker. */
  public sealed interface Message {}

  /**
   * Let time pass otherwise from now on.
   *
   * @param speed the new one, if it is to change; in [{@link #SLOWEST}, {@link #FASTEST}]
   * @param paused whether to stand still, if that is to change
   */
  public record Change(OptionalDouble speed, Optional<Boolean> paused, ActorRef<Time> replyTo)
      implements Message {
    public Change {
      Bounds.within("speed", speed.orElse(1), SLOWEST, FASTEST);
    }
  }

  /** Tell how time passes. */
  public record Ask(ActorRef<Time> replyTo) implements Message {}

  /** Let that many ticks pass at once, paused or not; in [1, {@link #MOST_STEPS}]. */
  public record Step(long ticks, ActorRef<Time> replyTo) implements Message {
    public Step {
      Bounds.within("step", ticks, 1, MOST_STEPS);
    }
  }

  private record Beat() implements Message {}

  private final Directory directory;

  /** One for each length of a tick that beings were born with. */
  private final Map<Double, Pace> paces = new HashMap<>();

  private Time time;

  private Ticker(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Directory directory,
      Duration beat,
      Time start) {
    super(context);
    this.directory = directory;
    this.time = start;
    timers.startTimerWithFixedDelay(new Beat(), beat);
  }

  /**
   * The behaviour.
   *
   * @param directory whose lives get the ticks
   * @param beat how often ticks are handed out
   * @param start how time passes at first
   */
  public static Behavior<Message> create(Directory directory, Duration beat, Time start) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> new Ticker(context, timers, directory, beat, start)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Beat.class, _ -> beat())
        .onMessage(Change.class, this::change)
        .onMessage(Ask.class, this::ask)
        .onMessage(Step.class, this::step)
        .build();
  }

  private Behavior<Message> beat() {
    if (!time.paused()) {
      long now = System.nanoTime();
      var due = new HashMap<Double, Long>();
      for (var entry : directory.all()) {
        if (entry.state() instanceof Alive being) {
          double seconds = being.origin().laws().tickSeconds();
          long ticks = due.computeIfAbsent(seconds, length -> due(length, now));
          if (ticks > 0) {
            entry.actor().tell(new LifeActor.Tick(ticks, now));
          }
        }
      }
    }
    return this;
  }

  private long due(double tickSeconds, long now) {
    var pace =
        paces.computeIfAbsent(tickSeconds, seconds -> Pace.from(now, time.speed() / seconds));
    var beat = pace.beat(now);
    paces.put(tickSeconds, beat.next());
    return beat.ticks();
  }

  private Behavior<Message> change(Change change) {
    time = new Time(change.speed().orElse(time.speed()), change.paused().orElse(time.paused()));
    paces.clear();
    change.replyTo().tell(time);
    return this;
  }

  private Behavior<Message> ask(Ask ask) {
    ask.replyTo().tell(time);
    return this;
  }

  private Behavior<Message> step(Step step) {
    for (var entry : directory.all()) {
      if (entry.state().isAlive()) {
        entry.actor().tell(new LifeActor.Tick(step.ticks(), null));
      }
    }
    step.replyTo().tell(time);
    return this;
  }
}
