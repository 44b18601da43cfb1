package life.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;
import life.journal.Biography;
import life.observe.Observation;
import life.observe.SemanticMonitor;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/**
 * What is noticed in lives when their journals are read again, in memory: for a directory in which
 * nobody lives, and nothing may be written. The first question about a life reads all of it.
 */
public final class ToldNotices implements Notices {
  private static final int MOST_LIVES = 16;

  private final Biography biography;

  private record Known(long seq, List<Observation> versions) {}

  private final Map<LifeId, Known> lives =
      new LinkedHashMap<>(MOST_LIVES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LifeId, Known> eldest) {
          return size() > MOST_LIVES;
        }
      };

  /** Reads the lives of that biography. */
  public ToldNotices(Biography biography) {
    this.biography = biography;
  }

  private synchronized Known known(LifeId life) {
    return lives.computeIfAbsent(life, this::told);
  }

  private Known told(LifeId life) {
    var monitor = new SemanticMonitor();
    var versions = new ArrayList<Observation>();
    var before =
        new Object() {
          SelfState state = Decider.UNBORN;
        };
    biography.tell(
        life,
        before.state,
        Long.MAX_VALUE,
        told -> {
          versions.addAll(monitor.next(before.state, told.fact(), told.after()));
          before.state = told.after();
        });
    return new Known(monitor.seq(), List.copyOf(versions));
  }

  @Override
  public long seq(LifeId life) {
    return known(life).seq();
  }

  @Override
  public long version(LifeId life) {
    var versions = known(life).versions();
    return versions.isEmpty() ? 0 : versions.getLast().version();
  }

  @Override
  public Optional<String> whyUnwatched(LifeId life) {
    return Optional.empty();
  }

  @Override
  public List<Observation> versions(LifeId life, long after, int most) {
    return known(life).versions().stream()
        .filter(one -> one.version() > after)
        .limit(most)
        .toList();
  }

  @Override
  public List<Observation> latest(LifeId life, long after, int most) {
    var latest = new TreeMap<Integer, Observation>();
    known(life).versions().forEach(one -> latest.put(one.number(), one));
    return latest.values().stream()
        .filter(one -> one.version() > after)
        .sorted(Comparator.comparingLong(Observation::version))
        .limit(most)
        .toList();
  }

  @Override
  public Source<Observation, NotUsed> follow(LifeId life, long after, Executor blocking) {
    return Source.from(versions(life, after, Integer.MAX_VALUE));
  }
}
