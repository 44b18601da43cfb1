package life.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

/**
 * The journal of many lives in one directory, without Pekko.
 *
 * <p>A fact whose append has completed is durable. Facts of a life are numbered from 1 without
 * gaps, and only the next number is accepted. Every method fails with a {@link JournalFailure}:
 * thrown, or as the future's failure.
 *
 * <p>All methods may be called from any thread. A directory is open for writing once at a time.
 */
public final class FactStore implements AutoCloseable {

  /** The directory of the facts within a data directory. */
  public static final String DIRECTORY = "journal";

  private final Database database;
  private final Listeners listeners = new Listeners();
  private final @Nullable Committer committer;

  private FactStore(Database database, @Nullable Tuning writing) {
    this.database = database;
    this.committer = writing == null ? null : new Committer(database, listeners, writing);
    if (committer != null) {
      committer.start();
    }
  }

  /**
   * Loads RocksDB's native library, which takes a moment and fails while the JVM shuts down; so a
   * program does it first, where it can handle that. Further calls do nothing.
   */
  public static void loadLibrary() {
    RocksDB.loadLibrary();
  }

  /** Opens a journal for writing, with its usual limits; creates it where nothing is. */
  public static FactStore open(Path directory) {
    return open(directory, Tuning.standard());
  }

  public static FactStore open(Path directory, Tuning tuning) {
    return new FactStore(Database.open(directory, tuning, false), tuning);
  }

  /**
   * Opens what is there now, even beside a writer, and changes nothing. Later facts aren't seen.
   */
  public static FactStore openReadOnly(Path directory) {
    return new FactStore(Database.open(directory, Tuning.standard(), true), null);
  }

