package life.dev;

import java.nio.file.Path;

/** What editors write beside the file that a person edits. */
final class Scratch {
  private Scratch() {}

  /** By its name alone, for the file is often gone before anybody could look at it. */
  static boolean is(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.startsWith(".")
        || name.endsWith("~")
        || name.matches(".*\\.sw[a-z]")
        // Vim asks with this one whether it may create files here.
        || name.equals("4913")
        || (name.startsWith("#") && name.endsWith("#"))
        || name.contains("___jb_");
  }
}
