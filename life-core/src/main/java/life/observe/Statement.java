package life.observe;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Something said of a life, and the facts that it rests on.
 *
 * @param words a sentence or a part of one
 * @param seqs of 1 to {@link #MOST_SEQS} facts in ascending order: the first ones and the strongest
 */
public record Statement(String words, List<Long> seqs) {
  /** Most facts that a statement names. */
  public static final int MOST_SEQS = 12;

  public Statement {
    if (seqs.isEmpty() || words.isBlank()) {
      throw new IllegalArgumentException("what is said rests on facts: '" + words + "'");
    }
    seqs = seqs.stream().distinct().limit(MOST_SEQS).sorted().toList();
  }

  static Statement of(String words, long... seqs) {
    return new Statement(words, LongStream.of(seqs).boxed().toList());
  }
}
