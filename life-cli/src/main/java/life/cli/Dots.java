package life.cli;

/** Dots in the letters of a terminal: two by four in a braille letter, one by two in ASCII. */
final class Dots {
  private static final int EMPTY = 0x2800;

  /** The bits of a braille letter, by column and row. */
  private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

  /** By column and row, row 0 uppermost. */
  private final boolean[][] ink;

  private final boolean unicode;

  Dots(int letters, int lines, boolean unicode) {
    ink = new boolean[letters * across(unicode)][lines * down(unicode)];
    this.unicode = unicode;
  }

  static int across(boolean unicode) {
    return unicode ? 2 : 1;
  }

  private static int down(boolean unicode) {
    return unicode ? 4 : 2;
  }

  int height() {
    return ink[0].length;
  }

  /** Inks a column from one row to another, both included. */
  void line(int column, int upper, int lower) {
    for (int row = upper; row <= lower; row++) {
      ink[column][row] = true;
    }
  }

  /** One line of letters. */
  String line(int index) {
    var text = new StringBuilder();
    for (int left = 0; left < ink.length; left += across(unicode)) {
      text.append(unicode ? braille(left, index * down(true)) : ascii(left, index * down(false)));
    }
    return text.toString();
  }

  private char braille(int left, int top) {
    int letter = EMPTY;
    for (int column = 0; column < BITS.length; column++) {
      for (int row = 0; row < BITS[column].length; row++) {
        letter |= ink[left + column][top + row] ? BITS[column][row] : 0;
      }
    }
    return (char) letter;
  }

  private char ascii(int left, int top) {
    boolean upper = ink[left][top];
    boolean lower = ink[left][top + 1];
    return upper ? lower ? ':' : '\'' : lower ? '.' : ' ';
  }
}
