package life.archive;

import static life.archive.LifeFile.CHAIN_BYTES;
import static life.archive.LifeFile.MAGIC;
import static life.archive.LifeFile.MOST_BLOCK_BYTES;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import life.archive.LifeFile.Entry;
import life.being.LifeId;
import life.being.StateHash;
import life.journal.FactFormat;
import life.journal.FactSerializer;

/**
 * Reads a {@link LifeFile} that may come from anybody. It holds one block at a time, takes no more
 * memory than a block may have, and whatever is wrong is a {@link LifeFileDamaged} with its place.
 */
final class LifeFileReader {
  private final DataInputStream from;
  private byte[] chain = MAGIC;
  private long facts;

  /** What the file says of itself. */
  record Head(LifeId life, int laws) {}

  /** What the file says of its end. */
  record End(long facts, StateHash state) {}

  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  private record Block(byte kind, byte[] raw) {}

  LifeFileReader(InputStream from) {
    this.from = new DataInputStream(from);
  }

  Head head() throws IOException {
    byte[] magic = new byte[MAGIC.length];
    read(magic, "its first bytes");
    if (!Arrays.equals(magic, 0, 4, MAGIC, 0, 4)) {
      throw new LifeFileDamaged("this is no .life file: it does not begin with LIFE");
    }
    if (magic[4] != MAGIC[4]) {
      throw new LifeFileDamaged(
          "its format is version %d; this program reads version %d".formatted(magic[4], MAGIC[4]));
    }
    var head = json(expect(block("its head"), LifeFile.HEAD, "head"), "head");
    int laws = head.path("laws").asInt(-1);
    try {
      return new Head(new LifeId(head.path("life").asText("")), laws);
    } catch (IllegalArgumentException e) {
      throw new LifeFileDamaged("its head names no life: " + e.getMessage());
    }
  }

  /** Gives every fact to {@code each}, in order, and returns what the file says of its end. */
  End facts(Consumer<Entry> each) throws IOException {
    while (true) {
      var block = block("the block after fact " + facts);
      if (block.kind() != LifeFile.FACTS) {
        return end(json(expect(block, LifeFile.END, "end"), "end"));
      }
      facts(block.raw(), each);
    }
  }

  private void facts(byte[] raw, Consumer<Entry> each) {
    var bytes = ByteBuffer.wrap(raw);
    try {
      long first = bytes.getLong();
      if (first != facts + 1) {
        throw new LifeFileDamaged(
            "a block begins with fact %d after fact %d".formatted(first, facts));
      }
      while (bytes.hasRemaining()) {
        var at = Instant.ofEpochMilli(bytes.getLong());
        int length = bytes.getInt();
        if (length < 1 || length > bytes.remaining()) {
          throw new LifeFileDamaged(
              "fact %d has a length of %d bytes".formatted(facts + 1, length));
        }
        byte[] fact = new byte[length];
        bytes.get(fact);
        facts++;
        each.accept(new Entry(facts, at, FactSerializer.readForeign(fact)));
      }
    } catch (BufferUnderflowException e) {
      throw new LifeFileDamaged("fact %d ends early".formatted(facts + 1));
    } catch (IOException e) {
      throw new LifeFileDamaged(
          "fact %d can't be read: %s".formatted(facts, firstLine(String.valueOf(e.getMessage()))));
    }
  }

  private End end(JsonNode end) throws IOException {
    if (from.read() >= 0) {
      throw new LifeFileDamaged("there is more after its end");
    }
    try {
      return new End(end.path("facts").asLong(-1), new StateHash(end.path("state").asText("")));
    } catch (IllegalArgumentException e) {
      throw new LifeFileDamaged("its end has no state: " + e.getMessage());
    }
  }

  private static byte[] expect(Block block, byte kind, String name) {
    if (block.kind() != kind) {
      throw new LifeFileDamaged(
          "where its %s should be is a block of kind %d".formatted(name, block.kind()));
    }
    return block.raw();
  }

  private Block block(String what) throws IOException {
    byte[] lengths = new byte[9];
    read(lengths, what);
    var sizes = ByteBuffer.wrap(lengths);
    byte kind = sizes.get();
    byte[] raw = new byte[bounded(sizes.getInt(), what)];
    byte[] packed = new byte[bounded(sizes.getInt(), what)];
    read(packed, what);
    inflate(packed, raw, what);
    byte[] written = new byte[CHAIN_BYTES];
    read(written, what);
    chain = LifeFile.chain(chain, kind, raw);
    if (!Arrays.equals(chain, written)) {
      throw new LifeFileDamaged(
          "the chain of hashes is broken at " + what + ": something before it was changed");
    }
    return new Block(kind, raw);
  }

  private static int bounded(int length, String what) {
    if (length < 0 || length > MOST_BLOCK_BYTES) {
      throw new LifeFileDamaged(
          "%s would have %d bytes; no block has more than %d"
              .formatted(what, length & 0xffffffffL, MOST_BLOCK_BYTES));
    }
    return length;
  }

  private static void inflate(byte[] packed, byte[] raw, String what) {
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int length = 0;
      while (length < raw.length) {
        int more = inflater.inflate(raw, length, raw.length - length);
        if (more == 0) {
          throw new LifeFileDamaged(what + " unpacks to fewer bytes than it says");
        }
        length += more;
      }
      if (inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
        throw new LifeFileDamaged(what + " unpacks to more bytes than it says");
      }
    } catch (DataFormatException e) {
      throw new LifeFileDamaged(what + " can't be unpacked");
    } finally {
      inflater.end();
    }
  }

  private void read(byte[] bytes, String what) throws IOException {
    try {
      from.readFully(bytes);
    } catch (EOFException e) {
      throw new LifeFileDamaged("it ends within " + what);
    }
  }

  private static JsonNode json(byte[] raw, String name) {
    try {
      return FactFormat.JSON.readTree(raw);
    } catch (IOException e) {
      throw new LifeFileDamaged("its " + name + " can't be read");
    }
  }

  private static String firstLine(String message) {
    var line = message.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
