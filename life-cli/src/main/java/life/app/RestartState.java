package life.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import life.actor.Directory;
import life.actor.Ticker;
import life.app.HandOver.Position;
import life.being.LifeId;
import life.being.SelfState.Alive;
import life.being.SelfState.Dead;
import life.being.SelfState.Unborn;
import life.cli.Console;
import life.http.Service;
import life.http.Subscribers.Subscription;
import life.journal.Biography;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what is not in the journal from one process to the next. Whatever is wrong with it is
 * said, and the lives go on from the journal alone.
 */
final class RestartState {
  /** What is older was not left for a process that was about to start. */
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(RestartState.class);

  private final Plan plan;
  private final Service service;
  private volatile boolean isWanted;
  private boolean isWritten;
  private List<Subscription> subscribers = List.of();
  private Ticker.Time time;

  /** Nothing is handed over yet. */
  RestartState(Plan plan, Service service, Ticker.Time time) {
    this.plan = plan;
    this.service = service;
    this.time = time;
  }

  /** There will be a next process: leave it what it needs. */
  void wanted() {
    isWanted = true;
  }

  synchronized void notes(List<Subscription> now) {
    subscribers = List.copyOf(now);
  }

  synchronized void notes(Ticker.Time now) {
    time = now;
  }

  /** Writes it down, once, if it is wanted. The lives rest by now, or will not. */
  synchronized void write() {
    if (!isWanted || isWritten) {
      return;
    }
    isWritten = true;
    try {
      var left =
          new HandOver(
              Instant.now(),
              realPath(plan.data()),
              time,
              plan.settings(),
              positions(service.directory()),
              service.births().unanswered(),
              subscribers);
      new RestartFile(plan.data()).write(HandOverFormat.text(left));
    } catch (IOException e) {
      LOG.warn(
          "{} can't be written ({}): the next process takes speed and pause from the settings",
          RestartFile.NAME,
          e.getMessage());
    }
  }

  private static SortedMap<String, Position> positions(Directory directory) {
    var positions = new TreeMap<String, Position>();
    for (var entry : directory.all()) {
      switch (entry.state()) {
        case Unborn _ -> {}
        case Alive being ->
            positions.put(entry.id().slug(), new Position(being.seq(), being.tick()));
        case Dead dead ->
            positions.put(entry.id().slug(), new Position(dead.seq(), dead.last().tick()));
      }
    }
    return positions;
  }

  /** What the process before left, once it is checked; nothing if it is of no use. */
  static HandOver read(Plan plan, Console console) {
    var file = new RestartFile(plan.data());
    if (!file.isThere()) {
      console.say(
          "the process before left no "
              + RestartFile.NAME
              + ": speed and pause are those of the settings; the lives go on from the journal");
      return HandOver.NONE;
    }
    try {
      var left = HandOverFormat.read(file.read());
      refuse(left, plan);
      return left;
    } catch (RestartFile.Torn | IllegalArgumentException | IOException e) {
      unusable(file, String.valueOf(e.getMessage()), console);
      return HandOver.NONE;
    }
  }

  private static void refuse(HandOver left, Plan plan) throws IOException {
    var age = Duration.between(left.written(), Instant.now());
    if (age.compareTo(OLDEST) > 0 || age.isNegative()) {
      throw new IllegalArgumentException("it is stale, written at " + left.written());
    }
    if (!left.data().equals(realPath(plan.data()))) {
      throw new IllegalArgumentException("it is about another data directory, " + left.data());
    }
  }

  /** What was left, unless the journal knows better; whatever it is, it was of use only once. */
  static HandOver fitting(HandOver left, Biography biography, Plan plan, Console console) {
    if (!left.isThere()) {
      return left;
    }
    var file = new RestartFile(plan.data());
    for (var each : left.positions().entrySet()) {
      long seq = biography.lastSeq(new LifeId(each.getKey()));
      if (seq != each.getValue().seq()) {
        unusable(
            file,
            "%s is at fact %d in the journal, not at %d"
                .formatted(each.getKey(), seq, each.getValue().seq()),
            console);
        return HandOver.NONE;
      }
    }
    aside(file, console);
    left.changes(plan).forEach(console::say);
    return left;
  }

  private static void unusable(RestartFile file, String why, Console console) {
    console.say(
        "warning: "
            + RestartFile.NAME
            + " is of no use: "
            + why
            + "; speed and pause are those of the settings, and the lives go on from the journal alone");
    aside(file, console);
  }

  private static void aside(RestartFile file, Console console) {
    try {
      file.putAside();
    } catch (IOException e) {
      console.say("warning: " + RestartFile.NAME + " can't be removed: " + e.getMessage());
    }
  }

  private static String realPath(Path data) throws IOException {
    return data.toRealPath().toString();
  }
}
