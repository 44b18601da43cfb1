package life.app;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import life.cli.Cli;
import life.cli.Console;

/** A Life of which one part never ends; its first argument names it. */
public final class HungLife {
  private HungLife() {}

  public static void main(String[] arguments) {
    var hung = arguments[0];
    var console = Console.ofProcess();
    if (hung.equals(Patiences.JOURNAL)) {
      Runtime.getRuntime().addShutdownHook(new Thread(HungLife::hang));
    }
    var words = Arrays.copyOfRange(arguments, 1, arguments.length);
    System.exit(
        Cli.of(console)
            .with(
                "run",
                () ->
                    new Run(
                        settings -> new Running(console, part -> hangs(part, hung)).run(settings)))
            .run(words));
  }

  private static Component hangs(Component part, String hung) {
    return part.name().equals(hung)
        ? new Component(part.name(), part.patience(), CompletableFuture::new, part.force())
        : part;
  }

  private static void hang() {
    new CompletableFuture<Void>().join();
  }
}
