package life.cli;

import java.util.Arrays;
import life.cli.Shape.Box;
import life.cli.Shape.Text;

/** A picture in pixels, two for each unit. What covers a pixel in part colours it in part. */
final class Raster {
  static final int SCALE = 2;
  private static final int CHANNELS = 3;

  /** Pixels for each dot of a letter, for each unit of its size. */
  private static final double DOT = SCALE * 0.1;

  private final int width;
  private final int height;
  private final byte[] rgb;

  private Raster(int width, int height) {
    this.width = width;
    this.height = height;
    rgb = new byte[width * height * CHANNELS];
    Arrays.fill(rgb, (byte) 0xFF);
  }

  static Raster of(Picture picture) {
    var raster = new Raster(picture.width() * SCALE, picture.height() * SCALE);
    for (var shape : picture.shapes()) {
      switch (shape) {
        case Box box -> raster.draw(box);
        case Text text -> raster.draw(text);
      }
    }
    return raster;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** One row of pixels: red, green and blue of each. */
  byte[] row(int y) {
    return Arrays.copyOfRange(rgb, y * width * CHANNELS, (y + 1) * width * CHANNELS);
  }

  private void draw(Box box) {
    fill(
        box.left() * SCALE,
        box.top() * SCALE,
        box.right() * SCALE,
        box.bottom() * SCALE,
        box.ink().rgb());
  }

  private void draw(Text text) {
    double dot = text.size() * DOT;
    double left = Math.round(text.left() * SCALE);
    double top = Math.round(text.baseline() * SCALE) - Glyphs.ASCENT * dot;
    for (int i = 0; i < text.words().length(); i++) {
      for (int column = 0; column < Glyphs.COLUMNS; column++) {
        for (int row = 0; row < Glyphs.ROWS; row++) {
          if (Glyphs.isInk(text.words().charAt(i), column, row)) {
            double x = left + (i * Glyphs.ADVANCE + column) * dot;
            double y = top + row * dot;
            fill(x, y, x + dot, y + dot, text.ink().rgb());
          }
        }
      }
    }
  }

  private void fill(double left, double top, double right, double bottom, int ink) {
    for (int y = (int) top; y < Math.min(height, bottom); y++) {
      double high = Math.min(y + 1, bottom) - Math.max(y, top);
      for (int x = (int) left; x < Math.min(width, right); x++) {
        blend(x, y, ink, high * (Math.min(x + 1, right) - Math.max(x, left)));
      }
    }
  }

  private void blend(int x, int y, int ink, double share) {
    int at = (y * width + x) * CHANNELS;
    for (int channel = 0; channel < CHANNELS; channel++) {
      int above = (ink >> ((CHANNELS - 1 - channel) * Byte.SIZE)) & 0xFF;
      int below = rgb[at + channel] & 0xFF;
      rgb[at + channel] = (byte) Math.round(below + (above - below) * share);
    }
  }
}
