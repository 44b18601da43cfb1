package life.dev;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceTest {
  private static final String PAGE = "high/resources/b/page.js";
  private static final String VERSION = "high/resources/b/version.properties";

  @TempDir Path folder;
  private TinyHouse house;

  @BeforeEach
  void build() throws IOException {
    house = TinyHouse.of(folder, Map.of(PAGE, "one"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aChangedResourceIsCopied() throws Exception {
    var changed = house.write(PAGE, "zwei: ä ${name} ${?life.data}").compiled();
    assertThat(changed.changedAnything()).isTrue();
    assertThat(changed.resources()).isEqualTo(1);
    assertThat(changed.sources()).isZero();
    assertThat(folder.resolve("classes/high/b/page.js")).hasSameBinaryContentAs(house.path(PAGE));
  }

  @Test
  void aDeletedResourceGoes() throws Exception {
    assertThat(house.delete(PAGE).compiled().resources()).isEqualTo(1);
    assertThat(house.files()).isEmpty();
  }

  @Test
  void aResourceThatIsTheSameIsNoChange() throws Exception {
    assertThat(house.write(PAGE, "one").compiled().changedAnything()).isFalse();
  }

  @Test
  void whereASourceFailsResourcesWaitToo() throws Exception {
    house.write(PAGE, "two").write("low/java/a/Lamp.java", "nonsense").complaints();
    assertThat(house.files()).containsEntry("high/b/page.js", "one");
    house.delete("low/java/a/Lamp.java").compiled();
    assertThat(house.files()).containsEntry("high/b/page.js", "two");
  }

  @Test
  void theVersionIsWhatMavenHasWrittenIntoTheJar() throws Exception {
    var jar = folder.resolve("high.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("META-INF/maven/life/high/pom.properties"));
      zip.write("version=1.2.3\n".getBytes(UTF_8));
    }
    Compiler.unpack(jar, folder.resolve("classes/high"));
    house.write(VERSION, "version=${project.version}").compiled();
    assertThat(house.files()).containsEntry("high/b/version.properties", "version=1.2.3");
  }

  @Test
  void whatOnlyMavenCanFillIsLeftAndSaid() throws Exception {
    var compiled = house.write(VERSION, "version=${project.version}").compiled();
    assertThat(compiled.changedAnything()).isFalse();
    assertThat(compiled.notes())
        .containsExactly(
            house.path(VERSION) + " is left as it was: only Maven can fill ${project.version}");
    assertThat(house.files()).doesNotContainKey("high/b/version.properties");
  }
}
