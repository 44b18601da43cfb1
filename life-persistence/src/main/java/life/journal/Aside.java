package life.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Opens what may be lost: where it is damaged it is moved aside, and begun anew. */
final class Aside {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private Aside() {}

  /**
   * Opens a directory.
   *
   * @param opening opens it, and creates it where nothing is
   * @param told is told where the damaged one went, and what was wrong with it
   * @throws JournalUnavailable when the directory can't be used
   */
  static <T> T open(Path directory, Supplier<T> opening, BiConsumer<Path, JournalDamaged> told) {
    try {
      return opening.get();
    } catch (JournalDamaged e) {
      Path aside =
          directory.resolveSibling(
              directory.getFileName() + ".damaged-" + STAMP.format(Clock.systemUTC().instant()));
      told.accept(aside, e);
      try {
        Files.move(directory, aside);
      } catch (IOException moving) {
        moving.addSuppressed(e);
        throw new JournalUnavailable(
            "The damaged directory %s can't be moved aside: %s".formatted(directory, moving),
            moving);
      }
      return opening.get();
    }
  }
}
