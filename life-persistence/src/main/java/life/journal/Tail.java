package life.journal;

import org.jspecify.annotations.Nullable;

/**
 * Where a life's next fact goes.
 *
 * @param number of the life
 * @param highestSeq of its facts, 0 before the first
 * @param writer of the last fact, null before the first
 */
record Tail(int number, long highestSeq, @Nullable WriterRow writer) {}
