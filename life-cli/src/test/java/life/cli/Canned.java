package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a test told it to, and remembers what it was asked. */
final class Canned implements Inside {
  final List<String> asked = new ArrayList<>();
  private final String url;
  private final String document;

  Canned(String url, String document) {
    this.url = url;
    this.document = document;
  }

  @Override
  public Door open(Path data, boolean writing) {
    asked.add("open " + data + (writing ? " to write" : ""));
    return new Door(URI.create(url), Optional.empty());
  }

  @Override
  public JsonNode verify(Path file, ProgressListener progress) {
    asked.add("verify " + file.getFileName());
    return answer(progress);
  }

  @Override
  public JsonNode check(Path directory, ProgressListener progress) {
    asked.add("check " + directory);
    return answer(progress);
  }

  private JsonNode answer(ProgressListener progress) {
    progress.at(1, 2);
    return Json.parse(document).orElseThrow();
  }

  @Override
  public void close() {
    asked.add("close");
  }
}