  /**
   * Writes facts; the future completes when they are durable, or fails when none of them is
   * acknowledged.
   */
  public CompletableFuture<Void> append(Append append) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    submit(new Request.Write(append, done));
    return done;
  }

  /** Erases a life's oldest facts. Its numbers go on as if they were there. */
  public CompletableFuture<Void> eraseTo(String life, long toSeq) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    submit(new Request.Erase(life, toSeq, done));
    return done;
  }

  /**
   * Gives a staged life its name in one durable write: until then nothing of it is to be seen, and
   * from then on all of it. A name that begins with {@code ~} is staged; facts are appended to it
   * as to any other. What is staged when the journal is opened for writing, also anew after an
   * outage, is discarded. {@link Arrival} does all of this for a whole life.
   *
   * <p>The future fails with {@link NotAdmitted} when the name is taken or nothing is staged.
   *
   * @throws IllegalArgumentException when {@code staged} doesn't begin with {@code ~}, or {@code
   *     life} does
   */
  public CompletableFuture<Void> admit(String staged, String life) {
    requireStaged(staged);
    if (Staged.is(life)) {
      throw new IllegalArgumentException(
          "the name of a life can't begin with ~, as '" + life + "' does");
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    submit(new Request.Admit(staged, life, done));
    return done;
  }

  /**
   * Removes all facts of a staged life. One that isn't there is fine.
   *
   * @throws IllegalArgumentException when {@code staged} doesn't begin with {@code ~}
   */
  public CompletableFuture<Void> discard(String staged) {
    requireStaged(staged);
    CompletableFuture<Void> done = new CompletableFuture<>();
    submit(new Request.Discard(staged, done));
    return done;
  }

  private static void requireStaged(String name) {
    if (!Staged.is(name)) {
      throw new IllegalArgumentException(
          "the name of a staged life begins with ~, which '" + name + "' doesn't");
    }
  }

  /** Completes when everything that was asked before is done or refused. */
  public CompletableFuture<Void> settled() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (committer == null) {
      done.complete(null);
    } else {
      committer.submit(new Request.Settle(done));
    }
    return done;
  }

  /** Where the facts are. */
  Path directory() {
    return database.directory();
  }

  private void submit(Request request) {
    if (committer == null) {
      request
          .done()
          .completeExceptionally(new JournalUnavailable("This journal is open for reading only."));
    } else {
      committer.submit(request);
    }
  }

  /** The number of the life's last durable fact; 0 when there is none. Erased facts count. */
  public long highestSeq(String life) {
    return database.read(reader -> {
      Tail tail = reader.tail(life);
      return tail == null ? 0L : tail.highestSeq();
    });
  }

  /**
   * Gives the facts {@code from..to} in order, at most {@code max} of them.
   *
   * @return the number to go on from
   * @throws JournalDamaged at the first fact that is missing or unreadable; those before it were
   *     given
   */
  public long replay(String life, long from, long to, long max, Consumer<StoredFact> each) {
    return database.read(reader -> reader.replay(life, from, to, max, each));
  }

  /**
   * The position of the last durable fact in the order of the facts of all lives, in which each
   * fact that ever was has one position, from 1 on without gaps; 0 when there is none.
   *
   * @throws JournalUnavailable when the journal is of format 2 and open for reading only: it knows
   *     no such order
   */
  public long lastPosition() {
    return database.read(reader -> reader.order().last());
  }

  /**
   * Gives the facts of all lives after a position, in their order, at most {@code max} of them.
   *
   * @param wanted the names of the lives whose facts are given
   * @return the position to go on after: the same one only at the end for now
   * @throws JournalDamaged at the first position that is missing or unreadable; what comes before
   *     it was given
   * @throws JournalUnavailable as {@link #lastPosition}
   */
  long replayAll(long after, long max, Predicate<String> wanted, Consumer<OrderedFact> each) {
    return database.read(reader -> reader.order().read(after, max, wanted, each));
  }

  /**
   * The lives in the order of their first facts, after the one of this number (0 for the first
   * page); fewer than {@code limit} only at the end. Staged ones are not among them.
   */
  public List<LifeName> livesAfter(int number, int limit) {
    return database.read(reader -> reader.livesAfter(number, limit));
  }

  /** As {@link #livesAfter}, with staged ones among them. */
  List<LifeName> allLivesAfter(int number, int limit) {
    return database.read(reader -> reader.allLivesAfter(number, limit));
  }

  /** The name of the life of this number, staged or not; empty when there is none. */
  Optional<String> nameOf(int number) {
    return database.read(reader -> reader.nameOf(number));
  }

  /** Calls on every durable write to the life. The listener must return at once and not throw. */
  public Listeners.Subscription onFacts(String life, Runnable listener) {
    return listeners.onFacts(life, listener);
  }

  /**
   * Calls after every durable write, whichever lives it was to. The listener must return at once
   * and not throw.
   */
  public Listeners.Subscription onAll(Runnable listener) {
    return listeners.onAll(listener);
  }

  /**
   * Calls on the first durable write of any life. The listener must return at once and not throw.
   */
  public Listeners.Subscription onBirths(Runnable listener) {
    return listeners.onBirths(listener);
  }

  /** Calls on every group commit. The listener must return at once and not throw. */
  public Listeners.Subscription onCommits(CommitListener listener) {
    return listeners.onCommits(listener);
  }

  /**
   * Why facts can't be written now, as far as the last attempt says; empty when nothing is known
   * against it. A journal that failed is tried again and again, whether anybody writes or not.
   */
  public Optional<JournalFailure> trouble() {
    return committer == null
        ? Optional.of(new JournalUnavailable("This journal is open for reading only."))
        : committer.trouble();
  }

  /** How many bytes may still be written to the disk of the journal; 0 when that isn't known. */
  public long freeBytes() {
    return database.directory().toFile().getUsableSpace();
  }

  /** How many requests wait for the committer. */
  public int waiting() {
    return committer == null ? 0 : committer.waiting();
  }

  /** What a snapshot that is newer than the journal's end means. */
  JournalDamaged endsBeforeSnapshot(String life, long highestSeq, long snapshotSeq) {
    return new JournalDamaged(
        Place.of(database.directory(), life, highestSeq + 1),
        "There is a snapshot at fact %d, but the journal ends at fact %d: acknowledged facts are lost"
            .formatted(snapshotSeq, highestSeq),
        "Keep a copy of the directory as it is, and restore it from a backup. To go on without the lost facts, remove"
            + " the directory '"
            + SnapshotArchive.DIRECTORY
            + "' beside it.",
        null);
  }

  /**
   * Reads every block of every table file and compares its checksum. Takes as long as reading them.
   */
  public void verifyChecksums() {
    database.read(reader -> {
      reader.verifyChecksums();
      return reader;
    });
  }

  /** Moves all facts into table files and merges these, for the smallest size on disk. */
  public void compact() {
    database.read(reader -> {
      reader.compact();
      return reader;
    });
  }

  /** How many group commits there were since the store was opened. */
  public long commits() {
    return committer == null ? 0 : committer.commits();
  }

  /** How often RocksDB synced the log; 0 without {@link Tuning#statistics}. */
  long logSyncs() {
    Statistics counted = database.options().statistics();
    return counted == null ? 0 : counted.getTickerCount(TickerType.WAL_FILE_SYNCED);
  }

  /** Finishes what waits, then closes. Later calls fail as {@link JournalUnavailable}. */
  @Override
  public void close() {
    try {
      if (committer != null) {
        committer.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
