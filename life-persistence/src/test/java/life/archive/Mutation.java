package life.archive;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What may become of a file on its way, by accident or by somebody's will. */
final class Mutation {
  private static final int HEADER = 9;

  private Mutation() {}

  /** Some bytes other than they were; never the same file. */
  static byte[] of(byte[] file, SplittableRandom random) {
    byte[] bytes = change(file, random);
    while (Arrays.equals(bytes, file)) {
      bytes = change(file, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] file, SplittableRandom random) {
    int at = random.nextInt(file.length);
    int length = 1 + random.nextInt(Math.min(64, file.length - at));
    var bytes = file.clone();
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(file, at);
      case 1 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 2 -> {
        for (int i = at; i < at + length; i++) {
          bytes[i] = (byte) random.nextInt();
        }
        yield bytes;
      }
      case 3 -> joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
      case 4 -> joined(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
      default -> joined(file, Arrays.copyOfRange(file, at, at + length));
    };
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Bytes of one block of facts changed, and the chain of hashes made right again. */
  static byte[] forged(byte[] file, SplittableRandom random) throws IOException {
    var forged = new ByteArrayOutputStream();
    var to = new DataOutputStream(forged);
    var from = ByteBuffer.wrap(file);
    byte[] magic = new byte[LifeFile.MAGIC.length];
    from.get(magic);
    to.write(magic);
    byte[] chain = magic;
    boolean done = false;
    while (from.remaining() > HEADER) {
      byte kind = from.get();
      byte[] raw = new byte[from.getInt()];
      byte[] packed = new byte[from.getInt()];
      from.get(packed);
      from.position(from.position() + LifeFile.CHAIN_BYTES);
      inflate(packed, raw);
      if (kind == LifeFile.FACTS && !done && random.nextBoolean()) {
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
          raw[8 + random.nextInt(raw.length - 8)] ^= (byte) (1 << random.nextInt(8));
        }
        done = true;
      }
      chain = LifeFile.chain(chain, kind, raw);
      byte[] again = deflate(raw);
      to.writeByte(kind);
      to.writeInt(raw.length);
      to.writeInt(again.length);
      to.write(again);
      to.write(chain);
    }
    return forged.toByteArray();
  }

  private static void inflate(byte[] packed, byte[] raw) {
    try (var inflater = new Inflater()) {
      inflater.setInput(packed);
      inflater.inflate(raw);
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] deflate(byte[] raw) {
    try (var deflater = new Deflater(1)) {
      deflater.setInput(raw);
      deflater.finish();
      byte[] packed = new byte[raw.length + 100];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }
}
