package life.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import scala.collection.Iterator;

/**
 * What one message of Pekko wants written to one life. Rejected events leave their numbers empty
 * between others.
 */
final class Batch {

  private final Reprs reprs;
  private final long nowMillis = System.currentTimeMillis();
  private final List<NewFact> facts = new ArrayList<>(1);
  private String life = "";
  private String writer = "";
  private long firstSeq;
  private int accepted;

  Batch(Reprs reprs) {
    this.reprs = reprs;
  }

  /** Takes the write, or says why it is rejected. */
  Optional<Exception> add(AtomicWrite write) {
    if (facts.isEmpty()) {
      firstSeq = write.lowestSequenceNr();
      life = write.persistenceId();
    }
    int before = facts.size();
    try {
      requireName(life);
      for (Iterator<PersistentRepr> each = write.payload().iterator(); each.hasNext(); ) {
        PersistentRepr repr = each.next();
        writer = repr.writerUuid();
        facts.add(reprs.toFact(repr, nowMillis));
      }
      accepted = facts.size();
      return Optional.empty();
    } catch (
        Exception e) { // Serializers are foreign code and may throw anything; Pekko wants it as a
      // rejection.
      facts.subList(before, facts.size()).clear();
      for (int i = 0; i < write.size(); i++) {
        facts.add(NewFact.rejected(nowMillis));
      }
      return Optional.of(e);
    }
  }

  private static void requireName(String life) {
    if (Staged.is(life)) {
      throw new IllegalArgumentException(
          "a name that begins with ~ is for lives that are still arriving, and '"
              + life
              + "' is such a name");
    }
  }

  /** What is to be written, without the rejected ones at the end, whose numbers are given again. */
  Optional<Append> toAppend() {
    return accepted == 0
        ? Optional.empty()
        : Optional.of(new Append(life, writer, firstSeq, facts.subList(0, accepted)));
  }
}
