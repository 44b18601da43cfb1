package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The notes that are pinned to a life. */
@Command(
    name = "notes",
    header = "Read the notes that are pinned to a life.",
    description = {
      "In the order of the life: the number of each note, the age and fact that it is pinned to, and its text.",
      "With --json: one JSON document a line."
    },
    footer = {
      "%nExamples:",
      "  life notes ada",
      "  life notes ada --json | jq -r .text",
      "%n`life note` writes and removes them."
    })
final class Notes implements Runnable {
  private static final String INDENT = "     ";

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  Notes(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wire = common.wire();
    var notes = Suggestion.around(wire, List.of(life), () -> all(wire, life));
    if (common.json()) {
      notes.forEach(common::document);
    } else {
      notes.forEach(note -> common.lines(lines(note)));
    }
    if (notes.isEmpty()) {
      common.hint("no note is pinned to " + life);
    }
  }

  /** All notes of a life, of all pages. */
  static List<JsonNode> all(Wire wire, String life) {
    var notes = new ArrayList<JsonNode>();
    var path = Wire.life(life, "notes");
    var page = wire.get(path);
    page.path("notes").forEach(notes::add);
    while (page.path("next").isTextual()) {
      page = wire.get(path + "?after=" + Wire.encoded(page.path("next").textValue()));
      page.path("notes").forEach(notes::add);
    }
    return notes;
  }

  private List<String> lines(JsonNode note) {
    var lines = new ArrayList<String>();
    var number = "%4d ".formatted(note.path("number").asInt());
    lines.add(common.paint().strong(number) + common.paint().faint(Note.place(note)));
    int width = Math.max(1, ObservationLines.columns(common.console()) - INDENT.length());
    for (var line : note.path("text").asText("").split("\n", -1)) {
      var wrapped = new Wrapped(width);
      wrapped.words(line, word -> word);
      wrapped.lines().forEach(each -> lines.add(INDENT + each));
    }
    return lines;
  }
}
