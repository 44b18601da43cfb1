package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types commands and reads what came. Never really waits. */
final class Shell {
  /** What one command left behind. */
  record Result(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  final List<Duration> waits = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final @Nullable ScriptedServer server;
  private boolean terminal;
  private boolean talkTerminal;
  private String input = "";
  private @Nullable Inside inside;

  Shell(@Nullable ScriptedServer server) {
    this.server = server;
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  Shell watched() {
    talkTerminal = true;
    return this;
  }

  /** What comes in at stdin, for every command. */
  Shell typing(String lines) {
    input = lines;
    return this;
  }

  Shell inside(Inside what) {
    inside = what;
    return this;
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Words are separated by single blanks. */
  Result type(String command) {
    return words(command.isEmpty() ? new String[0] : command.split(" ", -1));
  }

  /** Words that may have blanks in them. */
  Result words(String... words) {
    var out = new StringWriter();
    var bytes = new ByteArrayOutputStream();
    var err = new StringWriter();
    var visible = new HashMap<>(environment);
    if (server != null) {
      visible.putIfAbsent("LIFE_URL", server.url());
    }
    var console =
        new Console(
            out,
            bytes,
            new PrintWriter(err),
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            visible,
            terminal,
            talkTerminal,
            true);
    var patience = new Patience(4, Duration.ofSeconds(10), waits::add, console::say);
    var cli = Cli.of(console, patience);
    if (inside != null) {
      var given = inside;
      cli.inside(() -> given);
    }
    var exit = cli.run(words);
    return new Result(exit, out + bytes.toString(UTF_8), err.toString());
  }
}
