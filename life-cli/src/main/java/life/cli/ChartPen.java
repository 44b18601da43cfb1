package life.cli;

/** Draws the shapes of a chart in one size; their looks are those of the style of that name. */
record ChartPen(Markup out, ChartSize size) {
  static String n(double value) {
    return Markup.number(value);
  }

  /** A line from the top down. */
  void upright(String name, double x, double from, double to) {
    out.empty("path", "class", name, "d", "M%s %sV%s".formatted(n(x), n(from), n(to)));
  }

  void box(String name, double left, double right, double top, double bottom) {
    out.empty(
        "rect",
        "class",
        name,
        "x",
        n(left),
        "y",
        n(top),
        "width",
        n(right - left),
        "height",
        n(bottom - top));
  }

  /** In both panels: what is true of a time. */
  void shade(String name, double left, double right) {
    box(name, left, right, size.top(), size.coursesBottom());
    box(name, left, right, size.paceTop(), size.paceBottom());
  }
}
