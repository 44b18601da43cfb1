package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pins a note to a point of a life, or removes one. */
@Command(
    name = "note",
    header = "Write down what you think at a moment of a life.",
    description = {
      "A note changes nothing in the life, and the being never hears of it; `life export` does not carry it elsewhere.",
      "It stays at its fact and tick. " + Place.POINTS
    },
    footer = {
      "%nExamples:",
      "  life note ada \"she seems at ease\"                     now",
      "  life note ada \"here it began to fear noise\" --at age:13h54m",
      "  life note ada --remove 3                              see `life notes ada` for the numbers"
    })
final class Note implements Runnable {
  private static final int MOST_CHARACTERS = 2_000;

  @Mixin final Common common;

  @Parameters(index = "0", paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "What you think, in quotes: up to 2,000 characters.")
  @Nullable String text;

  @Option(
      names = "--at",
      paramLabel = "POINT",
      description = "To which moment it belongs. Default: the present.")
  @Nullable String at;

  @Option(names = "--remove", paramLabel = "N", description = "Remove note N instead.")
  @Nullable Integer remove;

  Note(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    if ((text == null) == (remove == null)) {
      throw wrong("no-note", "it is not said what to write down");
    }
    if (remove == null) {
      pin();
    } else {
      if (at != null) {
        throw wrong("two-notes", "--at is for a note that is written, --remove for one that goes");
      }
      remove(remove);
    }
  }

  private Trouble wrong(String code, String what) {
    return new Trouble(
        Exit.WRONG_USAGE,
        code,
        what,
        "give a text, such as `life note "
            + life
            + " \"she seems at ease\"`, or the number of a note with --remove");
  }

  private void pin() {
    var said = String.valueOf(text);
    int characters = said.codePointCount(0, said.length());
    if (characters < 1 || characters > MOST_CHARACTERS) {
      throw new Trouble(
          Exit.WRONG_USAGE,
          "bad-note",
          "a note has 1 to " + MOST_CHARACTERS + " characters, but this has " + characters,
          "say it in fewer words, or in several notes");
    }
    var body = Json.object().put("text", said);
    if (at != null) {
      body.put("at", at);
    }
    var wire = common.wire();
    var note =
        Suggestion.around(
            wire, List.of(life), () -> wire.post(Wire.life(life, "notes"), body).orTrouble());
    if (common.json()) {
      common.document(note);
    } else {
      common.hint(
          "note %s is pinned to %s, %s"
              .formatted(note.path("number").asText("-"), life, place(note)));
    }
  }

  /** Where a note is: its age and tick, and the last fact before it. */
  static String place(JsonNode note) {
    return "%s old, at tick %s, fact %s"
        .formatted(
            Age.of(note.path("age").asText("-")),
            note.path("tick").asText("-"),
            note.path("seq").asText("-"));
  }

  private void remove(int number) {
    var wire = common.wire();
    var path = Wire.life(life, "notes", Integer.toString(number));
    Suggestion.around(wire, List.of(life), () -> wire.delete(path).orTrouble());
    if (common.json()) {
      common.document(Json.object().put("life", life).put("removed", number));
    } else {
      common.hint("note " + number + " of " + life + " is gone");
    }
  }
}
