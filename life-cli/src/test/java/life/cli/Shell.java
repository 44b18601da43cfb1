package life.cli;

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

  Shell(@Nullable ScriptedServer server) {
    this.server = server;
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Words are separated by single blanks. */
  Result type(String command) {
    var out = new StringWriter();
    var err = new StringWriter();
    var visible = new HashMap<>(environment);
    if (server != null) {
      visible.putIfAbsent("LIFE_URL", server.url());
    }
    var console = new Console(out, new PrintWriter(err), visible, terminal, true);
    var patience = new Patience(4, Duration.ofSeconds(10), waits::add, console::say);
    var exit =
        Cli.of(console, patience).run(command.isEmpty() ? new String[0] : command.split(" ", -1));
    return new Result(exit, out.toString(), err.toString());
  }
}
