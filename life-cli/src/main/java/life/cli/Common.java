package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

  private final Console console;
  private final Manners manners;
  private final Patience patience;

  private @Nullable Wire wire;

  Common(Console console, Manners manners, Patience patience) {
    this.console = console;
    this.manners = manners;
    this.patience = patience;
  }

  /** The way to the server, made when first asked for. */
  Wire wire() {
    if (wire == null) {
      wire =
          new Wire(Where.find(url, console.environment(), Where.configFile(console.environment())));
    }
    return wire;
  }

  @Override
  public void close() {
    if (wire != null) {
      wire.close();
    }
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

  /** A word to people; machines need none. */
  void hint(String text) {
    if (!json()) {
      console.say(paint().faint(text));
    }
  }
}
