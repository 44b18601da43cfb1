package life.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a journal is damaged, as far as it is known.
 *
 * @param file the damaged file, or the directory when no file is known
 * @param offset in bytes from the start of the file
 * @param life the life whose facts cannot be read
 * @param seq the first fact of that life that cannot be read
 */
public record Place(Path file, OptionalLong offset, Optional<String> life, OptionalLong seq) {

  private static final Pattern FILE =
      Pattern.compile("([^\\s:\"']*?/)?(MANIFEST-\\d+|CURRENT|\\d{6,}\\.(sst|log))");
  private static final Pattern OFFSET = Pattern.compile("offset[ :=]+(\\d{1,18})");

  static Place of(Path file) {
    return new Place(file, OptionalLong.empty(), Optional.empty(), OptionalLong.empty());
  }

  static Place of(Path directory, String life, long seq) {
    return new Place(directory, OptionalLong.empty(), Optional.of(life), OptionalLong.of(seq));
  }

  /** What a message of RocksDB tells about the place, within {@code directory}. */
  static Place told(Path directory, String message) {
    Matcher file = FILE.matcher(message);
    Matcher offset = OFFSET.matcher(message);
    return new Place(
        file.find() ? directory.resolve(file.group(2)) : directory,
        offset.find() ? OptionalLong.of(Long.parseLong(offset.group(1))) : OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** This place with the life and fact that were being read, unless they are known already. */
  Place reading(String readLife, long readSeq) {
    return life.isPresent()
        ? this
        : new Place(file, offset, Optional.of(readLife), OptionalLong.of(readSeq));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file.toString());
    offset.ifPresent(bytes -> text.append(" at byte ").append(bytes));
    life.ifPresent(name -> text.append(", life ").append(name));
    seq.ifPresent(number -> text.append(", fact ").append(number));
    return text.toString();
  }
}
