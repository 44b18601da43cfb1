package life.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Facts for tests: the payload of a number is always the same, so that nothing invented passes for
 * it.
 */
final class Facts {

  static final Kind KIND = new Kind(7, "lived", "");
  static final String WRITER = "7d3f2c1a-0000-4000-8000-00000000000a";
  static final long DAWN_MILLIS = 1_800_000_000_000L;

  private Facts() {}

  static byte[] payload(String life, long seq, int bytes) {
    byte[] payload = new byte[bytes];
    new Random(life.hashCode() * 1_000_003L + seq).nextBytes(payload);
    return payload;
  }

  static NewFact fact(String life, long seq, int bytes) {
    return NewFact.of(new Payload(KIND, payload(life, seq, bytes)), null, DAWN_MILLIS + 1000 * seq);
  }

  static Append append(String life, long from, int count) {
    return append(life, from, count, 35);
  }

  static Append append(String life, long from, int count, int bytes) {
    return new Append(
        life,
        WRITER,
        from,
        LongStream.range(from, from + count).mapToObj(seq -> fact(life, seq, bytes)).toList());
  }

  static List<StoredFact> all(FactStore store, String life) {
    List<StoredFact> facts = new ArrayList<>();
    store.replay(life, 1, Long.MAX_VALUE, Long.MAX_VALUE, facts::add);
    return facts;
  }

  static List<Long> seqs(FactStore store, String life) {
    return all(store, life).stream().map(StoredFact::seq).toList();
  }

  /** Whether the fact is what was written at its number. */
  static boolean isTrue(StoredFact fact) {
    byte[] bytes = fact.payload().bytes();
    return Arrays.equals(bytes, payload(fact.life(), fact.seq(), bytes.length));
  }
}
