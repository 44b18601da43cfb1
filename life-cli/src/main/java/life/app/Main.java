package life.app;

import life.cli.Cli;
import life.cli.Console;

/** The program's entry. Stays small: every class named here is loaded by every verb. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Cli.of(Console.ofProcess()).run(arguments));
  }
}
