package life.being;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import life.body.Bounds;

/**
 * What a sender says about a stimulus, such as where it was measured. It is kept in the fact and
 * given back to readers; no law looks at it, so the being is the same with and without.
 *
 * @param entries at most {@link #MOST_ENTRIES} texts of at most {@link #LONGEST_TEXT} characters,
 *     under names {@code [a-z][a-z0-9._-]{0,63}}
 */
public record Metadata(SortedMap<String, String> entries) {
  /** Most entries. */
  public static final int MOST_ENTRIES = 16;

  /** Most characters (Unicode code points) of a text. */
  public static final int LONGEST_TEXT = 256;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

  /** Nothing is said. */
  public static final Metadata NONE = new Metadata(new TreeMap<>());

  public Metadata {
    Bounds.within("number of metadata entries", entries.size(), 0, MOST_ENTRIES);
    entries.forEach(Metadata::check);
    var copy = new TreeMap<String, String>();
    copy.putAll(entries);
    entries = Collections.unmodifiableSortedMap(copy);
  }

  /** These entries, in the order of their names. */
  public static Metadata of(Map<String, String> entries) {
    return entries.isEmpty() ? NONE : new Metadata(new TreeMap<>(entries));
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** These entries and one more, which stands for one of the same name. */
  public Metadata with(String name, String text) {
    var more = new TreeMap<>(entries);
    more.put(name, text);
    return new Metadata(more);
  }

  private static void check(String name, String text) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "metadata needs names such as 'sensor' (" + NAME.pattern() + "), not '" + name + "'");
    }
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "metadata '" + name + "' must be a text of at most " + LONGEST_TEXT + " characters");
    }
    if (text.codePoints().anyMatch(Metadata::isHalf)) {
      throw new IllegalArgumentException(
          "metadata '" + name + "' must be a text of whole characters, but one is half of a pair");
    }
  }

  /** Half of a surrogate pair, alone: no text in UTF-8 has that. */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
