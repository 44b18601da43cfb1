package life.journal;

import org.jspecify.annotations.Nullable;

/**
 * The state of a life after one of its facts.
 *
 * @param timestampMillis when it was taken, since the epoch
 */
public record Snapshot(
    String life, long seq, long timestampMillis, Payload state, @Nullable Payload metadata) {}
