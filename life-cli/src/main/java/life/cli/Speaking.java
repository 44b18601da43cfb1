package life.cli;

import picocli.CommandLine.Option;

/** The two options that every verb takes: in which manner it speaks. */
public final class Speaking {
  /** The choices of {@code --color}; only checked here, {@link Manners} reads it. */
  enum Color {
    auto,
    always,
    never
  }

  @Option(names = "--json", description = "Data as JSON on stdout, errors as JSON on stderr.")
  boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never. auto: on a terminal, unless NO_COLOR is set.")
  Color color = Color.auto;

  public boolean json() {
    return json;
  }
}
