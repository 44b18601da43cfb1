package life.cli;

/** Letters of five by eight dots for ASCII; the lowest row is for what hangs below the line. */
final class Glyphs {
  static final int COLUMNS = 5;
  static final int ROWS = 8;

  /** From one letter to the next, in dots. */
  static final int ADVANCE = 6;

  /** The rows that stand on the line. */
  static final int ASCENT = 7;

  private static final char FIRST = ' ';
  private static final char LAST = '~';
  private static final int DIGITS = 2 * COLUMNS;
  private static final int HEX = 16;

  /** From space to tilde: five columns from the left, each two digits, the lowest bit uppermost. */
  private static final String DOTS =
      """
      0000000000 00005f0000 0007000700 147f147f14 242a7f2a12 2313086462 3649552250 0000050300
      001c224100 0041221c00 14083e0814 08083e0808 0080600000 0808080808 0000606000 2010080402
      3e5149453e 00427f4000 4261514946 2141454b31 1814127f10 2745454539 3c4a494930 0171090503
      3649494936 064949291e 0000363600 0080760000 0814224100 1414141414 0041221408 0201510906
      324979413e 7e1111117e 7f49494936 3e41414122 7f4141221c 7f49494941 7f09090901 3e4149497a
      7f0808087f 00417f4100 2040413f01 7f08142241 7f40404040 7f020c027f 7f0408107f 3e4141413e
      7f09090906 3e4151215e 7f09192946 4649494931 01017f0101 3f4040403f 1f2040201f 3f4038403f
      6314081463 0708700807 6151494543 007f414100 0204081020 0041417f00 0402010204 8080808080
      0001020400 2054545478 7f48444438 3844444428 384444487f 3854545418 087e090102 18a4a4a47c
      7f08040478 00447d4000 4080847d00 7f10284400 00417f4000 7c0418047c 7c08040478 3844444438
      fc24242418 18242424fc 7c08040408 4854545420 043f444020 3c4040207c 1c2040201c 3c4030403c
      4428102844 1ca0a0a07c 4464544c44 0008364100 00007f0000 0041360800 1008081008
      """
          .replaceAll("\\s", "");

  private Glyphs() {}

  /** Whether there is ink; letters other than ASCII look like a question mark. */
  static boolean isInk(char letter, int column, int row) {
    char shown = letter < FIRST || letter > LAST ? '?' : letter;
    int start = (shown - FIRST) * DIGITS + 2 * column;
    return (Integer.parseInt(DOTS, start, start + 2, HEX) >> row & 1) == 1;
  }
}
