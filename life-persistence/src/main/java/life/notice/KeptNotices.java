package life.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import life.being.LifeId;
import life.journal.ObservationArchive;
import life.observe.Observation;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** What was noticed in the lives of this process, as it stands in the archive. */
public final class KeptNotices implements Notices {
  private final Supplier<ObservationArchive> archive;

  /** The archive is only told now and then how far a life was watched. */
  private final Map<LifeId, Long> reached = new ConcurrentHashMap<>();

  private final Map<LifeId, String> leftAlone = new ConcurrentHashMap<>();

  /** Reads from that archive, which is opened when it is first needed. */
  public KeptNotices(Supplier<ObservationArchive> archive) {
    this.archive = archive;
  }

  ObservationArchive archive() {
    return archive.get();
  }

  /** All that was noticed up to that fact is in the archive. */
  void reached(LifeId life, long seq) {
    reached.put(life, seq);
  }

  /** From now on the archive itself says how far a life was watched. */
  void leave(LifeId life) {
    reached.remove(life);
  }

  /** That life is not watched any more while the process lives; says why, in words. */
  public void leaveAlone(LifeId life, String why) {
    leftAlone.put(life, why);
  }

  @Override
  public long seq(LifeId life) {
    var live = reached.get(life);
    return live == null ? archive().seq(life) : live;
  }

  @Override
  public long version(LifeId life) {
    return archive().version(life);
  }

  @Override
  public Optional<String> whyUnwatched(LifeId life) {
    return Optional.ofNullable(leftAlone.get(life));
  }

  @Override
  public List<Observation> versions(LifeId life, long after, int most) {
    return archive().versions(life, after, most);
  }

  @Override
  public List<Observation> latest(LifeId life, long after, int most) {
    return archive().latest(life, after, most);
  }

  @Override
  public Source<Observation, NotUsed> follow(LifeId life, long after, Executor blocking) {
    return archive().follow(life, after, blocking);
  }
}
