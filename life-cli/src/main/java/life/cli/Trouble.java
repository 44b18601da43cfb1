package life.cli;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in a way the person at the keyboard can understand: what happened and
 * why ({@code message}), a stable word for scripts ({@code code}), and what to do ({@code hint}).
 */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;
  private final String code;
  private final String hint;

  public Trouble(Exit exit, String code, String message, String hint) {
    this(exit, code, message, hint, null);
  }

  public Trouble(Exit exit, String code, String message, String hint, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.exit = exit;
    this.code = code;
    this.hint = hint;
  }

  Exit exit() {
    return exit;
  }

  String code() {
    return code;
  }

  String hint() {
    return hint;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  Trouble withHint(String better) {
    return new Trouble(exit, code, message(), better, getCause());
  }
}
