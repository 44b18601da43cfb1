package life.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The script with which a shell completes our words. */
@Command(
    name = "completion",
    header = "Print the completion script for bash and zsh.",
    footer = {
      "%nExamples:",
      "  source <(life completion)                   for this shell",
      "  life completion > ~/.local/share/bash-completion/completions/life"
    })
final class Completion implements Runnable {
  @Mixin final Speaking speaking = new Speaking();

  private final Console console;

  @Spec CommandSpec spec = CommandSpec.create();

  Completion(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    var script = AutoComplete.bash("life", spec.root().commandLine());
    if (speaking.json()) {
      console.line(Json.text(Json.object().put("script", script)));
    } else {
      console.line(script.stripTrailing());
    }
  }
}
