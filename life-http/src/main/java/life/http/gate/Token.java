package life.http.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a data directory: 256 random bits. It is itself the token of those who may {@link
 * Right#OPERATE}; the tokens of lesser rights are made from it (HMAC-SHA256, RFC 2104), and don't
 * lead back to it. It is never printed but where somebody asks for it.
 */
public final class Token {
  /** The file in a data directory that holds it, for its owner alone. */
  public static final String FILE = "token";

  private static final int BYTES = 32;
  private static final Pattern TEXT = Pattern.compile("[0-9a-f]{64}");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final Map<Right, String> texts = new EnumMap<>(Right.class);

  private Token(byte[] secret) {
    for (var right : Right.values()) {
      texts.put(
          right, right == Right.OPERATE ? HexFormat.of().formatHex(secret) : of(secret, right));
    }
  }

  private static String of(byte[] secret, Right right) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(("life " + right.word()).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** A new one that is kept nowhere. */
  public static Token random() {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return new Token(secret);
  }

  /**
   * The token of a data directory; made, and readable for its owner alone, when there is none yet.
   *
   * @throws IOException if it can't be written
   * @throws IllegalStateException if the file is not as it was made, with words on what to do
   */
  public static Token in(Path directory) throws IOException {
    var known = find(directory);
    if (known.isPresent()) {
      return known.get();
    }
    var made = random();
    write(directory, made.of(Right.OPERATE) + "\n");
    return find(directory).orElse(made);
  }

  /**
   * The token of a data directory, if it has one.
   *
   * @throws IOException if it can't be read
   * @throws IllegalStateException if the file is not as it was made, with words on what to do
   */
  public static Optional<Token> find(Path directory) throws IOException {
    var file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(Files.getPosixFilePermissions(file));
    others.retainAll(OTHERS);
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          "others than its owner may use the file "
              + file
              + "; make it private: chmod 600 "
              + file);
    }
    var text = Files.readString(file).strip();
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalStateException(
          "the file "
              + file
              + " holds no token, which is 64 digits and letters a to f; remove it, and the next start makes a new one");
    }
    return Optional.of(new Token(HexFormat.of().parseHex(text)));
  }

  /** Whole or not at all, and never over one that somebody else just made. */
  private static void write(Path directory, String text) throws IOException {
    var draft =
        Files.createTempFile(
            directory, FILE, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        channel.force(true);
      }
      Files.createLink(directory.resolve(FILE), draft);
    } catch (FileAlreadyExistsException e) {
      // The other one is as good.
    } catch (UnsupportedOperationException e) {
      Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The text that gives that right. */
  public String of(Right right) {
    return Optional.ofNullable(texts.get(right)).orElseThrow();
  }

  /** The right that a text gives, if any; found in the same time whatever the text is. */
  public Optional<Right> rightOf(String text) {
    var given = text.getBytes(UTF_8);
    Optional<Right> found = Optional.empty();
    for (var right : Right.values()) {
      if (MessageDigest.isEqual(of(right).getBytes(UTF_8), given)) {
        found = Optional.of(right);
      }
    }
    return found;
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "Token";
  }
}
