package life.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Tells the facts of lives from their journals, each with the state it led to. It reads what is
 * durable and disturbs nobody. Safe for many threads; blocks while it reads.
 */
public final class Biography {
  private static final int PAGE = 512;

  /** Most facts of one page. */
  public static final int MOST_FACTS = 1_000;

  /** How many places where somebody stopped reading are remembered, to go on from there quickly. */
  private static final int MOST_BOOKMARKS = 1_024;

  /**
   * A fact as it is told.
   *
   * @param seq its number
   * @param at wall-clock time at which it was written
   * @param fact what happened
   * @param after the state right after it
   */
  public record Told(long seq, Instant at, Fact fact, SelfState after) {}

  private final FactStore store;
  private final Waypoints waypoints;
  private final Bookmarks bookmarks = new Bookmarks(MOST_BOOKMARKS);

  /** Tells what stands in that store, from each life's birth on. */
  public Biography(FactStore store) {
    this(store, Waypoints.NONE);
  }

  /** Tells what stands in that store, beginning at waypoints. */
  public Biography(FactStore store, Waypoints waypoints) {
    this.store = store;
    this.waypoints = waypoints;
  }

  /**
   * The facts after number {@code after}, at most {@code limit} of them; fewer if the life has no
   * more.
   *
   * @throws JournalDamaged at the first fact that is missing or unreadable
   */
  public List<Told> page(LifeId id, long after, int limit) {
    var told = new ArrayList<Told>();
    var start = stateAt(id, after);
    if (start.seq() < after) {
      return told;
    }
    var reading = new Reading(store.directory(), start);
    store.replay(
        id.slug(), after + 1, Long.MAX_VALUE, limit, stored -> told.add(reading.next(stored)));
    bookmark(id, reading.state);
    return told;
  }

