package life.bench;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import life.actor.Answer;
import life.actor.Lives;
import life.being.Decider;
import life.being.Fact;
import life.being.LawSettings;
import life.being.SelfState;
import life.bench.Settlement.Journal;
import life.journal.FactSerializer;
import life.journal.FactStore;
import life.journal.StoredFact;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** A life of a million facts is told again, beside a bare scan of the same rows. */
final class Replay implements Benchmark {
  private static final long FACTS = 1_000_000;
  private static final int QUIET_SPANS_PER_STIMULUS = 8;
  private static final long LONGEST_SPAN = 180;
  private static final double LEAST_FACTS_PER_SECOND = 300_000;
  private static final int WARMING = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PEER = "bare scan of the rows";

  @Override
  public List<Result> run(Ground ground) {
    var data = ground.folder();
    var journal = data.resolve(FactStore.DIRECTORY);
    try {
      write(ground, journal);
      var told = Rounds.of(WARMING, ground.rounds(), () -> tell(journal), () -> scan(journal));
      var woken =
          Rounds.of(WARMING, ground.rounds(), () -> wake(ground, data), () -> scan(journal));
      return List.of(
          result("recovery of a life by its actor", woken),
          result("facts read, decoded and evolved", told));
    } finally {
      Ground.clear(data);
    }
  }

  private static Result result(String what, Rounds<Double, Double> rounds) {
    return Result.of(what, rounds.ours(rate -> rate), "facts/s")
        .beside(PEER, rounds.peers(rate -> rate))
        .atLeast(LEAST_FACTS_PER_SECOND);
  }

  /** Mostly quiet time in spans as the ticker makes them, and now and then a stimulus. */
  private static void write(Ground ground, Path journal) {
    try (var store = FactStore.open(journal)) {
      var life = new LongLife(store, ground.world(), _ -> {});
      for (long turn = 0; life.facts() < FACTS; turn++) {
        for (int i = 0; i < QUIET_SPANS_PER_STIMULUS; i++) {
          life.live(1 + (turn + i) % LONGEST_SPAN, FACTS);
        }
        life.meet(turn % 3 == 0 ? "noise" : "recovery", 0.5, FACTS);
      }
      life.write();
    }
  }

  private static double scan(Path journal) {
    RocksDB.loadLibrary();
    long bytes = 0;
    long rows = 0;
    long start = System.nanoTime();
    try (var options = new Options();
        var db = RocksDB.openReadOnly(options, journal.toString());
        var all = db.newIterator()) {
      start = System.nanoTime();
      for (all.seekToFirst(); all.isValid(); all.next()) {
        bytes += all.key().length + all.value().length;
        rows++;
      }
    } catch (RocksDBException e) {
      throw new IllegalStateException("the journal can't be scanned", e);
    }
    if (bytes < FACTS) {
      throw new IllegalStateException("only " + bytes + " bytes in " + rows + " rows");
    }
    return rate(start);
  }

  private static double tell(Path journal) {
    try (var store = FactStore.openReadOnly(journal)) {
      var telling = new Telling();
      long start = System.nanoTime();
      store.replay(LongLife.ID.slug(), 1, FACTS, FACTS, telling::take);
      telling.check();
      return rate(start);
    }
  }

  private static final class Telling {
    private final FactSerializer serializer = new FactSerializer();
    private SelfState state = Decider.UNBORN;

    void take(StoredFact stored) {
      var payload = stored.payload();
      try {
        var fact = (Fact) serializer.fromBinary(payload.bytes(), payload.kind().manifest());
        state = Decider.evolve(state, fact);
      } catch (NotSerializableException e) {
        throw new IllegalStateException(e);
      }
    }

    void check() {
      if (state.seq() != FACTS || !state.isAlive()) {
        throw new IllegalStateException("the life ends as " + state);
      }
    }
  }

  /** To be born again is refused as soon as the life has been recovered. */
  private static double wake(Ground ground, Path data) {
    var world = ground.world();
    forgetSnapshots(data);
    try (var settlement = new Settlement(Journal.ROCKS, data, List.of(world), List.of())) {
      var lives = settlement.lives();
      long start = System.nanoTime();
      var answer =
          AskPattern.ask(
                  lives,
                  (ActorRef<Answer> to) ->
                      new Lives.Bear(LongLife.ID, 1, LawSettings.DEFAULT, world, to),
                  PATIENCE,
                  settlement.system().scheduler())
              .toCompletableFuture()
              .join();
      double rate = rate(start);
      if (!(answer instanceof Answer.Refused)) {
        throw new IllegalStateException("a life was born twice: " + answer);
      }
      return rate;
    }
  }

  /** All that is not the journal, so that recovery has to read all of it. */
  private static void forgetSnapshots(Path data) {
    try (var files = Files.list(data)) {
      files.filter(file -> !file.endsWith(FactStore.DIRECTORY)).forEach(Ground::clear);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double rate(long start) {
    return FACTS * 1e9 / (System.nanoTime() - start);
  }
}
