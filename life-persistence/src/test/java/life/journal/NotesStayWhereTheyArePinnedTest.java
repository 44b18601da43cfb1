package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import life.being.LifeId;
import life.journal.PinnedNotes.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an observer wrote down is there until he takes it away, and nowhere else. */
class NotesStayWhereTheyArePinnedTest {
  private static final LifeId ADA = new LifeId("ada");
  private static final LifeId AD = new LifeId("ad");
  private static final Instant NOW = Instant.parse("2026-11-22T15:42:10.123456789Z");

  @TempDir Path data;

  private Path directory() {
    return data.resolve(PinnedNotes.DIRECTORY);
  }

  private static PinnedNote pin(PinnedNotes notes, LifeId life, long tick, String text) {
    return notes.add(life, tick + 1, tick, NOW, text).orElseThrow();
  }

  private static List<String> texts(PinnedNotes notes, LifeId life) {
    return notes.list(life, Mark.START, 100).stream().map(PinnedNote::text).toList();
  }

  @Test
  void theyAreInTheOrderOfTheLifeNotOfTheWriting() {
    try (var notes = PinnedNotes.in(directory())) {
      pin(notes, ADA, 300, "late");
      pin(notes, ADA, 0, "at birth");
      pin(notes, AD, 7, "of another life");
      pin(notes, ADA, 300, "late as well");
      assertThat(texts(notes, ADA)).containsExactly("at birth", "late", "late as well");
      assertThat(texts(notes, AD)).containsExactly("of another life");
      assertThat(notes.list(ADA, new Mark(0, 2), 1))
          .extracting(PinnedNote::text)
          .containsExactly("late");
      assertThat(notes.list(ADA, new Mark(300, 1), 9))
          .extracting(PinnedNote::number)
          .containsExactly(3);
    }
  }

  @Test
  void theyAreTheSameAfterARestart() {
    PinnedNote before;
    try (var notes = PinnedNotes.in(directory())) {
      before = pin(notes, ADA, 42, "one\ntwo, \u00e4 and \uD83D\uDE00");
    }
    try (var notes = PinnedNotes.in(directory());
        var beside = PinnedNotes.readOnly(directory())) {
      assertThat(notes.find(ADA, 1)).contains(before);
      assertThat(beside.list(ADA, Mark.START, 9)).containsExactly(before);
    }
  }

  @Test
  void theNumberOfOneThatIsGoneIsNotGivenAgain() {
    try (var notes = PinnedNotes.in(directory())) {
      pin(notes, ADA, 1, "one");
      pin(notes, ADA, 2, "two");
      assertThat(notes.remove(ADA, 2)).isTrue();
      assertThat(notes.remove(ADA, 2)).isFalse();
      assertThat(notes.find(ADA, 2)).isEmpty();
      assertThat(texts(notes, ADA)).containsExactly("one");
    }
    try (var notes = PinnedNotes.in(directory())) {
      assertThat(pin(notes, ADA, 3, "three").number()).isEqualTo(3);
    }
  }

  @Test
  void thereIsRoomForSoManyAndForOneMoreWhenOneIsGone() {
    try (var notes = PinnedNotes.in(directory(), 2)) {
      pin(notes, ADA, 1, "one");
      pin(notes, ADA, 2, "two");
      assertThat(notes.add(ADA, 1, 1, NOW, "three")).isEmpty();
      pin(notes, AD, 1, "another life has room");
      notes.remove(ADA, 1);
      assertThat(pin(notes, ADA, 3, "three").number()).isEqualTo(3);
    }
  }

  @Test
  void whereNobodyWroteThereIsNothing() {
    try (var notes = PinnedNotes.in(directory());
        var past = PinnedNotes.readOnly(directory())) {
      assertThat(notes.list(ADA, Mark.START, 9)).isEmpty();
      assertThat(past.list(ADA, Mark.START, 9)).isEmpty();
      assertThat(notes.remove(ADA, 1)).isFalse();
      assertThat(NotesCheckup.of(directory())).isEqualTo(new NotesCheckup.Report(0, List.of()));
    }
    assertThat(directory()).doesNotExist();
  }

  @Test
  void aCheckupFindsThemWhole() {
    try (var notes = PinnedNotes.in(directory())) {
      pin(notes, ADA, 1, "one");
      pin(notes, AD, 2, "two");
      notes.remove(ADA, 1);
      assertThat(NotesCheckup.of(directory())).isEqualTo(new NotesCheckup.Report(1, List.of()));
    }
  }

  @Test
  void damageIsSaidAndNotMovedAside() throws IOException {
    try (var notes = PinnedNotes.in(directory())) {
      for (int tick = 1; tick <= 100; tick++) {
        pin(notes, ADA, tick, "a thought about tick " + tick);
      }
    }
    harm();
    try (var notes = PinnedNotes.in(directory())) {
      assertThatThrownBy(() -> notes.list(ADA, Mark.START, 9)).isInstanceOf(JournalDamaged.class);
    }
    assertThat(NotesCheckup.of(directory()).findings())
        .isNotEmpty()
        .allSatisfy(finding -> {
          assertThat(finding.weight()).isEqualTo(Checkup.Weight.DAMAGE);
          assertThat(finding.remedy()).contains("The lives are not touched by it");
        });
    try (Stream<Path> all = Files.list(data)) {
      assertThat(all).containsExactly(directory());
    }
  }

  /** In the middle of what was written. */
  private void harm() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      var log =
          files
              .filter(file -> file.toString().endsWith(".log") || file.toString().endsWith(".sst"))
              .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(log);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(log, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "a\rb", "\u0000", "\u009f", "\uD800"})
  void aTextIsToBeRead(String text) {
    assertThatThrownBy(() -> new PinnedNote(1, 1, 0, NOW, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a note has ");
  }

  @Test
  void aTextHasAnEnd() {
    var most = "\uD83D\uDE00".repeat(PinnedNote.MOST_CHARACTERS);
    assertThat(new PinnedNote(1, 1, 0, NOW, most).text()).isEqualTo(most);
    assertThatThrownBy(() -> new PinnedNote(1, 1, 0, NOW, most + "x"))
        .hasMessage("a note has 1 to 2000 characters, but this has 2001");
  }
}
