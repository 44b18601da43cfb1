package life.http.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may do; each right includes those before it. */
public enum Right {
  /** Look at lives, their past and what is noticed in them. */
  OBSERVE,
  /** Let something happen to a being. */
  STIMULATE,
  /** Bear and bring in beings, rule over time, end the process. */
  OPERATE;

  /** The right of that word, such as {@code observe}. */
  public static Optional<Right> named(String word) {
    return Arrays.stream(values()).filter(right -> right.word().equals(word)).findFirst();
  }

  /** The word for it, such as {@code observe}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether whoever has this right has that one too. */
  public boolean includes(Right other) {
    return compareTo(other) >= 0;
  }
}
