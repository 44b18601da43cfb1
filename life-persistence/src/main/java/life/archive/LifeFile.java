package life.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import life.being.Fact;
import life.journal.FactFormat;

/**
 * The format of a {@code .life} file: a whole life, to be carried anywhere and verified there.
 *
 * <pre>
 * file    = "LIFE" version(1)  block(HEAD)  block(FACTS)*  block(END)
 * block   = kind(1)  raw length(4)  packed length(4)  packed bytes  chain(32)
 * HEAD    JSON: life, laws (version), program, exported
 * FACTS   seq of the first (8), then for each fact: milliseconds since the epoch (8), length (4), CBOR
 * END     JSON: facts (how many), state (hash of the last one)
 * packed  = raw, deflated (RFC 1950);  numbers are big endian
 * chain   = SHA-256 of the chain before, the kind, and the raw bytes; the first one before is "LIFE" version
 * </pre>
 *
 * So no byte can be changed, no block left out, moved or added, without the chain being broken from
 * there on; and a reader never holds more than one block.
 */
final class LifeFile {
  static final byte[] MAGIC = {'L', 'I', 'F', 'E', 1};

  static final byte HEAD = 'H';
  static final byte FACTS = 'F';
  static final byte END = 'E';

  /** A block of facts is closed when it has so many bytes. */
  static final int USUAL_BLOCK_BYTES = 256 << 10;

  /** No block has more; a reader refuses it before it takes memory for it. */
  static final int MOST_BLOCK_BYTES = 16 << 20;

  static final int CHAIN_BYTES = 32;

  private LifeFile() {}

  /**
   * A fact as a file tells it.
   *
   * @param at when it was written
   */
  record Entry(long seq, Instant at, Fact fact) {}

  /** The chain after one more block. */
  static byte[] chain(byte[] before, byte kind, byte[] raw) {
    var digest = sha256();
    digest.update(before);
    digest.update(kind);
    return digest.digest(raw);
  }

  static byte[] json(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode object() {
    return FactFormat.JSON.createObjectNode();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
