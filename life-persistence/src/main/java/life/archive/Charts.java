package life.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import life.being.LifeId;
import life.chronicle.Pyramid;
import life.journal.Biography;
import life.journal.PyramidArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pyramids of lives, from which charts are drawn. They are built from the journals: when
 * somebody asks, and meanwhile by {@link Upkeep}. What can't be used of what was kept is forgotten
 * and built again.
 *
 * <p>Safe for many threads: whoever asks for a life that is just being built waits, and nothing is
 * read twice. Blocks while it reads and writes, and fails with a {@link
 * life.journal.JournalFailure}.
 */
public final class Charts {
  /** Of what is kept: {@link PyramidHead}, {@link NodeRow} and how they come about. */
  public static final byte VERSION = 1;

  private static final int MOST_KEPT = 64;
  private static final int MOST_IN_MEMORY = 4;
  private static final Logger LOG = LoggerFactory.getLogger(Charts.class);

  private final Biography biography;
  private final Optional<Supplier<PyramidArchive>> archive;
  private final ToldLeaves told = new ToldLeaves();
  private final Map<LifeId, Object> locks = new ConcurrentHashMap<>();
  private final Map<LifeId, Long> reached = new ConcurrentHashMap<>();
  private final Map<LifeId, Growth> growing;

  private Charts(Biography biography, Optional<Supplier<PyramidArchive>> archive) {
    this.biography = biography;
    this.archive = archive;
    int most = archive.isPresent() ? MOST_KEPT : MOST_IN_MEMORY;
    this.growing =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<LifeId, Growth> eldest) {
            return size() > most;
          }
        };
  }

  /** Pyramids that are kept in an archive, which is opened when it is first needed. */
  public static Charts kept(Biography biography, Supplier<PyramidArchive> archive) {
    return new Charts(biography, Optional.of(archive));
  }

  /** Pyramids in memory: for a directory in which nothing may be written. */
  public static Charts inMemory(Biography biography) {
    return new Charts(biography, Optional.empty());
  }

  /**
   * Asks the pyramid of a life, grown up to its last durable fact.
   *
   * @param question may be asked a second time, if what was kept turns out to be damaged
   */
  public <T> T look(LifeId id, Function<Pyramid, T> question) {
    try {
      return question.apply(grown(id, Long.MAX_VALUE));
    } catch (PyramidDamaged e) {
      forget(id, e);
      return question.apply(grown(id, Long.MAX_VALUE));
    }
  }

  /**
   * Lets the pyramid of a life grow.
   *
   * @param most facts that go into it
   */
  public void build(LifeId id, long most) {
    try {
      grown(id, most);
    } catch (PyramidDamaged e) {
      forget(id, e);
      grown(id, most);
    }
  }

  /** How many facts have to be told before a question about a life is answered. */
  public long behind(LifeId id) {
    return biography.lastSeq(id) - seq(id);
  }

  /** The number of the last fact that has gone into the pyramid of a life, as far as is known. */
  public long seq(LifeId id) {
    return reached.computeIfAbsent(id, this::kept);
  }

  private long kept(LifeId id) {
    try {
      return archive
          .flatMap(kept -> kept.get().head(id))
          .map(head -> PyramidHead.of(head).leaves() * Pyramid.FACTS_PER_LEAF)
          .orElse(0L);
    } catch (PyramidDamaged e) {
      return 0;
    }
  }

  private Pyramid grown(LifeId id, long most) {
    synchronized (locks.computeIfAbsent(id, _ -> new Object())) {
      var growth = growth(id);
      try {
        long head = biography.lastSeq(id);
        growth.grow(head - growth.seq() <= most ? head : growth.seq() + most);
        reached.put(id, growth.seq());
        return growth.grown();
      } catch (RuntimeException e) {
        drop(id); // it may have grown by a half
        throw e;
      }
    }
  }

  private Growth growth(LifeId id) {
    synchronized (growing) {
      var known = growing.get(id);
      if (known != null) {
        return known;
      }
    }
    var growth = Growth.of(id, biography, told, archive.map(Supplier::get));
    synchronized (growing) {
      growing.put(id, growth);
    }
    return growth;
  }

  private void forget(LifeId id, PyramidDamaged why) {
    synchronized (locks.computeIfAbsent(id, _ -> new Object())) {
      LOG.info("The pyramid of {} is built anew: {}", id, why.getMessage());
      drop(id);
      archive.ifPresent(kept -> kept.get().forget(id));
    }
  }

  private void drop(LifeId id) {
    reached.remove(id);
    synchronized (growing) {
      growing.remove(id);
    }
  }
}
