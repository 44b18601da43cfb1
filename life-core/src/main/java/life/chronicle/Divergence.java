package life.chronicle;

import java.util.Optional;
import life.being.Fact;

/**
 * Where a record and the laws do not agree.
 *
 * @param seq the number of the first fact that differs
 * @param expected what the laws make of the inputs; empty if they make nothing here
 * @param recorded what stands there; empty if the record ends before it
 * @param cause the number of the input that this follows from; its own number for an input
 * @param words what is wrong, in words
 */
public record Divergence(
    long seq, Optional<Fact> expected, Optional<Fact> recorded, long cause, String words) {}
