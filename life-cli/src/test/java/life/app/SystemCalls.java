package life.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a process asked of the operating system, as {@code strace -f -y} wrote it down. */
final class SystemCalls {
  private static final Pattern CALL =
      Pattern.compile("(\\d+)\\s+(?:[\\d:.]+\\s+)?(\\w+)\\((\\d+)<([^>]*)>(.*)");
  private static final Pattern RESUMED =
      Pattern.compile("(\\d+)\\s+(?:[\\d:.]+\\s+)?<\\.\\.\\. (\\w+) resumed>(.*)");
  private static final Pattern DONE = Pattern.compile("(?s).*= \\d+$");

  /**
   * One call.
   *
   * @param name such as {@code fdatasync}
   * @param file the path or socket that its first argument stands for
   * @param rest its other arguments
   * @param began the line of the trace at which it began
   * @param ended the line at which it had succeeded; never, if that is the largest number
   */
  record Call(String name, String file, String rest, int began, int ended) {
    boolean isSync() {
      return name.equals("fdatasync") || name.equals("fsync");
    }

    boolean isWrite() {
      return !isSync();
    }
  }

  private SystemCalls() {}

  /** The words before a command of which these calls are to be written down. */
  static List<String> traceInto(Path file) {
    return List.of(
        "strace",
        "-f",
        "-y",
        "-s",
        "8192",
        "-e",
        "trace=fdatasync,fsync,write,writev,pwrite64,pwritev,sendto,sendmsg",
        "-o",
        file.toString());
  }

  /** Reads what was traced, in the order in which the calls began. */
  static List<Call> read(Path file) throws IOException {
    var lines = Files.readAllLines(file, ISO_8859_1);
    var calls = new ArrayList<Call>();
    Map<String, Integer> unfinished = new HashMap<>(); // thread and name to the call's place
    for (int at = 0; at < lines.size(); at++) {
      var call = CALL.matcher(lines.get(at));
      var resumed = RESUMED.matcher(lines.get(at));
      if (call.matches()) {
        var rest = call.group(5);
        calls.add(new Call(call.group(2), call.group(4), rest, at, ended(rest, at)));
        if (rest.endsWith("<unfinished ...>")) {
          unfinished.put(call.group(1) + call.group(2), calls.size() - 1);
        }
      } else if (resumed.matches()) {
        var place = unfinished.remove(resumed.group(1) + resumed.group(2));
        if (place != null) {
          var begun = calls.get(place);
          calls.set(
              place,
              new Call(
                  begun.name(),
                  begun.file(),
                  begun.rest() + resumed.group(3),
                  begun.began(),
                  ended(resumed.group(3), at)));
        }
      }
    }
    return calls;
  }

  private static int ended(String rest, int at) {
    return DONE.matcher(rest).matches() ? at : Integer.MAX_VALUE;
  }
}
