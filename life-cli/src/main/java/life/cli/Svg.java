package life.cli;

import java.util.Locale;
import life.cli.Shape.Box;
import life.cli.Shape.Text;
import org.jspecify.annotations.Nullable;

/** Writes a picture as SVG: small, the same text for the same picture, without any reference. */
final class Svg {
  private final StringBuilder out = new StringBuilder();
  private @Nullable Ink path;

  private Svg() {}

  static String write(Picture picture) {
    return new Svg().all(picture);
  }

  private String all(Picture picture) {
    out.append(head(picture));
    for (var shape : picture.shapes()) {
      switch (shape) {
        case Box box -> draw(box);
        case Text text -> draw(text);
      }
    }
    endPath();
    return out.append("</svg>\n").toString();
  }

  private static String head(Picture picture) {
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
        role="img" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace">
        <rect width="%1$d" height="%2$d" fill="%3$s"/>
        """,
        picture.width(),
        picture.height(),
        Ink.PAPER.css());
  }

  /** Boxes of one ink that follow each other are one path: no seams between them, and shorter. */
  private void draw(Box box) {
    if (box.ink() != path) {
      endPath();
      path = box.ink();
      out.append("<path fill=\"").append(path.css()).append("\" d=\"");
    }
    out.append('M').append(number(box.left())).append(' ').append(number(box.top()));
    out.append('h').append(number(box.width())).append('v').append(number(box.height()));
    out.append('h').append(number(-box.width())).append('z');
  }

  private void endPath() {
    if (path != null) {
      out.append("\"/>\n");
      path = null;
    }
  }

  private void draw(Text text) {
    endPath();
    out.append("<text x=\"").append(number(text.x()));
    out.append("\" y=\"").append(number(text.baseline()));
    out.append("\" font-size=\"").append(text.size());
    out.append("\" fill=\"").append(text.ink().css());
    switch (text.anchor()) {
      case START -> {}
      case MIDDLE -> out.append("\" text-anchor=\"middle");
      case END -> out.append("\" text-anchor=\"end");
    }
    out.append("\">").append(escaped(text.words())).append("</text>\n");
  }

  /** With at most two decimals. */
  private static String number(double value) {
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

  /** What XML can't hold at all becomes a question mark. */
  private static String escaped(String words) {
    var text = new StringBuilder();
    words
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            default -> text.appendCodePoint(isXml(c) ? c : '?');
          }
        });
    return text.toString();
  }

  private static boolean isXml(int c) {
    return (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
  }
}
