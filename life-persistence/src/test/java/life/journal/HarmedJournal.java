package life.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * A journal of real lives for tests, and hands to do it harm, beneath all that guards it. Life
 * number 1 is ada, 2 is bob, 3 is eve, whose first 25 facts are erased.
 */
final class HarmedJournal {

  static final Lived ADA = Lived.of("ada", 900, 1);
  static final Lived BOB = Lived.of("bob", 300, 2);
  static final Lived EVE = Lived.of("eve", 100, 3);
  static final int ERASED = 25;
  static final int FACTS_OF_A_ROW = 10;

  private HarmedJournal() {}

  /** The lives, each row with ten facts, the older half of it in table files. */
  static void write(Path directory) {
    try (FactStore store = FactStore.open(directory)) {
      for (Lived life : List.of(ADA, BOB, EVE)) {
        append(store, life, life.facts().size() / 2 / FACTS_OF_A_ROW * FACTS_OF_A_ROW);
      }
      store.compact();
      for (Lived life : List.of(ADA, BOB, EVE)) {
        append(store, life, life.facts().size());
      }
      store.eraseTo("eve", ERASED).join();
    }
  }

  static long facts() {
    return (long) ADA.facts().size() + BOB.facts().size() + EVE.facts().size() - ERASED;
  }

  /** Goes on with the life up to that many facts, by two writers in turn. */
  static void append(FactStore store, Lived life, int upTo) {
    String name = life.id().slug();
    for (int from = (int) store.highestSeq(name); from < upTo; from += FACTS_OF_A_ROW) {
      List<NewFact> facts = new ArrayList<>();
      for (int i = from; i < Math.min(upTo, from + FACTS_OF_A_ROW); i++) {
        Payload payload = FactSerializer.payload(life.facts().get(i));
        facts.add(NewFact.of(payload, null, life.times().get(i).toEpochMilli()));
      }
      String writer = from < 50 ? Facts.WRITER : "a later one";
      store.append(new Append(name, writer, from + 1L, facts)).join();
    }
  }

  interface Harm {
    void to(RocksDB db) throws RocksDBException;
  }

  static void harm(Path directory, Harm harm) {
    try (Options options = new Options();
        RocksDB db = RocksDB.open(options, directory.toString())) {
      harm.to(db);
    } catch (RocksDBException e) {
      throw new AssertionError(e);
    }
  }

  /** Zeroes over some bytes of a file, from a place on that is a share of its length. */
  static void overwrite(Path file, double share, int bytes) throws IOException {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      content.seek((long) (content.length() * share));
      content.write(new byte[bytes]);
    }
  }

  static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
