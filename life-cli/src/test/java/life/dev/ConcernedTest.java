package life.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to be compiled again although no class file says it plainly. */
class ConcernedTest {
  @TempDir Path folder;

  @Test
  void aConstantIsChangedWhereverItWasTaken() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Limit.java", "package a; public interface Limit { int MOST = 7; }",
            "low/java/a/Twice.java",
                "package a; public interface Twice { int MOST = 2 * Limit.MOST; }",
            "high/java/b/Room.java",
                "package b; class Room { static int say() { return a.Twice.MOST; } }");
    try (var house = TinyHouse.of(folder, sources)) {
      assertThat(house.says("b.Room")).isEqualTo(14);
      house.write("low/java/a/Limit.java", "package a; public interface Limit { int MOST = 8; }");
      assertThat(house.compiled().sources()).isEqualTo(3);
      assertThat(house.says("b.Room")).isEqualTo(16);
    }
  }

  @Test
  void aConstantThatIsNoneAnyMoreIsReadFromItsClass() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Limit.java", "package a; public interface Limit { int MOST = 7; }",
            "high/java/b/Room.java",
                "package b; class Room { static int say() { return a.Limit.MOST; } }");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write(
          "low/java/a/Limit.java",
          "package a; public interface Limit { int MOST = \"four\".length(); }");
      assertThat(house.compiled().sources()).isEqualTo(2);
      assertThat(house.says("b.Room")).isEqualTo(4);
      house.write("low/java/a/Limit.java", "package a; public interface Limit {}");
      assertThat(house.complaints())
          .extracting(Complaint::file)
          .containsExactly(house.path("high/java/b/Room.java"));
    }
  }

  @Test
  void aNewConstantConcernsOnlyThoseWhoKnowItsClass() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Limit.java", "package a; public interface Limit { int MOST = 7; }",
            "high/java/b/Room.java",
                "package b; class Room { static int say() { return a.Limit.MOST; } }",
            "high/java/b/Yard.java", "package b; class Yard {}");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write(
          "low/java/a/Limit.java",
          "package a; public interface Limit { int MOST = 7; int LEAST = 1; }");
      assertThat(house.compiled().sources()).isEqualTo(2);
    }
  }

  @Test
  void aSwitchThatMissesANewKindIsNamed() throws Exception {
    var mood =
        "package a; public sealed interface Mood { record Glad() implements Mood {} record Sad() implements Mood {} }";
    var sources =
        Map.of(
            "low/java/a/Mood.java",
            mood,
            "high/java/b/Face.java",
            """
            package b;
            import a.Mood;
            class Face {
              String of(Mood mood) {
                return switch (mood) {
                  case Mood.Glad _ -> ":)";
                  case Mood.Sad _ -> ":(";
                };
              }
            }
            """);
    try (var house = TinyHouse.of(folder, sources)) {
      var before = house.files();
      house.write(
          "low/java/a/Mood.java",
          mood.replace("record Sad", "record Calm() implements Mood {} record Sad"));
      assertThat(house.complaints())
          .singleElement()
          .satisfies(complaint -> {
            assertThat(complaint.file()).isEqualTo(house.path("high/java/b/Face.java"));
            assertThat(complaint.line()).isEqualTo(5);
            assertThat(complaint.message()).contains("does not cover all possible input values");
            assertThat(complaint.sourceLine()).isEqualTo("    return switch (mood) {");
          });
      assertThat(house.files()).isEqualTo(before);
    }
  }

  @Test
  void aKindOfAKindIsMissedToo() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Any.java",
            "package a; public sealed interface Any permits One, Some {}",
            "low/java/a/One.java",
            "package a; public final class One implements Any {}",
            "low/java/a/Some.java",
            "package a; public sealed interface Some extends Any permits Two {}",
            "low/java/a/Two.java",
            "package a; public final class Two implements Some {}",
            "high/java/b/Count.java",
            "package b; import a.*; class Count { int of(Any any) { return switch (any) { case One _ -> 1; case Two _ -> 2; }; } }");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write(
          "low/java/a/Some.java",
          "package a; public sealed interface Some extends Any permits Two, Three {}");
      house.write(
          "low/java/a/Three.java", "package a; public final class Three implements Some {}");
      assertThat(house.complaints())
          .extracting(Complaint::file)
          .containsExactly(house.path("high/java/b/Count.java"));
    }
  }

  @Test
  void whoCallsAnInheritedMethodIsConcernedByWhereItComesFrom() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Root.java",
                "package a; public class Root { public int size() { return 1; } }",
            "low/java/a/Stem.java", "package a; public class Stem extends Root {}",
            "high/java/b/Leaf.java",
                "package b; class Leaf { static Object say() { return new a.Stem().size(); } }");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write(
          "low/java/a/Root.java",
          "package a; public class Root { public long size() { return 2; } }");
      assertThat(house.compiled().sources()).isEqualTo(3);
      assertThat(house.says("b.Leaf")).isEqualTo(2L);
    }
  }

  @Test
  void whoPassesOnAListOfTheChangedIsConcernedThoughItNeverNamesThem() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Thing.java", "package a; public interface Thing {}",
            "low/java/a/Cup.java", "package a; public class Cup implements Thing {}",
            "low/java/a/Shelf.java",
                "package a; import java.util.List; public interface Shelf { List<Cup> cups(); }",
            "low/java/a/Box.java",
                "package a; import java.util.List; public interface Box { void put(List<? extends Thing> all); }",
            "high/java/b/Move.java",
                "package b; class Move { void of(a.Shelf from, a.Box to) { to.put(from.cups()); } }");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write("low/java/a/Cup.java", "package a; public class Cup {}");
      assertThat(house.complaints())
          .extracting(Complaint::file)
          .containsExactly(house.path("high/java/b/Move.java"));
    }
  }

  @Test
  void aNewClassThatTakesTheNameOfAnotherIsMeantFromNowOn() throws Exception {
    var sources =
        Map.of(
            "low/java/a/Star.java",
                "package a; public class Star { public String toString() { return \"far\"; } }",
            "high/java/b/Sky.java",
                "package b; import a.*; class Sky { static String say() { return new Star().toString(); } }");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write(
          "high/java/b/Star.java",
          "package b; class Star { public String toString() { return \"near\"; } }");
      house.compiled();
      assertThat(house.says("b.Sky")).isEqualTo("near");
    }
  }

  @Test
  void aTrailOfChangesIsFollowedToItsEnd() throws Exception {
    var sources =
        Map.of(
            "low/java/a/A.java", "package a; public class A { public static final int X = 1; }",
            "low/java/a/B.java",
                "package a; public class B { public static final int X = 1 + A.X; public A a() { return null; } }",
            "high/java/b/C.java", "package b; class C { static final int X = 1 + a.B.X; }",
            "high/java/b/D.java", "package b; class D { static int say() { return C.X; } }");
    try (var house = TinyHouse.of(folder, sources)) {
      house.write(
          "low/java/a/A.java", "package a; public class A { public static final int X = 11; }");
      house.compiled();
      assertThat(house.says("b.D")).isEqualTo(13);
    }
  }
}
