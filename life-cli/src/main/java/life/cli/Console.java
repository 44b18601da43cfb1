package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command speaks: data to {@code data}, talk to {@code talk}. Not {@code System.out}, which
 * hides a broken pipe.
 *
 * @param bytes where data goes that is no text; the same place as {@code data}, unbuffered
 * @param input what is typed or piped in
 * @param terminal whether data goes to a terminal, so that colour is of use
 * @param talkTerminal whether talk goes to a terminal, so that progress is of use
 * @param unicode whether the terminal can be trusted with more than ASCII
 */
public record Console(
    Writer data,
    OutputStream bytes,
    PrintWriter talk,
    InputStream input,
    Map<String, String> environment,
    boolean terminal,
    boolean talkTerminal,
    boolean unicode) {

  /** For verbs that only write text: nothing is typed in, and bytes go nowhere. */
  public Console(
      Writer data,
      PrintWriter talk,
      Map<String, String> environment,
      boolean terminal,
      boolean unicode) {
    this(
        data,
        OutputStream.nullOutputStream(),
        talk,
        InputStream.nullInputStream(),
        environment,
        terminal,
        false,
        unicode);
  }

  /** This process's own streams. The launcher knows which of them are terminals and says so. */
  public static Console ofProcess() {
    var bytes = new FileOutputStream(FileDescriptor.out);
    var data = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8));
    var talk =
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8), true);
    var encoding = System.getProperty("native.encoding", "").toUpperCase(Locale.ROOT);
    return new Console(
        data,
        bytes,
        talk,
        new FileInputStream(FileDescriptor.in),
        System.getenv(),
        Boolean.getBoolean("life.terminal"),
        Boolean.getBoolean("life.terminal.talk"),
        encoding.startsWith("UTF"));
  }

  /** Writes one line of data. */
  public void line(String text) {
    text(text + '\n');
  }

  /** Writes data as it is. */
  void text(String text) {
    try {
      data.write(text);
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

  /** What a failure to write data means: the reader has gone, or the data is lost. */
  static RuntimeException lost(IOException e) {
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
