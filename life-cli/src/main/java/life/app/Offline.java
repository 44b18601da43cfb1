package life.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import life.archive.Import;
import life.archive.LifeFileDamaged;
import life.cli.Exit;
import life.cli.Inside;
import life.cli.ProgressListener;
import life.cli.Trouble;
import life.http.VerificationView;
import life.journal.Checkup;
import life.journal.FactStore;
import life.journal.JournalFailure;
import life.journal.NotesCheckup;
import life.journal.PinnedNotes;

/** What the verbs can do in their own process, where no Life runs. */
final class Offline implements Inside {
  private static final String LOG_CONFIG = "logback.configurationFile";

  private final ReadingRoom room = new ReadingRoom();

  /** Before the first logger is made, which would else write to where the data goes. */
  Offline() {
    if (System.getProperty(LOG_CONFIG) == null) {
      System.setProperty(LOG_CONFIG, "reading-room-logback.xml");
    }
  }

  @Override
  public Door open(Path data, boolean writing) {
    return room.open(data.toAbsolutePath().normalize(), writing);
  }

  @Override
  public JsonNode verify(Path file, ProgressListener progress) {
    try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return VerificationView.of(Import.verify(bytes, progress::at));
    } catch (LifeFileDamaged e) {
      return VerificationView.of(file.toString(), e);
    } catch (IOException e) {
      throw new Trouble(
          Exit.FAILED,
          "no-such-file",
          file + " can't be read: " + e.getMessage(),
          "give a .life file",
          e);
    }
  }

  @Override
  public JsonNode check(Path directory, ProgressListener progress) {
    try {
      var report = Checkup.of(directory.resolve(FactStore.DIRECTORY), progress::at);
      var notes = NotesCheckup.of(directory.resolve(PinnedNotes.DIRECTORY));
      var node =
          JsonNodeFactory.instance
              .objectNode()
              .put("directory", directory.toString())
              .put("lives", report.lives())
              .put("facts", report.facts())
              .put("unreadableFacts", report.unreadableFacts())
              .put("rows", report.rows())
              .put("tables", report.tableFiles())
              .put("bytes", report.bytes())
              .put("notes", notes.notes())
              .put("whole", report.isWhole() && notes.findings().isEmpty());
      var findings = node.putArray("findings");
      Stream.concat(report.findings().stream(), notes.findings().stream())
          .forEach(finding ->
              findings
                  .addObject()
                  .put("weight", finding.weight().name().toLowerCase(Locale.ROOT))
                  .put("where", finding.where().toString())
                  .put("problem", finding.problem())
                  .put("remedy", finding.remedy()));
      return node.put("findingsInAll", report.damages() + report.notes() + notes.findings().size());
    } catch (JournalFailure e) {
      throw new Trouble(
          Exit.FAILED,
          "no-journal",
          String.valueOf(e.getMessage()),
          "give the data directory of a Life, the one that `life run` names at its start",
          e);
    }
  }

  @Override
  public void close() {
    room.close();
  }
}
