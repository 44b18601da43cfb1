package life.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Hears SIGTERM and Ctrl-C, each of them and every time. Java has no supported way to hear a second
 * one; {@code sun.misc.Signal} is called by reflection, since javac warns of it in a way that can't
 * be silenced.
 */
final class Signals {
  private static final List<String> NAMES = List.of("TERM", "INT");

  private Signals() {}

  /**
   * From now on signals end nothing by themselves.
   *
   * @param heard is given the number of the signal, on a thread of Java's that it must not hold up
   */
  static void hear(IntConsumer heard) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var number = signal.getMethod("getNumber");
      var proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  heard.accept((int) number.invoke(arguments[0]));
                }
                return null; // Java calls nothing else of it
              });
      for (var name : NAMES) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InstantiationException
        | InvocationTargetException e) {
      // A Java without them, or one told to leave signals alone (-Xrs): then it ends as Java does.
    }
  }
}
