package life.archive;

import static life.archive.LifeFile.MAGIC;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import life.being.Fact;
import life.being.LifeId;
import life.being.StateHash;
import life.journal.FactSerializer;

/** Writes a {@link LifeFile}: facts from number 1 on, in order, then the end. */
final class LifeFileWriter {
  private final DataOutputStream to;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private byte[] chain = MAGIC;
  private long facts;

  LifeFileWriter(OutputStream to, LifeId life, int lawsVersion, String program, Instant now)
      throws IOException {
    this.to = new DataOutputStream(to);
    this.to.write(MAGIC);
    var head = LifeFile.object().put("life", life.slug()).put("laws", lawsVersion);
    block(
        LifeFile.HEAD, LifeFile.json(head.put("program", program).put("exported", now.toString())));
  }

  void add(Instant at, Fact fact) throws IOException {
    var into = new DataOutputStream(block);
    if (block.size() == 0) {
      into.writeLong(facts + 1);
    }
    byte[] bytes = FactSerializer.write(fact);
    into.writeLong(at.toEpochMilli());
    into.writeInt(bytes.length);
    into.write(bytes);
    facts++;
    if (block.size() >= LifeFile.USUAL_BLOCK_BYTES) {
      flush();
    }
  }

  /** Ends the file; does not close the stream. */
  void end(StateHash state) throws IOException {
    flush();
    var end = LifeFile.object().put("facts", facts).put("state", state.hex());
    block(LifeFile.END, LifeFile.json(end));
    to.flush();
  }

  private void flush() throws IOException {
    if (block.size() > 0) {
      block(LifeFile.FACTS, block.toByteArray());
      block.reset();
    }
  }

  private void block(byte kind, byte[] raw) throws IOException {
    byte[] packed = packed(raw);
    chain = LifeFile.chain(chain, kind, raw);
    to.writeByte(kind);
    to.writeInt(raw.length);
    to.writeInt(packed.length);
    to.write(packed);
    to.write(chain);
  }

  private static byte[] packed(byte[] raw) throws IOException {
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var deflating = new DeflaterOutputStream(packed, deflater)) {
      deflating.write(raw);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
