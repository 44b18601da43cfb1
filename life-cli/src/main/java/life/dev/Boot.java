package life.dev;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Runs a program whose classes are apart from the class path, so that Java learns for its AOT cache
 * only what comes from libraries. A cache that knew our own classes would run their old code after
 * they have changed, without a word.
 */
public final class Boot {
  private Boot() {}

  /** The folders of the program, separated as in a class path; its main class; its arguments. */
  public static void main(String[] arguments)
      throws MalformedURLException,
          ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    var folders = new ArrayList<URL>();
    for (var folder : arguments[0].split(File.pathSeparator, -1)) {
      folders.add(Path.of(folder).toUri().toURL());
    }
    var loader = new URLClassLoader(folders.toArray(URL[]::new), Boot.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass(arguments[1])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
  }
}
