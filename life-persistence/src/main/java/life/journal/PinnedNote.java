package life.journal;

import java.time.Instant;

/**
 * What an observer thought at a point of a life. It is no fact of the life, and never reaches it.
 *
 * @param number within its life, 1 or more; never given again
 * @param seq of the last fact that was complete at that point, 1 or more
 * @param tick of the point, which may lie within the span that the next fact tells of
 * @param at when it was written down, by the wall clock
 * @param text 1 to {@value #MOST_CHARACTERS} characters, none of them a control character but line
 *     feeds
 */
public record PinnedNote(int number, long seq, long tick, Instant at, String text) {
  /** The most characters of a text; one beyond 16 bits counts once. */
  public static final int MOST_CHARACTERS = 2_000;

  public PinnedNote {
    if (number < 1 || seq < 1 || tick < 0) {
      throw new IllegalArgumentException(
          "there is no note %d at fact %d and tick %d".formatted(number, seq, tick));
    }
    requireText(text);
  }

  /**
   * Checks what shall be written down.
   *
   * @throws IllegalArgumentException if it is no text of a note; the message says what is wrong
   */
  public static void requireText(String text) {
    int characters = text.codePointCount(0, text.length());
    if (characters < 1 || characters > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a note has 1 to %d characters, but this has %d".formatted(MOST_CHARACTERS, characters));
    }
    text.codePoints()
        .filter(PinnedNote::isForbidden)
        .findFirst()
        .ifPresent(wrong -> {
          throw new IllegalArgumentException(
              "a note has no control characters but line feeds, but this has U+%04X"
                  .formatted(wrong));
        });
  }

  private static boolean isForbidden(int character) {
    return (Character.isISOControl(character) && character != '\n')
        || Character.getType(character) == Character.SURROGATE;
  }
}
