package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command speaks: data to {@code data}, talk to {@code talk}. Not {@code System.out}, which
 * hides a broken pipe.
 *
 * @param terminal whether data goes to a terminal, so that colour is of use
 * @param unicode whether the terminal can be trusted with more than ASCII
 */
public record Console(
    Writer data,
    PrintWriter talk,
    Map<String, String> environment,
    boolean terminal,
    boolean unicode) {

  /** This process's own streams. The launcher knows whether stdout is a terminal and says so. */
  public static Console ofProcess() {
    var data =
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
    var talk =
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8), true);
    var encoding = System.getProperty("native.encoding", "").toUpperCase(Locale.ROOT);
    return new Console(
        data,
        talk,
        System.getenv(),
        Boolean.getBoolean("life.terminal"),
        encoding.startsWith("UTF"));
  }

  /** Writes one line of data. */
  public void line(String text) {
    try {
      data.write(text);
      data.write('\n');
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Hands on all data written so far; whoever follows a life wants it now. */
  public void flush() {
    try {
      data.flush();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Says something that is not data. */
  public void say(String text) {
    talk.println(text);
    talk.flush();
  }

  private static RuntimeException lost(IOException e) {
    var reason = String.valueOf(e.getMessage());
    return reason.contains("roken pipe") || reason.contains("Pipe closed")
        ? new BrokenPipe(e)
        : new Trouble(
            Exit.FAILED,
            "output-lost",
            "the output could not be written: " + reason,
            "check the disk or the program that the output goes to",
            e);
  }
}
