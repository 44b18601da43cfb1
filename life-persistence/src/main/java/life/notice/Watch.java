package life.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.SelfState.Dead;
import life.being.Step;
import life.journal.Biography;
import life.journal.Watched;
import life.observe.Interpretation;
import life.observe.Observation;
import life.observe.Scope;
import life.observe.SemanticMonitor;
import life.observe.Severity;
import life.observe.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one life, from its journal and as it happens, and keeps what it notices. What it returns
 * is in the archive already. After a failure it is of no use any more, and nothing is lost: another
 * one goes on from what is kept.
 *
 * <p>Belongs to one thread at a time; blocks while it reads and writes.
 */
public final class Watch {
  /** After so many facts it is written down how far it is. */
  static final int FACTS_PER_CHECKPOINT = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final LifeId id;
  private final Biography biography;
  private final KeptNotices notices;
  private final SemanticMonitor monitor;
  private final long news;
  private final Map<Integer, Severity> open = new TreeMap<>();

  /** What was noticed since it was written down last, and what of it is news. */
  private final List<Observation> unwritten = new ArrayList<>();

  private final List<Change> unsaid = new ArrayList<>();
  private SelfState state;
  private long versions;
  private long written;

  private Watch(
      LifeId id, Biography biography, KeptNotices notices, Watched begun, SelfState state) {
    this.id = id;
    this.biography = biography;
    this.notices = notices;
    this.monitor = begun.monitor();
    this.news = begun.news();
    this.versions = begun.versions();
    this.state = state;
    this.written = monitor.seq();
    monitor.open().forEach(one -> open.put(one.number(), one.severity()));
  }

  /**
   * Takes up the watch over a life where it was put down. Where that can't be, all that was noticed
   * is forgotten, and made again from the journal.
   *
   * @param since if it begins anew, what was noticed up to this fact is no news
   * @throws life.journal.JournalFailure if the journal or the archive can't be read
   */
  public static Watch over(LifeId id, Biography biography, KeptNotices notices, long since) {
    String why = "it was never watched";
    try {
      var kept = notices.archive().watched(id);
      if (kept.isPresent()) {
        var watched = kept.get();
        var state = biography.stateAt(id, watched.monitor().seq());
        if (!watched.fits(state)) {
          why = "what is kept is about another life of that name";
        } else if (!notices.archive().isWhole(id, watched.versions())) {
          why = "a part of what was kept is missing or damaged";
        } else {
          return new Watch(id, biography, notices, watched, state);
        }
      }
    } catch (IllegalArgumentException e) {
      why = String.valueOf(e.getMessage());
    }
    return anew(id, biography, notices, since, why);
  }

  private static Watch anew(
      LifeId id, Biography biography, KeptNotices notices, long since, String why) {
    if (since > 0) {
      LOG.info("{} is watched anew, from its birth to fact {}: {}", id, since, why);
    }
    var unborn = Decider.UNBORN;
    var begun = new Watched(new SemanticMonitor(), Watched.fingerprint(unborn), false, since, 0);
    notices.archive().begin(id, begun);
    return new Watch(id, biography, notices, begun, unborn);
  }

  /** The number of the last fact that it has seen; 0 before birth. */
  public long seq() {
    return monitor.seq();
  }

  /** Whether it has seen the end of the life. */
  public boolean isOver() {
    return state instanceof Dead;
  }

  /** The state after the last fact that it has seen. */
  public SelfState state() {
    return state;
  }

  /** How the being is doing after the last fact that was seen; it was born. */
  public Interpretation interpretation() {
    return monitor.interpretation(state);
  }

  /** The present hour, day or life so far; empty before birth. */
  public Optional<Window> window(Scope scope) {
    return monitor.window(scope);
  }

  /**
   * Sees facts as they happen.
   *
   * @param steps that go on after the last fact that it has seen
   * @return what is new
   */
  public List<Change> see(List<Step> steps) {
    state = steps.getFirst().before();
    steps.forEach(step -> take(step.fact(), step.after()));
    boolean isDue = seq() - written >= FACTS_PER_CHECKPOINT;
    if (isDue || isOver() || !unwritten.isEmpty()) {
      putDown();
    }
    notices.reached(id, seq());
    return said();
  }

  /**
   * Reads on in the journal, at most so many facts.
   *
   * @return what is new
   */
  public List<Change> catchUp(int most) {
    long before = seq();
    biography.tell(id, state, before + most, told -> take(told.fact(), told.after()));
    if (seq() > before) {
      putDown();
    }
    notices.reached(id, seq());
    return said();
  }

  private void take(Fact fact, SelfState after) {
    var changes = monitor.next(state, fact, after);
    state = after;
    for (var one : changes) {
      versions = one.version();
      unwritten.add(one);
      var turn = turn(one);
      if (after.seq() > news) {
        unsaid.add(new Change(one, turn));
      }
    }
  }

  private Change.Turn turn(Observation one) {
    if (!one.isOpen()) {
      open.remove(one.number());
      return Change.Turn.ENDED;
    }
    var before = open.put(one.number(), one.severity());
    if (before == null) {
      return Change.Turn.BEGUN;
    }
    return before == one.severity() ? Change.Turn.GREW : Change.Turn.GRAVER;
  }

  /** Writes down what was noticed and how far it is. */
  public void putDown() {
    if (seq() > written) {
      var watched = new Watched(monitor, Watched.fingerprint(state), isOver(), news, versions);
      notices.archive().save(id, unwritten, watched);
      unwritten.clear();
      written = seq();
    }
  }

  /** It sees no more; from now on only what is kept says how far the life was watched. */
  public void end() {
    notices.leave(id);
  }

  private List<Change> said() {
    if (unsaid.isEmpty()) {
      return List.of();
    }
    var said = List.copyOf(unsaid);
    unsaid.clear();
    return said;
  }
}
