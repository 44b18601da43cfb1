package life.journal;

import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be written or read for now: disk full, I/O error, too much waiting, in use, or
 * closed.
 */
public final class JournalUnavailable extends JournalFailure {

  private static final long serialVersionUID = 1L;

  JournalUnavailable(String message) {
    this(message, null);
  }

  JournalUnavailable(String message, @Nullable Throwable cause) {
    super(message);
    initCause(cause);
  }
}
