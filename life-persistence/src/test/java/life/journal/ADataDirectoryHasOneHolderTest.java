package life.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ADataDirectoryHasOneHolderTest {

  private static final Instant DAWN = Instant.parse("2026-01-01T06:00:00Z");

  @TempDir Path directory;

  /** A process that claims a directory, says so, and waits to be killed. */
  static final class HoldingChild {
    private HoldingChild() {}

    public static void main(String[] args) throws IOException {
      if (DataDirectory.claim(Path.of(args[0]), DAWN) instanceof Claim.Granted granted) {
        granted.directory().announce("http://localhost:8080");
        System.out.println("held");
      }
      System.in.read();
    }
  }

  private static DataDirectory granted(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return ((Claim.Granted) claim).directory();
  }

  @Test
  void it_is_created_claimed_and_free_again_after_closing() throws IOException {
    Path fresh = directory.resolve("a/b");
    try (DataDirectory held = granted(DataDirectory.claim(fresh, DAWN))) {
      assertThat(held.path()).isDirectory();
      assertThat(DataDirectory.isHeld(fresh)).isTrue();
    }
    assertThat(DataDirectory.isHeld(fresh)).isFalse();
    granted(DataDirectory.claim(fresh, DAWN)).close();
  }

  @Test
  void a_second_claim_in_the_same_process_is_refused_and_learns_the_holder() throws IOException {
    try (DataDirectory held = granted(DataDirectory.claim(directory, DAWN))) {
      held.announce("http://localhost:8080");
      Claim second = DataDirectory.claim(directory, DAWN);
      assertThat(second).isInstanceOf(Claim.Occupied.class);
      assertThat(((Claim.Refused) second).message())
          .contains(String.valueOf(ProcessHandle.current().pid()))
          .contains("since 2026-01-01T06:00:00Z")
          .contains("http://localhost:8080");
    }
  }

  @Test
  void another_process_holds_it_until_it_is_killed() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingChild.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = child.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held");
      Claim refused = DataDirectory.claim(directory, DAWN);
      assertThat(refused).isInstanceOf(Claim.Occupied.class);
      Holder holder = ((Claim.Occupied) refused).holder();
      assertThat(holder.pid()).isEqualTo(child.pid());
      assertThat(holder.since()).isEqualTo(DAWN);
      assertThat(holder.address()).contains("http://localhost:8080");
    } finally {
      child.destroyForcibly().waitFor();
    }
    granted(DataDirectory.claim(directory, DAWN)).close();
  }

  @Test
  void a_file_is_no_directory() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    for (Path path : new Path[] {file, file.resolve("below")}) {
      Claim claim = DataDirectory.claim(path, DAWN);
      assertThat(claim).isInstanceOf(Claim.Unusable.class);
      assertThat(((Claim.Refused) claim).message())
          .contains("is a file, not a directory")
          .contains("Give a directory");
    }
  }

  @Test
  void a_directory_that_cannot_be_written_is_refused_in_words() {
    Path readOnly = Path.of("/proc/life");
    assumeThat(Path.of("/proc/self")).exists();
    Claim claim = DataDirectory.claim(readOnly, DAWN);
    assertThat(claim).isInstanceOf(Claim.Unusable.class);
    assertThat(((Claim.Refused) claim).message())
        .contains("can't be used")
        .contains("Give a directory");
  }
}
