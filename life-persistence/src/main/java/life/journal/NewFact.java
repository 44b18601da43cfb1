package life.journal;

import org.jspecify.annotations.Nullable;

/**
 * What is to be written at one sequence number.
 *
 * @param timestampMillis since the epoch
 */
public record NewFact(Slot slot, long timestampMillis) {

  /** A fact with its payload. */
  public static NewFact of(Payload payload, @Nullable Payload metadata, long timestampMillis) {
    return new NewFact(new Slot.Filled(payload, metadata), timestampMillis);
  }

  /**
   * A number that stays empty: its fact was rejected after later numbers had been given out. Replay
   * passes over it, and it isn't a gap.
   */
  public static NewFact rejected(long timestampMillis) {
    return new NewFact(Slot.Empty.INSTANCE, timestampMillis);
  }

  long payloadBytes() {
    return switch (slot) {
      case Slot.Empty _ -> 0;
      case Slot.Filled(Payload payload, @Nullable Payload metadata) ->
          payload.bytes().length + (metadata == null ? 0 : metadata.bytes().length);
    };
  }

  /** What stands at a number. */
  public sealed interface Slot {
    /** A fact. */
    record Filled(Payload payload, @Nullable Payload metadata) implements Slot {}

    /** Nothing, on purpose. */
    enum Empty implements Slot {
      INSTANCE
    }
  }
}
