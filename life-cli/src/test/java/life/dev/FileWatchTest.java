package life.dev;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileWatchTest {
  /** Longer than a loaded machine lets a thread wait between two writes. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private static final Duration NOTHING_HAPPENS = Duration.ofMillis(700);

  @TempDir Path folder;
  private Path root;
  private Path lamp;
  private FileWatch watch;

  @BeforeEach
  void watch() throws IOException {
    root = folder.resolve("src");
    lamp = write("a/Lamp.java", "1");
    watch = new FileWatch(List.of(root), file -> !file.toString().endsWith(".txt"), QUIET);
  }

  @AfterEach
  void close() throws IOException {
    watch.close();
  }

  @Test
  void aWrittenFileIsTold() throws Exception {
    write("a/Lamp.java", "2");
    assertThat(watch.next()).containsExactly(lamp);
  }

  @Test
  void aFileThatWasOnlyTouchedIsToldToo() throws Exception {
    Files.setLastModifiedTime(lamp, FileTime.from(Instant.EPOCH));
    assertThat(watch.next()).containsExactly(lamp);
  }

  @Test
  void aDeletedFileIsTold() throws Exception {
    Files.delete(lamp);
    assertThat(watch.next()).containsExactly(lamp);
  }

  @Test
  void whereNothingHappensNothingIsTold() throws Exception {
    assertThat(watch.next(NOTHING_HAPPENS)).isEmpty();
  }

  @Test
  void aBurstIsToldAtOnce() throws Exception {
    var written = new HashSet<Path>();
    for (int i = 0; i < 50; i++) {
      written.add(write("a/Part" + i + ".java", "x"));
      written.add(write("b/c/Part" + i + ".java", "x"));
    }
    assertThat(watch.next()).isEqualTo(written);
    assertThat(watch.next(NOTHING_HAPPENS)).isEmpty();
  }

  @Test
  void whatHappensInShortIsToldLater() throws Exception {
    write("a/Lamp.java", "2");
    assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
    assertThat(watch.next()).containsExactly(lamp);
  }

  @Test
  void anEditorThatSavesByRenamingTellsTheFileThatWasMeant() throws Exception {
    Files.move(write("a/Lamp.java___jb_tmp___", "2"), lamp, REPLACE_EXISTING);
    assertThat(watch.next()).containsExactly(lamp);
  }

  @Test
  void anEditorThatPutsTheOldFileAsideTellsTheFileThatWasMeant() throws Exception {
    Files.move(lamp, root.resolve("a/Lamp.java~"));
    write("a/Lamp.java", "2");
    Files.delete(root.resolve("a/Lamp.java~"));
    assertThat(watch.next()).containsExactly(lamp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/Lamp.java~",
        "a/.Lamp.java.swp",
        "a/Lamp.java.swx",
        "a/4913",
        "a/#Lamp.java#",
        "a/.#Lamp.java",
        "a/Lamp.java___jb_tmp___",
        ".git/index/x",
        "a/notes.txt"
      })
  void whatEditorsLeaveBesideIsNotTold(String file) throws Exception {
    write(file, "x");
    assertThat(watch.next(NOTHING_HAPPENS)).isEmpty();
  }

  @Test
  void aFileThatCameAndWentIsNotTold() throws Exception {
    Files.delete(write("a/sed1234", "x"));
    assertThat(watch.next(NOTHING_HAPPENS)).isEmpty();
  }

  @Test
  void aFileInANewFolderIsToldAndItsLaterChangesToo() throws Exception {
    var deep = write("b/c/d/Deep.java", "1");
    assertThat(watch.next()).containsExactly(deep);
    write("b/c/d/Deep.java", "2");
    assertThat(watch.next()).containsExactly(deep);
  }

  @Test
  void aFolderThatMovesTellsItsFilesByTheirOldAndNewNames() throws Exception {
    Files.move(root.resolve("a"), root.resolve("b"));
    assertThat(watch.next()).containsExactlyInAnyOrder(lamp, root.resolve("b/Lamp.java"));
    assertThat(Set.of(write("b/Lamp.java", "2"))).isEqualTo(watch.next());
  }

  @Test
  void aWatchedFolderThatGoesAndComesBackIsWatchedStill() throws Exception {
    Files.delete(lamp);
    Files.delete(root.resolve("a"));
    Files.delete(root);
    assertThat(watch.next()).containsExactly(lamp);
    write("a/Lamp.java", "2");
    assertThat(watch.next()).containsExactly(lamp);
    write("a/Lamp.java", "3");
    assertThat(watch.next()).containsExactly(lamp);
  }

  @Test
  void aFolderThatIsNotThereYetIsWaitedFor() throws Exception {
    var later = folder.resolve("x/y/z");
    try (var waiting = new FileWatch(List.of(later), file -> true, QUIET)) {
      Files.createDirectories(later);
      var file = Files.writeString(later.resolve("File.java"), "1");
      assertThat(waiting.next()).containsExactly(file);
    }
  }

  /** The JDK keeps 512 events of a folder and then forgets them all. */
  @Test
  void whereMoreHappensThanTheSystemRemembersNothingIsMissed() throws Exception {
    var written = new HashSet<Path>();
    for (int i = 0; i < 1500; i++) {
      written.add(write("a/Part" + i + ".java", "x"));
    }
    Files.delete(lamp);
    written.add(lamp);
    var told = new HashSet<Path>();
    while (!told.equals(written)) {
      told.addAll(watch.next());
      assertThat(written).containsAll(told);
    }
  }

  @Test
  void whoWaitsCanBeInterrupted() {
    var interrupted = new AtomicBoolean();
    var waiting =
        Thread.ofPlatform()
            .start(() -> {
              try {
                watch.next();
              } catch (InterruptedException e) {
                interrupted.set(true);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    waiting.interrupt();
    Awaitility.await().untilTrue(interrupted);
  }

  private Path write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Staging.makeRoomFor(path);
    return Files.writeString(path, text);
  }
}
