package life.app;

import java.util.Locale;
import life.cli.Cli;
import life.cli.Console;
import life.dev.Dev;

/** The program's entry. Stays small: every class named here is loaded by every verb. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Else a machine that is set to Arabic or Persian writes its own digits into ids and lines.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    var console = Console.ofProcess();
    System.exit(
        Cli.of(console)
            .with("run", () -> new Run(settings -> new Running(console).run(settings)))
            .with("dev", () -> new Dev(console))
            .with(
                "token",
                () ->
                    new PrintToken(
                        console,
                        (right, data) -> TokenOfData.find(console.environment(), right, data)))
            .with("world", () -> Worlds.with((file, play) -> Checking.of(console, file, play)))
            .inside(() -> new Offline())
            .run(arguments));
  }
}
