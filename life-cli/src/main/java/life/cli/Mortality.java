package life.cli;

/** Whether a being can die, in the words of the command line. */
public enum Mortality {
  on,
  off
}
