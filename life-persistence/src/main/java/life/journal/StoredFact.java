package life.journal;

import org.jspecify.annotations.Nullable;

/**
 * A fact as it is read back.
 *
 * @param timestampMillis since the epoch
 * @param writer who wrote it
 */
public record StoredFact(
    String life,
    long seq,
    String writer,
    long timestampMillis,
    Payload payload,
    @Nullable Payload metadata) {}
