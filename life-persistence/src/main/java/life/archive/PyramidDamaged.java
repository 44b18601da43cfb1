package life.archive;

import org.jspecify.annotations.Nullable;

/** What is kept of a pyramid is not what was written, or is about another life. */
final class PyramidDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PyramidDamaged(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
