package life.journal;

/**
 * Serialized data and how to read it. The bytes are not copied; whoever holds them leaves them
 * alone.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on the hot path, never compared
public record Payload(Kind kind, byte[] bytes) {}
