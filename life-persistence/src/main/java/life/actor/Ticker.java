package life.actor;

import java.time.Duration;
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

  /** Let time pass so from now on. */
  public record Set(Time time, ActorRef<Time> replyTo) implements Message {}

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
  private final double tickSeconds;
  private Time time;
  private Pace pace;

  private Ticker(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Directory directory,
      double tickSeconds,
      Duration beat,
      Time start) {
    super(context);
    this.directory = directory;
    this.tickSeconds = tickSeconds;
    this.time = start;
    this.pace = paceNow();
    timers.startTimerWithFixedDelay(new Beat(), beat);
  }

  /**
   * The behaviour.
   *
   * @param directory whose lives get the ticks
   * @param tickSeconds length of a tick in physical seconds
   * @param beat how often ticks are handed out
   * @param start how time passes at first
   */
  public static Behavior<Message> create(
      Directory directory, double tickSeconds, Duration beat, Time start) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(
            timers -> new Ticker(context, timers, directory, tickSeconds, beat, start)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Beat.class, _ -> beat())
        .onMessage(Set.class, this::set)
        .onMessage(Ask.class, this::ask)
        .onMessage(Step.class, this::step)
        .build();
  }

  private Behavior<Message> beat() {
    long now = System.nanoTime();
    if (!time.paused()) {
      var beat = pace.beat(now);
      pace = beat.next();
      if (beat.ticks() > 0) {
        handOut(new LifeActor.Tick(beat.ticks(), now));
      }
    }
    return this;
  }

  private Behavior<Message> set(Set set) {
    time = set.time();
    pace = paceNow();
    set.replyTo().tell(time);
    return this;
  }

  private Behavior<Message> ask(Ask ask) {
    ask.replyTo().tell(time);
    return this;
  }

  private Behavior<Message> step(Step step) {
    handOut(new LifeActor.Tick(step.ticks(), null));
    step.replyTo().tell(time);
    return this;
  }

  private void handOut(LifeActor.Tick tick) {
    for (var entry : directory.all()) {
      if (entry.state().isAlive()) {
        entry.actor().tell(tick);
      }
    }
  }

  private Pace paceNow() {
    return Pace.from(System.nanoTime(), time.speed() / tickSeconds);
  }
}
