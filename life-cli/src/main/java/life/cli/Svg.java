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
    out.append('M').append(Markup.number(box.left())).append(' ').append(Markup.number(box.top()));
    out.append('h')
        .append(Markup.number(box.width()))
        .append('v')
        .append(Markup.number(box.height()));
    out.append('h').append(Markup.number(-box.width())).append('z');
  }

  private void endPath() {
    if (path != null) {
      out.append("\"/>\n");
      path = null;
    }
  }

  private void draw(Text text) {
    endPath();
    out.append("<text x=\"").append(Markup.number(text.x()));
    out.append("\" y=\"").append(Markup.number(text.baseline()));
    out.append("\" font-size=\"").append(text.size());
    out.append("\" fill=\"").append(text.ink().css());
    switch (text.anchor()) {
      case START -> {}
      case MIDDLE -> out.append("\" text-anchor=\"middle");
      case END -> out.append("\" text-anchor=\"end");
    }
    out.append("\">").append(Markup.escaped(text.words())).append("</text>\n");
  }
}
