package life.bench;

import java.util.Locale;

/** Numbers as a reader takes them in: three or four digits that count. */
final class Wording {
  private Wording() {}

  static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 || size == Math.rint(size) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
