package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit unpacks it first
  private Unpacked life;

  @BeforeEach
  void unpacks() throws IOException {
    life = new Unpacked(folder);
  }

  private String lastCall() throws IOException {
    return life.calls().getLast();
  }

  private String trainedCache() {
    return await().until(() -> life.caches(".aot"), caches -> !caches.isEmpty()).getFirst();
  }

  /** A training goes on in the background; it is over when its folder is gone. */
  @AfterEach
  void waitsForTheLastTraining() {
    await().until(() -> life.caches(".work").isEmpty());
  }

  @Test
  void theJdkOfJavaHomeIsTaken() {
    assertThat(life.script("find-jdk").out()).isEqualTo(life.jdk + "\n");
  }

  @Test
  void theJavaOnThePathIsFollowedThroughItsLinks() throws IOException {
    var bin = Files.createDirectories(folder.resolve("path"));
    Files.createSymbolicLink(bin.resolve("java"), life.jdk.resolve("bin/java"));
    life.with("JAVA_HOME", "").with("PATH", bin + ":/usr/bin:/bin");
    assertThat(life.script("find-jdk").out()).isEqualTo(life.jdk + "\n");
  }

  @Test
  void anOlderJavaHomeIsPassedOverForAnotherPlace() throws IOException {
    var old = life.jdk(folder.resolve("old"), "17.0.9");
    life.with("JAVA_HOME", old.toString())
        .with("LIFE_JDK_PLACES", "/nowhere:" + folder.resolve("jdks"));
    assertThat(life.script("find-jdk").out()).isEqualTo(life.jdk + "\n");
  }

  @Test
  void withoutAJdkItSaysInOneLineWhatToInstall() throws IOException {
    Files.writeString(life.jdk.resolve("release"), "JAVA_VERSION=\"250.1\"\n");
    life.with("PATH", "/nowhere");
    var found = life.script("find-jdk");
    assertThat(found.exit()).isEqualTo(1);
    assertThat(found.out()).isEmpty();
    assertThat(found.err().lines())
        .singleElement()
        .asString()
        .contains("no JDK 25 found; install one");
  }

  @Test
  void aRuntimeIsEnoughToRunWhatIsBuilt() throws IOException {
    Files.delete(life.jdk.resolve("bin/javac"));
    assertThat(life.script("find-jdk").exit()).isEqualTo(1);
    assertThat(life.with("LIFE_AOT", "off").life("lives").out()).isEqualTo("ran lives\n");
  }

  @Test
  void clientVerbsGetNoJarOfTheServer() throws IOException {
    life.with("LIFE_AOT", "off").life("lives");
    assertThat(lastCall())
        .contains("picocli-4.jar")
        .doesNotContain("pekko")
        .endsWith("life.app.Main lives");
    life.life("run");
    assertThat(lastCall())
        .contains("picocli-4.jar", "pekko-actor-1.jar")
        .endsWith("life.app.Main run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fsck data",
        "state ada --data data",
        "what-if ada --data=data",
        "verify ada.life",
        "verify ada ./eve"
      })
  void verbsThatReadAFolderOrAFileThemselvesGetTheServersJars(String words) throws IOException {
    life.with("LIFE_AOT", "off").life(words.split(" ", -1));
    assertThat(lastCall()).contains("pekko-actor-1.jar").endsWith("life.app.Main " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify ada", "import ada.life", "export ada -o ./ada.life"})
  void otherVerbsThatNameAFileDoNot(String words) throws IOException {
    life.with("LIFE_AOT", "off").life(words.split(" ", -1));
    assertThat(lastCall()).doesNotContain("pekko");
  }

  @Test
  void whatIsNoTerminalIsNotTakenForOne() throws IOException {
    life.with("LIFE_AOT", "off").life("lives");
    assertThat(lastCall()).doesNotContain("life.terminal");
  }

  @Test
  void moreOptionsForJavaComeFromTheEnvironment() throws IOException {
    life.with("LIFE_AOT", "off").with("LIFE_JAVA_OPTS", "-Xmx1g -Da=b").life("lives");
    assertThat(lastCall()).contains(" -Xmx1g -Da=b ");
  }

  @Test
  void theCacheIsTrainedOnceAndThenUsed() throws IOException {
    assertThat(life.life("lives").out()).isEqualTo("ran lives\n");
    assertThat(lastCall()).doesNotContain("AOTCache=");
    var cache = trainedCache();
    life.life("lives");
    assertThat(lastCall()).contains("-XX:AOTCache=" + life.home.resolve("cache").resolve(cache));
  }

  @Test
  void aChangedJarMakesTheOldCacheUnusableEvenIfItsSizeAndAgeStayTheSame() throws IOException {
    life.life("lives");
    var before = trainedCache();
    var jar = life.home.resolve("lib/life-cli-1.jar");
    var age = Files.getLastModifiedTime(jar);
    Files.writeString(jar, "new");
    Files.setLastModifiedTime(jar, age);

    life.life("lives");
    assertThat(lastCall()).doesNotContain("AOTCache=");
    await().until(() -> !life.caches(".aot").contains(before) && !life.caches(".aot").isEmpty());
    life.life("lives");
    assertThat(lastCall()).contains("AOTCache=").doesNotContain(before);
  }

  @Test
  void aTrainingThatFailsBreaksNothingAndIsNotRepeated() throws IOException {
    life.with("TRAINS", "badly");
    assertThat(life.life("lives")).isEqualTo(new Unpacked.Result(0, "ran lives\n", ""));
    await().until(() -> !life.caches(".failed").isEmpty());
    assertThat(life.life("lives").out()).isEqualTo("ran lives\n");
    assertThat(lastCall()).doesNotContain("AOTCache=");
  }

  @Test
  void nothingBuiltIsSaidWithTheRemedy() throws IOException {
    Files.move(life.home.resolve("lib"), folder.resolve("elsewhere"));
    var result = life.life("lives");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("nothing is built");
  }
}
