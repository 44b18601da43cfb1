package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A life from a file. */
@Command(
    name = "import",
    header = "Bring a life from a file into this world; it lives on here.",
    description =
        "It is lived again and compared first; a life that is not what its laws make is refused.",
    footer = {
      "%nExamples:",
      "  life import ada.life",
      "  life import ada.life --as ada-2        under another name",
      "  ssh far life export ada -o - | life import -"
    })
final class Import implements Runnable {
  @Mixin final Common common;

  @Parameters(paramLabel = "FILE", description = "A .life file; - is stdin.")
  String input = "";

  @Option(names = "--as", paramLabel = "NAME", description = "What it shall be called here.")
  @Nullable String name;

  @Option(
      names = "--unverified",
      description = "Take it as it is, without living it again; only its checksums are checked.")
  boolean unverified;

  Import(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var path =
        "/v1/admin/imports?"
            + (name == null ? "" : "as=" + Wire.encoded(name) + "&")
            + "verify="
            + !unverified;
    var wire = common.wire(true);
    tell(new Working(common, wire, "importing " + input).result(sent(wire, path)));
  }

  private Answer sent(Wire wire, String path) {
    if (input.equals("-")) {
      return sent(wire, path, common.console().input(), -1);
    }
    var file = Path.of(input);
    try (var bytes = Files.newInputStream(file)) {
      // A pipe has no length, but something to read.
      var length = Files.isRegularFile(file) ? Files.size(file) : -1;
      if (Files.isDirectory(file)) {
        throw unreadable("it is a folder", null);
      }
      if (length == 0) {
        throw unreadable("it is empty", null);
      }
      return sent(wire, path, bytes, length);
    } catch (IOException e) {
      throw unreadable(Files.exists(file) ? e.toString() : "there is no such file", e);
    }
  }

  private Answer sent(Wire wire, String path, InputStream bytes, long length) {
    try (var progress = common.progress()) {
      var counted =
          new Counted(bytes, sent -> progress.at("sending bytes", sent, Math.max(0, length)));
      return wire.upload(path, counted, length);
    }
  }

  private Trouble unreadable(String why, @Nullable IOException cause) {
    return new Trouble(
        Exit.WRONG_USAGE,
        "file-unreadable",
        input + " can't be read: " + why,
        "name a file that `life export` has written",
        cause);
  }

  private void tell(JsonNode result) {
    if (common.json()) {
      common.document(result);
      return;
    }
    var life = result.path("life").asText("-");
    var hash = result.path("hash").asText("-");
    common
        .console()
        .line(
            "%s is here with %s facts, %s (state %s)"
                .formatted(
                    life,
                    result.path("facts").asText("-"),
                    result.path("verified").asBoolean()
                        ? "each as its laws make it"
                        : "not verified",
                    hash.substring(0, Math.min(12, hash.length()))));
    common.hint("next: life status " + life);
  }

  /** Tells how many bytes were read so far. */
  private static final class Counted extends FilterInputStream {
    private final LongConsumer listener;
    private long count;

    Counted(InputStream in, LongConsumer listener) {
      super(in);
      this.listener = listener;
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      return counted(one, one < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = super.read(buffer, offset, length);
      return counted(read, Math.max(0, read));
    }

    private int counted(int read, int more) {
      count += more;
      listener.accept(count);
      return read;
    }
  }
}
