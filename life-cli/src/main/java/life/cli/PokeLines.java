package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sends many stimuli, a line each, in batches; each batch is sent until it is answered. */
final class PokeLines {
  private static final int MOST_LINES = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  /** A line of the file, with its number there. */
  private record Line(int number, String text) {}

  private final Common common;
  private final String life;
  private final String run;
  private final List<Line> batch = new ArrayList<>();
  private int bytes;
  private int batches;
  private int refused;
  private int answered;

  /**
   * Nothing is sent yet.
   *
   * @param run names the batches: the same lines with the same name count once
   */
  PokeLines(Common common, String life, String run) {
    this.common = common;
    this.life = life;
    this.run = run;
  }

  /**
   * Sends what stands in a file, or what is piped in, and tells what became of each line.
   *
   * @param file a path, or {@code -} for what is piped in
   */
  void send(String file) {
    try (var lines = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
      int number = 0;
      for (var text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        if (!text.isBlank()) {
          add(new Line(number, text));
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    flush();
    if (refused > 0) {
      throw new Trouble(
          Exit.FAILED,
          "some-refused",
          "%d of %d stimuli were refused".formatted(refused, answered),
          "mend these lines and send them alone; the others are in the life");
    }
  }

  private InputStream open(String file) throws IOException {
    return file.equals("-") ? common.console().input() : Files.newInputStream(Path.of(file));
  }

  private static Trouble unreadable(String file, IOException e) {
    return new Trouble(
        Exit.FAILED,
        "unreadable",
        file + " can't be read: " + e.getMessage(),
        "name a file with a stimulus on each line, or - for what is piped in",
        e);
  }

  private void add(Line line) {
    int length = line.text().getBytes(UTF_8).length + 1;
    if (length > MOST_BYTES) {
      flush();
      throw new Trouble(
          Exit.WRONG_USAGE,
          "line-too-long",
          "line " + line.number() + " is longer than 1 MiB",
          "a stimulus has a line of at most 64 KiB");
    }
    if (batch.size() == MOST_LINES || bytes + length > MOST_BYTES) {
      flush();
    }
    batch.add(line);
    bytes += length;
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    batch.forEach(line -> text.append(line.text()).append('\n'));
    batches++;
    var results = answer(text.toString(), run + "." + batches).body().path("results");
    for (int i = 0; i < batch.size(); i++) {
      tell(batch.get(i), results.path(i));
    }
    common.console().flush();
    answered += batch.size();
    batch.clear();
    bytes = 0;
  }

  private Answer answer(String text, String key) {
    var wire = common.wire();
    Answer answer;
    try {
      answer =
          common.patience().ask(wire, () -> wire.postLines(Wire.life(life, "stimuli"), text, key));
    } catch (Trouble trouble) {
      throw trouble.withHint(trouble.hint() + soFar());
    }
    if (!answer.ok()) {
      var trouble = Problem.trouble(answer.status(), answer.body());
      throw Suggestion.improve(trouble.withHint(trouble.hint() + soFar()), wire, life);
    }
    return answer;
  }

  /** Which lines are done; the batch under way may be sent again under its name. */
  private String soFar() {
    return "; lines before %d are done; the others can be sent again with --key %s, and count once"
        .formatted(batch.getFirst().number(), run);
  }

  private void tell(Line line, JsonNode result) {
    var problem = result.path("problem");
    refused += problem.isMissingNode() ? 0 : 1;
    if (common.json()) {
      common.document(result);
    } else if (problem.isMissingNode()) {
      common.console().line("%s: line %d %s".formatted(life, line.number(), Poke.arrival(result)));
    } else {
      var why = problem.path("detail").asText(problem.path("title").asText());
      common.console().line("%s: line %d is refused: %s".formatted(life, line.number(), why));
    }
  }
}
