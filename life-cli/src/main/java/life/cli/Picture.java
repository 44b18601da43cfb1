package life.cli;

import java.util.List;

/**
 * Shapes on paper, the later ones above the earlier ones. Every shape lies within it.
 *
 * @param width in units, 1 to 10 000
 * @param height in units, 1 to 10 000
 */
record Picture(int width, int height, List<Shape> shapes) {
  private static final int MOST = 10_000;

  Picture {
    if (width < 1 || width > MOST || height < 1 || height > MOST) {
      throw new IllegalArgumentException("no picture is " + width + " × " + height);
    }
    shapes = List.copyOf(shapes);
    for (var shape : shapes) {
      if (!(shape.left() >= 0
          && shape.top() >= 0
          && shape.right() <= width
          && shape.bottom() <= height)) {
        throw new IllegalArgumentException(shape + " is not within " + width + " × " + height);
      }
    }
  }
}
