package life.observe;

import java.util.Locale;

/** How much something that was noticed matters; the later, the more. */
public enum Severity {
  /** Worth a look: unusual, and maybe nothing. */
  NOTICE,
  /** Something is not as it should be. */
  WARNING,
  /** The being is in danger, or its record can't be trusted. */
  ALARM;

  /** Lower-case name, as it stands in HTTP, in the log and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
