package life.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The file {@value #NAME} of a data directory. It is there as a whole or not at all, and whoever
 * reads it knows whether a single bit of it has changed: its first field is the SHA-256 of all that
 * follows.
 */
final class RestartFile {
  static final String NAME = "restart-state.json";

  /** The one before, kept for a look. */
  static final String BEFORE = NAME + ".before";

  private static final String NEW = NAME + ".new";
  private static final String HEAD = "{\"sha256\":\"";
  private static final String MIDDLE = "\",\"restart\":";
  private static final String END = "}\n";
  private static final int DIGITS = 64;
  private static final long MOST_BYTES = 16 << 20;

  /** It is not what was written. */
  static final class Torn extends Exception {
    private static final long serialVersionUID = 1L;

    Torn(String why) {
      super(why, null, false, false);
    }
  }

  private final Path directory;

  RestartFile(Path directory) {
    this.directory = directory;
  }

  boolean isThere() {
    return Files.exists(directory.resolve(NAME));
  }

  /** Writes it anew; durable when this returns. */
  void write(String document) throws IOException {
    var text = HEAD + hash(document.getBytes(UTF_8)) + MIDDLE + document + END;
    var fresh = directory.resolve(NEW);
    try (var file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    putAside();
    Files.move(fresh, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    sync();
  }

  /** Takes it away; what it said is kept as the one before. */
  void putAside() throws IOException {
    if (isThere()) {
      Files.move(
          directory.resolve(NAME), directory.resolve(BEFORE), StandardCopyOption.ATOMIC_MOVE);
      sync();
    }
  }

  /**
   * What was written.
   *
   * @throws Torn if anything of it was changed or is missing
   */
  String read() throws IOException, Torn {
    var file = directory.resolve(NAME);
    if (Files.size(file) > MOST_BYTES) {
      throw new Torn("it is larger than any that Life writes");
    }
    byte[] bytes = Files.readAllBytes(file);
    int from = HEAD.length() + DIGITS + MIDDLE.length();
    int to = bytes.length - END.length();
    if (to < from
        || !isAt(bytes, 0, HEAD)
        || !isAt(bytes, HEAD.length() + DIGITS, MIDDLE)
        || !isAt(bytes, to, END)) {
      throw new Torn("it is torn or changed");
    }
    byte[] document = Arrays.copyOfRange(bytes, from, to);
    if (!isAt(bytes, HEAD.length(), hash(document))) {
      throw new Torn("it is torn or changed: its SHA-256 does not fit");
    }
    return new String(document, UTF_8);
  }

  private static boolean isAt(byte[] bytes, int from, String text) {
    byte[] right = text.getBytes(US_ASCII);
    return Arrays.equals(bytes, from, from + right.length, right, 0, right.length);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void sync() throws IOException {
    try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
