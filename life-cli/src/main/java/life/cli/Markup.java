package life.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements that are right as HTML and as XML alike. Words and the values of attributes may
 * be anything; names are of this program.
 */
final class Markup {
  /** In HTML these are never closed; of the others only those of SVG may close themselves. */
  private static final Set<String> VOID =
      Set.of("meta", "path", "line", "rect", "polygon", "circle", "use");

  private static final Set<String> INLINE =
      Set.of("span", "bdi", "small", "b", "text", "title", "tspan", "time");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  Markup open(String name, String... attributes) {
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** Ends the innermost element. */
  Markup close() {
    var name = open.pop();
    out.append("</").append(name).append('>');
    if (!INLINE.contains(name)) {
      out.append('\n');
    }
    return this;
  }

  /** An element that has no content. */
  Markup empty(String name, String... attributes) {
    if (!VOID.contains(name)) {
      throw new IllegalArgumentException("<" + name + "> is closed by another tag in HTML");
    }
    tag(name, attributes).append("/>\n");
    return this;
  }

  /** An element with nothing but words. */
  Markup words(String name, String words, String... attributes) {
    return open(name, attributes).words(words).close();
  }

  /** Words, escaped. */
  Markup words(String words) {
    out.append(escaped(words));
    return this;
  }

  /** What is markup already. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private StringBuilder tag(String name, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of <" + name + "> has no value");
    }
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    return out;
  }

  /** The whole; every element must be closed. */
  String text() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is still open");
    }
    return out.toString();
  }

  /** As it stands in markup. What XML can't hold at all becomes a question mark. */
  static String escaped(String words) {
    var text = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\n' -> text.append('\n');
            default -> text.appendCodePoint(isXml(c) ? c : '?');
          }
        });
    return text.toString();
  }

  private static boolean isXml(int c) {
    boolean isControl = c < ' ' || (c >= 0x7F && c < 0xA0);
    return !isControl && (c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF);
  }

  /** A number with at most two decimals. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    var sign = hundredths < 0 ? "-" : "";
    return sign
        + whole
        + (rest == 0
            ? ""
            : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
  }
}
