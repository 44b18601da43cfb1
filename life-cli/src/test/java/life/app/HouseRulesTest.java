package life.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import life.being.Course;
import life.being.Moment;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for the house as a whole, in one place. */
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("life");

  /** From the ground up; a room knows those below it and none above. Rooms of a floor are apart. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("body", "detect"),
          List.of("world"),
          List.of("mind"),
          List.of("being"),
          List.of("law", "observe", "chronicle"),
          List.of("journal"),
          List.of("notice"),
          List.of("archive", "actor"),
          List.of("http.problem"),
          List.of("http.gate", "http.listen"),
          List.of("http"),
          List.of("cli"),
          List.of("dev"),
          List.of("app"));

  private static final String[] CORE = {
    "life.body..",
    "life.detect..",
    "life.world..",
    "life.mind..",
    "life.being..",
    "life.law..",
    "life.observe..",
    "life.chronicle.."
  };

  /** Rooms of folds: over many facts they keep what they have seen so far. */
  private static final String[] FOLDS = {"life.detect..", "life.observe.."};

  static final List<ArchRule> ARROWS = arrows(FLOORS);

  static final List<ArchRule> CORE_RULES =
      List.of(
          noClasses()
              .that(resideInAnyPackage(CORE))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(
                      "org.apache.pekko..",
                      "com.fasterxml..",
                      "org.slf4j..",
                      "java.io..",
                      "java.nio.file..",
                      "java.net..",
                      "java.util.concurrent..",
                      "java.sql.."))
              .because("the core is pure"),
          noClasses()
              .that(resideInAnyPackage(CORE))
              .should()
              .callMethod(System.class, "nanoTime")
              .orShould()
              .callMethod(System.class, "currentTimeMillis")
              .orShould()
              .callMethod(Instant.class, "now")
              .orShould()
              .callMethod(System.class, "identityHashCode", Object.class)
              .because("the core owns no clock and no identity"),
          noClasses()
              .that(resideInAnyPackage(CORE))
              .should()
              .dependOnClassesThat()
              .belongToAnyOf(
                  Random.class, ThreadLocalRandom.class, UUID.class, SplittableRandom.class)
              .because("chance is seeded: see Chance"),
          noClasses()
              .that(resideInAnyPackage(CORE))
              .should()
              .dependOnClassesThat()
              .belongToAnyOf(HashMap.class, HashSet.class)
              .because("iteration order is fixed"),
          noClasses()
              .that(resideInAnyPackage(CORE))
              .should()
              .callMethod(Math.class, "exp", double.class)
              .orShould()
              .callMethod(Math.class, "log", double.class)
              .orShould()
              .callMethod(Math.class, "pow", double.class, double.class)
              .orShould()
              .callMethod(Math.class, "sin", double.class)
              .because("StrictMath gives the same bits everywhere"),
          fields()
              .that()
              .areDeclaredInClassesThat(resideInAnyPackage(CORE))
              .and()
              .areDeclaredInClassesThat(not(assignableTo(Moment.class)))
              .and()
              .areDeclaredInClassesThat(not(simpleName("Draft")))
              .and()
              .areDeclaredInClassesThat(not(assignableTo(Course.class)))
              .and()
              .areDeclaredInClassesThat(not(simpleName("Progress")))
              .and()
              .areDeclaredInClassesThat(not(resideInAnyPackage(FOLDS)))
              .should()
              .beFinal()
              .because(
                  "nothing in the core is mutable but the locals of a decision, and how far a life has been lived or told"),
          fields()
              .that()
              .areDeclaredInClassesThat(resideInAnyPackage(FOLDS))
              .and()
              .areNotFinal()
              .should()
              .bePrivate()
              .because("what a fold has seen so far is its own affair"));

  @Test
  void theRulesLookAtTheWholeHouse() {
    assertThat(HOUSE.size()).isGreaterThan(180);
    for (var floor : FLOORS) {
      for (var room : floor) {
        assertThat(HOUSE.that(resideInAPackage("life." + room))).as(room).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ARROWS")
  void arrowsPointDown(ArchRule arrow) {
    arrow.check(HOUSE);
  }

  @ParameterizedTest
  @FieldSource("CORE_RULES")
  void theCoreIsPure(ArchRule rule) {
    rule.check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    for (var javaClass : HOUSE) {
      assertThat(javaClass.getPackage().isAnnotatedWith(NullMarked.class))
          .as(javaClass.getPackageName())
          .isTrue();
    }
  }

  @Test
  void noNameSaysNothing() {
    classes()
        .should()
        .haveNameNotMatching(".*(Manager|Engine|Util|Utils|Helper|Impl|Abstract)[A-Za-z]*")
        .check(HOUSE);
  }

  /** A rule that can't fail is none: turned upside down, the same floors are violated. */
  @Test
  void anArrowThatPointsUpIsNoticed() {
    var violated =
        arrows(FLOORS.reversed()).stream().filter(rule -> rule.evaluate(HOUSE).hasViolation());
    assertThat(violated).hasSizeGreaterThan(5);
  }

  private static List<ArchRule> arrows(List<List<String>> floors) {
    var rules = new ArrayList<ArchRule>();
    for (int floor = 0; floor < floors.size(); floor++) {
      for (var room : floors.get(floor)) {
        var forbidden = new ArrayList<String>();
        floors.get(floor).stream().filter(other -> !other.equals(room)).forEach(forbidden::add);
        floors.subList(floor + 1, floors.size()).forEach(forbidden::addAll);
        if (!forbidden.isEmpty()) {
          var packages = forbidden.stream().map(name -> place(floors, name)).toArray(String[]::new);
          rules.add(
              noClasses()
                  .that(resideInAPackage(place(floors, room)))
                  .should()
                  .dependOnClassesThat(resideInAnyPackage(packages)));
        }
      }
    }
    return rules;
  }

  /** A room with all that is in it, but for what is a room of its own. */
  private static String place(List<List<String>> floors, String room) {
    boolean hasRooms =
        floors.stream().flatMap(List::stream).anyMatch(name -> name.startsWith(room + "."));
    return "life." + room + (hasRooms ? "" : "..");
  }
}
