package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that can't let anybody live says why, what to do, and ends. */
class RefusedAtTheDoorIT {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit prepares it first
  private Terrarium terrarium;

  @BeforeEach
  void prepares() throws IOException, InterruptedException {
    terrarium = new Terrarium(folder, 1_000);
  }

  private static void assertRefused(LifeProcess started, int exit, String... words)
      throws IOException, InterruptedException {
    try (var process = started) {
      assertThat(process.ended()).as(process.talk()).isEqualTo(exit);
      assertThat(process.talk()).contains(words).doesNotContain("stumbled", "\tat ");
    }
  }

  @Test
  void aPortInUseIsSaidWithTheWayOut() throws IOException, InterruptedException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(other.getLocalPort());
      assertRefused(
          terrarium.run("--port", port),
          FAILED,
          "the port " + port + " on 127.0.0.1 is in use",
          "choose another one with --port N");
    }
    try (var process = terrarium.run()) {
      assertThat(process.reachable()).as("the directory is not left behind broken").isPresent();
    }
  }

  @Test
  void aFileIsNoDataDirectory() throws IOException, InterruptedException {
    Files.writeString(terrarium.data(), "mine");
    assertRefused(
        terrarium.run(), FAILED, terrarium.data() + " is a file, not a directory", "--data DIR");
    assertThat(terrarium.data()).hasContent("mine");
  }

  @Test
  void aDirectoryThatMustNotBeReadIsSaid() throws IOException, InterruptedException {
    Files.createDirectory(terrarium.data());
    Files.setPosixFilePermissions(terrarium.data(), PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(terrarium.data())).as("permissions count for us").isFalse();
      assertRefused(terrarium.run(), FAILED, "permission denied", "--data DIR");
    } finally {
      Files.setPosixFilePermissions(terrarium.data(), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsSaid() throws IOException, InterruptedException {
    assumeThat(Path.of("/proc/self")).exists();
    assertRefused(
        terrarium.run("--data", "/proc/life"), FAILED, "/proc/life can't be used", "--data DIR");
  }

  @Test
  void anUnknownWorldIsAnsweredWithTheKnownOnes() throws IOException, InterruptedException {
    assertRefused(
        terrarium.run("--world", "eden"),
        WRONG_USAGE,
        "there is no world 'eden'",
        "known worlds: default");
    assertThat(terrarium.data()).as("nothing was begun").doesNotExist();
  }

  @Test
  void aBadNameIsWrongUsage() throws IOException, InterruptedException {
    assertRefused(terrarium.run("--name", "Ada Lovelace"), WRONG_USAGE, "Ada Lovelace", "--help");
    assertThat(terrarium.data()).as("nothing was begun").doesNotExist();
  }
}
