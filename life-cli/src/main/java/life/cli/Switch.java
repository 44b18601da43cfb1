package life.cli;

/** Whether something is done; the words as they stand on the command line. */
public enum Switch {
  on,
  off
}
