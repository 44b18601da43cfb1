package life.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG, with two pixels for each unit, in 8-bit RGB. An own writer, since the
 * JDK's needs a desktop and takes longer to start than all the rest.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int HEADER_BYTES = 13;
  private static final int DENSITY_BYTES = 9;
  private static final byte BITS = 8;
  private static final byte RGB = 2;
  private static final byte PER_METRE = 1;

  /** 96 units an inch, as in CSS. */
  private static final int PIXELS_PER_METRE = (int) (96 * Raster.SCALE / 0.0254);

  private Png() {}

  static byte[] write(Picture picture) {
    var raster = Raster.of(picture);
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header(raster));
    chunk(out, "pHYs", density());
    chunk(out, "IDAT", pixels(raster));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] header(Raster raster) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt(raster.width())
        .putInt(raster.height())
        .put(BITS)
        .put(RGB)
        .array();
  }

  private static byte[] density() {
    return ByteBuffer.allocate(DENSITY_BYTES)
        .putInt(PIXELS_PER_METRE)
        .putInt(PIXELS_PER_METRE)
        .put(PER_METRE)
        .array();
  }

  /** Each row begins with its filter: 0, none. */
  private static byte[] pixels(Raster raster) {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      for (int y = 0; y < raster.height(); y++) {
        deflater.setInput(new byte[1]);
        drain(deflater, buffer, out);
        deflater.setInput(raster.row(y));
        drain(deflater, buffer, out);
      }
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
    while (!deflater.needsInput()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    var name = type.getBytes(US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }
}
