package life.cli;

/** Something drawn, in units from the upper left corner of its picture. */
sealed interface Shape {
  Ink ink();

  double left();

  double right();

  double top();

  double bottom();

  /** A filled rectangle. */
  record Box(double left, double top, double width, double height, Ink ink) implements Shape {
    public Box {
      if (!(width > 0 && height > 0)) {
        throw new IllegalArgumentException("a box is wider and higher than 0: " + width + height);
      }
    }

    @Override
    public double right() {
      return left + width;
    }

    @Override
    public double bottom() {
      return top + height;
    }
  }

  /**
   * A line of text in letters of equal width.
   *
   * @param x where the anchor is
   * @param baseline on which the letters stand
   * @param size of the font: a multiple of 5, so that the dots of a letter are whole pixels
   */
  record Text(double x, double baseline, String words, int size, Anchor anchor, Ink ink)
      implements Shape {
    /** The width of a letter and the room after it, as a share of the size. */
    private static final double ADVANCE = 0.6;

    private static final double ASCENT = 0.7;
    private static final double DESCENT = 0.1;

    public Text {
      if (words.isEmpty() || size <= 0 || size % 5 != 0) {
        throw new IllegalArgumentException("no text: '" + words + "' in size " + size);
      }
    }

    static double width(String words, int size) {
      return words.length() * ADVANCE * size;
    }

    @Override
    public double left() {
      double width = width(words, size);
      return switch (anchor) {
        case START -> x;
        case MIDDLE -> x - width / 2;
        case END -> x - width;
      };
    }

    @Override
    public double right() {
      return left() + width(words, size);
    }

    @Override
    public double top() {
      return baseline - ASCENT * size;
    }

    @Override
    public double bottom() {
      return baseline + DESCENT * size;
    }
  }

  /** Which part of a text is at its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