  /**
   * The facts after number {@code after}: those that are there, and then each as it becomes
   * durable. The stream reads a page at a time and only when asked, so whoever is slow waits for
   * nobody and holds nothing but a page. It completes after the last fact of the dead, and fails
   * with a {@link JournalFailure}.
   *
   * @param known any state of this life; where it isn't later than {@code after}, the facts before
   *     it needn't be read
   * @param blocking where the journal is read
   */
  public Source<Told, NotUsed> follow(LifeId id, long after, SelfState known, Executor blocking) {
    return Source.lazySource(
            () -> {
              var start = waypoint(id, after);
              boolean isKnownNearer = known.seq() <= after && known.seq() >= start.seq();
              var telling =
                  new Telling(
                      store,
                      id,
                      after,
                      new Reading(store.directory(), isKnownNearer ? known : start),
                      state -> bookmark(id, state));
              return Source.fromGraph(new Following<>(telling.pages(), blocking));
            })
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  /** The state after fact {@code seq}, or after the last fact if there are fewer. */
  public SelfState stateAt(LifeId id, long seq) {
    var reading = new Reading(store.directory(), waypoint(id, seq));
    store.replay(
        id.slug(), reading.state.seq() + 1, seq, Long.MAX_VALUE, stored -> reading.next(stored));
    return reading.state;
  }

  /** When the life's last fact was written, in wall-clock milliseconds; empty if it has none. */
  public OptionalLong lastWritten(LifeId id) {
    return writtenAt(id, lastSeq(id)).stream().mapToLong(Instant::toEpochMilli).findFirst();
  }

  /** All lives that the journal has, in the order of their births. */
  public List<LifeId> lives() {
    var lives = new ArrayList<LifeId>();
    int last = 0;
    List<LifeName> page;
    do {
      page = store.livesAfter(last, MOST_FACTS);
      page.forEach(life -> lives.add(new LifeId(life.name())));
      last = page.isEmpty() ? last : page.getLast().number();
    } while (!page.isEmpty());
    return lives;
  }

  /**
   * Tells the facts after a state up to number {@code to}, one after the other, in constant memory.
   *
   * @param from a state of this life, or the unborn
   * @return the state after the last of them
   * @throws JournalDamaged at the first fact that is missing or unreadable
   */
  public SelfState tell(LifeId id, SelfState from, long to, Consumer<Told> each) {
    var reading = new Reading(store.directory(), from);
    stored(id, from.seq() + 1, to, stored -> each.accept(reading.next(stored)));
    return reading.state;
  }

  /** A page at a time, so that whoever takes long with a fact keeps nobody from the journal. */
  private void stored(LifeId id, long from, long to, Consumer<StoredFact> each) {
    var page = new ArrayList<StoredFact>(PAGE);
    long next = from;
    do {
      page.clear();
      next = store.replay(id.slug(), next, to, PAGE, page::add);
      page.forEach(each);
    } while (page.size() == PAGE);
  }

  /**
   * Gives the bare facts {@code from..to}, one after the other: quicker than {@link #tell}, for
   * whoever has states of his own.
   *
   * @throws JournalDamaged at the first fact that is missing or unreadable
   */
  public void facts(LifeId id, long from, long to, Consumer<Fact> each) {
    stored(id, from, to, stored -> each.accept(Reading.fact(store.directory(), stored)));
  }

  /** The number of the life's last durable fact; 0 if it has none. */
  public long lastSeq(LifeId id) {
    return store.highestSeq(id.slug());
  }

  /** When a fact was written; empty if there is no such fact. */
  public Optional<Instant> writtenAt(LifeId id, long seq) {
    var written = new ArrayList<Instant>(1);
    store.replay(
        id.slug(),
        seq,
        seq,
        1,
        stored -> written.add(Instant.ofEpochMilli(stored.timestampMillis())));
    return written.stream().findFirst();
  }

  /** The kept or remembered state with the highest seq that is not above {@code seq}. */
  public SelfState waypoint(LifeId id, long seq) {
    var remembered = bookmarks.before(id, seq);
    return remembered.seq() == seq
        ? remembered
        : waypoints
            .before(id, seq)
            .filter(kept -> kept.seq() > remembered.seq())
            .orElse(remembered);
  }

  /** The kept state with the highest seq that is not above {@code seq}; the unborn without one. */
  public SelfState kept(LifeId id, long seq) {
    return waypoints.before(id, seq).orElse(Decider.UNBORN);
  }

  /** Remembers where somebody stopped reading; returns the same state, held once for all. */
  SelfState bookmark(LifeId id, SelfState state) {
    return bookmarks.add(id, state);
  }

  /** A reading that has come to fact {@code seq}. */
  Reading readingAt(LifeId id, long seq) {
    return new Reading(store.directory(), stateAt(id, seq));
  }

  /** What a stored fact says. */
  Fact read(StoredFact stored) {
    return Reading.fact(store.directory(), stored);
  }

  /** The state while facts are read. */
  static final class Reading {
    private final Path directory;
    private SelfState state;

    Reading(Path directory, SelfState state) {
      this.directory = directory;
      this.state = state;
    }

    SelfState state() {
      return state;
    }

    /** Goes on with an equal state. */
    void stand(SelfState equal) {
      state = equal;
    }

    Told next(StoredFact stored) {
      return next(stored, fact(directory, stored));
    }

    Told next(StoredFact stored, Fact fact) {
      if (stored.seq() != state.seq() + 1) {
        throw new IllegalStateException(
            "fact " + stored.seq() + " can't be told after fact " + state.seq());
      }
      state = Decider.evolve(state, fact);
      return new Told(stored.seq(), Instant.ofEpochMilli(stored.timestampMillis()), fact, state);
    }

    private static Fact fact(Path directory, StoredFact stored) {
      try {
        return FactSerializer.read(stored.payload().bytes());
      } catch (IOException e) {
        throw JournalDamaged.told(directory, e).reading(stored.life(), stored.seq());
      }
    }
  }
}
