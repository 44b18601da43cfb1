package life.cli;

/**
 * A size in which the chart of a page is drawn. A page has all of them and shows the one that fits,
 * so that letters are never shrunk beyond reading. Units are the pixels of a screen on which it
 * fits exactly.
 */
enum ChartSize {
  WIDE(1_320, 44, 106, 12, 420, 96, 26),
  MIDDLE(820, 42, 106, 12, 340, 84, 15),
  NARROW(400, 36, 12, 11, 270, 72, 7);

  /** Between the parts of a chart. */
  static final int GAP = 6;

  static final int STRIP = 6;

  final int width;
  final int left;
  final int right;
  final double font;
  final int courses;
  final int pace;
  final int mostLabels;

  ChartSize(int width, int left, int right, double font, int courses, int pace, int mostLabels) {
    this.width = width;
    this.left = left;
    this.right = width - right;
    this.font = font;
    this.courses = courses;
    this.pace = pace;
    this.mostLabels = mostLabels;
  }

  /** Whether there is room beside the chart for the last values. */
  boolean hasMargin() {
    return width - right > 4 * font;
  }

  /** Room above for the slanted labels. */
  double top() {
    return 8.6 * font;
  }

  double coursesBottom() {
    return top() + courses;
  }

  /** Where the phases are. */
  double strip() {
    return coursesBottom() + GAP;
  }

  /** The baseline of the numbers of notes. */
  double notes() {
    return strip() + STRIP + 2 * GAP + font * 0.4;
  }

  double paceTop() {
    return notes() + 3 * GAP;
  }

  double paceBottom() {
    return paceTop() + pace;
  }

  double height() {
    return paceBottom() + 2 * font;
  }

  /** A cautious width of words. */
  double wordsWidth(String words) {
    return words.length() * font * 0.58;
  }
}
