package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every client verb takes, and what it needs to speak and to reach the server. */
final class Common implements AutoCloseable {
  @Mixin final Speaking speaking = new Speaking();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where Life is. Default: LIFE_URL, else the config file's port, else http://127.0.0.1:7717.")
  @Nullable String url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Read a data directory where no Life runs, or reach the Life that has it. Not with --url.")
  @Nullable Path data;

  private final Console console;
  private final Manners manners;
  private final Patience patience;
  private final @Nullable Supplier<Inside> insides;

  private @Nullable Wire wire;
  private @Nullable Inside inside;

  Common(Console console, Manners manners, Patience patience, @Nullable Supplier<Inside> insides) {
    this.console = console;
    this.manners = manners;
    this.patience = patience;
    this.insides = insides;
  }

  /** The way to the server, for a verb that adds no life to it. */
  Wire wire() {
    return wire(false);
  }

  /**
   * The way to the server, made when first asked for.
   *
   * @param writing whether a life will be added; of use with {@code --data} only
   */
  Wire wire(boolean writing) {
    if (wire == null) {
      var door = door(writing);
      wire = new Wire(door.address(), door.token().or(this::saidToken));
    }
    return wire;
  }

  private Optional<String> saidToken() {
    return Optional.ofNullable(console.environment().get("LIFE_TOKEN"))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private Inside.Door door(boolean writing) {
    if (data == null) {
      var configFile = Where.configFile(console.environment());
      return new Inside.Door(Where.find(url, console.environment(), configFile), Optional.empty());
    }
    if (url != null) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "two-places",
          "--data and --url both say where Life is",
          "give one of them: --data DIR for a folder, --url URL for a running Life");
    }
    return inside().open(data, writing);
  }

  /** What works on folders and files without a server. */
  Inside inside() {
    if (inside == null) {
      if (insides == null) {
        throw new Trouble(
            Exit.FAILED,
            "no-inside",
            "this program can only speak to a running Life",
            "start Life with `life run`, and ask it without --data and without a file");
      }
      inside = insides.get();
    }
    return inside;
  }

  @Override
  public void close() {
    if (wire != null) {
      wire.close();
    }
    if (inside != null) {
      inside.close();
    }
  }

  /** How far a long work is, for people at a terminal. */
  Progress progress() {
    var ci = console.environment().getOrDefault("CI", "");
    return new Progress(console, console.talkTerminal() && ci.isEmpty() && !json());
  }

  boolean json() {
    return speaking.json();
  }

  Console console() {
    return console;
  }

  Patience patience() {
    return patience;
  }

  Paint paint() {
    return new Paint(manners.colour());
  }

  Bar bar() {
    return new Bar(24, console.unicode());
  }

  /** Writes a document for machines, on one line. */
  void document(JsonNode document) {
    console.line(Json.text(document));
  }

  /** Writes lines for reading. */
  void lines(Iterable<String> lines) {
    lines.forEach(console::line);
  }

  /** A word to people; machines need none. */
  void hint(String text) {
    if (!json()) {
      console.say(paint().faint(text));
    }
  }
}
