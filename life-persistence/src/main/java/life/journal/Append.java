package life.journal;

import java.util.List;

/**
 * Facts of one life, to be written all or none.
 *
 * @param writer who writes; changes with every start of a life
 * @param firstSeq the number of the first fact; the others follow without gaps
 */
public record Append(String life, String writer, long firstSeq, List<NewFact> facts) {

  public Append {
    facts = List.copyOf(facts);
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("an append needs at least one fact");
    }
    if (firstSeq < 1) {
      throw new IllegalArgumentException("facts are numbered from 1, not from " + firstSeq);
    }
  }

  long lastSeq() {
    return firstSeq + facts.size() - 1;
  }

  /** The size of all payloads and metadata. */
  long payloadBytes() {
    long bytes = 0;
    for (NewFact fact : facts) {
      bytes += fact.payloadBytes();
    }
    return bytes;
  }
}
