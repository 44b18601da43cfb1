package life.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {
  private static final String LAMP = "low/java/a/Lamp.java";
  private static final String ROOM = "high/java/b/Room.java";
  private static final String YARD = "high/java/b/Yard.java";

  private static final String WITH_INT =
      "package a; public class Lamp { public static int light() { return 1; } }";
  private static final String WITH_LONG =
      "package a; public class Lamp { public static long light() { return 3; } }";

  @TempDir Path folder;
  private TinyHouse house;

  @BeforeEach
  void build() throws IOException {
    house =
        TinyHouse.of(
            folder,
            Map.of(
                LAMP, WITH_INT,
                ROOM,
                    "package b; class Room { static String say() { return \"\" + a.Lamp.light(); } }",
                YARD, "package b; class Yard { static String say() { return \"dark\"; } }"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whereNothingWasChangedNothingIsDone() throws Exception {
    var nothing = house.compiled();
    assertThat(nothing.sources()).isZero();
    assertThat(nothing.changedAnything()).isFalse();
  }

  @Test
  void aChangeThatOthersCannotSeeCompilesOneFile() throws Exception {
    var compiled =
        house
            .write(
                LAMP,
                WITH_INT
                    .replace("return 1", "return dim()")
                    .replace("} }", "} private static int dim() { return 2; } }"))
            .compiled();
    assertThat(compiled.sources()).isEqualTo(1);
    assertThat(compiled.classes()).isEqualTo(1);
    assertThat(compiled.changedAnything()).isTrue();
    assertThat(house.says("b.Room")).isEqualTo("2");
  }

  @Test
  void aFileThatWasOnlyTouchedChangesNothing() throws Exception {
    var compiled = house.write(LAMP, WITH_INT).compiled();
    assertThat(compiled.sources()).isEqualTo(1);
    assertThat(compiled.changedAnything()).isFalse();
  }

  @Test
  void whoUsesAChangedMethodIsCompiledAgainInOtherModulesToo() throws Exception {
    assertThat(house.write(LAMP, WITH_LONG).compiled().sources()).isEqualTo(2);
    assertThat(house.says("b.Room")).isEqualTo("3");
  }

  @Test
  void aNewFileIsCompiledWithThoseThatNeedIt() throws Exception {
    house
        .write(YARD, "package b; class Yard { static String say() { return a.n.Sun.NAME.get(); } }")
        .write(
            "low/java/a/n/Sun.java",
            "package a.n; public enum Sun { NAME; public String get() { return \"sun\"; } }");
    assertThat(house.compiled().sources()).isEqualTo(2);
    assertThat(house.says("b.Yard")).isEqualTo("sun");
  }

  @Test
  void aComplaintNamesFileAndLine() throws Exception {
    var before = house.files();
    var complaints =
        house
            .write(YARD, "package b;\nclass Yard {\n  int x = \"no\";\n  int y = z;\n}")
            .complaints();
    assertThat(complaints).hasSize(2);
    assertThat(complaints.getFirst())
        .isEqualTo(
            new Complaint(
                house.path(YARD),
                3,
                11,
                "incompatible types: java.lang.String cannot be converted to int",
                "  int x = \"no\";"));
    assertThat(complaints.getLast().line()).isEqualTo(4);
    assertThat(house.files()).isEqualTo(before);
  }

  @Test
  void aSlipOfThePenGivesNoComplaintsThatOnlyFollowFromIt() throws Exception {
    var complaints =
        house
            .write(LAMP, "package a; public class Lamp { public static int light() { return 1 } }")
            .complaints();
    assertThat(complaints).extracting(Complaint::message).containsExactly("';' expected");
  }

  @Test
  void warningsAreNoComplaints() throws Exception {
    house.write(
        YARD,
        "package b; class Yard { java.util.List x = new java.util.ArrayList(); static Object say() { return new Integer(1); } }");
    assertThat(house.compiled().sources()).isEqualTo(1);
  }

  @Test
  void whatFailedIsCompiledWithTheNextTake() throws Exception {
    var before = house.files();
    house.write(LAMP, WITH_LONG.replace("light", "shine"));
    assertThat(house.complaints())
        .singleElement()
        .satisfies(complaint -> assertThat(complaint.file()).isEqualTo(house.path(ROOM)));
    assertThat(house.files()).isEqualTo(before);

    house.write(
        ROOM, "package b; class Room { static String say() { return \"\" + a.Lamp.shine(); } }");
    assertThat(house.compiled().sources()).isEqualTo(2);
    assertThat(house.says("b.Room")).isEqualTo("3");
  }

  @Test
  void whatFailedAndIsTakenBackLeavesEverythingAsItWas() throws Exception {
    var before = house.files();
    house.write(LAMP, "nonsense").complaints();
    assertThat(house.write(LAMP, WITH_INT).compiled().changedAnything()).isFalse();
    assertThat(house.files()).isEqualTo(before);
  }

  @Test
  void theClassesOfADeletedFileGo() throws Exception {
    assertThat(house.delete(YARD).compiled().classes()).isEqualTo(1);
    assertThat(house.files()).doesNotContainKey("high/b/Yard.class");
  }

  @Test
  void whatOthersNeedCannotBeDeleted() throws Exception {
    var before = house.files();
    assertThat(house.delete(LAMP).complaints())
        .extracting(Complaint::file)
        .containsOnly(house.path(ROOM));
    assertThat(house.files()).isEqualTo(before);
    assertThat(house.delete(ROOM).compiled().classes()).isEqualTo(2);
    assertThat(house.files()).containsOnlyKeys("high/b/Yard.class");
  }

  @Test
  void aNestedClassThatVanishesFromItsSourceGoesToo() throws Exception {
    house.write(
        YARD,
        "package b; class Yard { record Gate() {} Runnable x = new Runnable() { public void run() {} }; }");
    house.compiled();
    assertThat(house.files()).containsKeys("high/b/Yard$Gate.class", "high/b/Yard$1.class");
    assertThat(house.write(YARD, "package b; class Yard {}").compiled().classes()).isEqualTo(3);
    assertThat(house.files())
        .containsOnlyKeys("low/a/Lamp.class", "high/b/Room.class", "high/b/Yard.class");
  }

  @Test
  void nothingIsLeftBesideTheClassFolder() throws Exception {
    house.write(LAMP, "nonsense").complaints();
    house.write(LAMP, WITH_LONG).compiled();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("classes", "low", "high");
  }
}
