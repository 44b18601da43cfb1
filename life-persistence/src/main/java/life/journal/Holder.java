package life.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that holds a data directory.
 *
 * @param pid 0 when it couldn't be read
 * @param since when it claimed the directory
 * @param address where it can be reached, once it is known
 */
public record Holder(long pid, Instant since, Optional<String> address) {

  private static final Holder UNKNOWN = new Holder(0, Instant.EPOCH, Optional.empty());
  private static final int PARTS = 3;

  byte[] toBytes() {
    return "%d%n%s%n%s%n"
        .formatted(pid, since, address.orElse(""))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Holder read(Path lock) throws IOException {
    String[] parts = Files.readString(lock).split("\\R", -1);
    if (parts.length < PARTS) {
      return UNKNOWN; // just being written
    }
    try {
      Optional<String> address = Optional.of(parts[2]).filter(text -> !text.isEmpty());
      return new Holder(Long.parseLong(parts[0]), Instant.parse(parts[1]), address);
    } catch (NumberFormatException | DateTimeException _) {
      return UNKNOWN;
    }
  }

  @Override
  public String toString() {
    if (pid == 0) {
      return "another process";
    }
    return "process %d since %s%s"
        .formatted(pid, since, address.map(at -> ", reachable at " + at).orElse(""));
  }
}
