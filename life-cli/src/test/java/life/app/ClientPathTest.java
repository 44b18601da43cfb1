package life.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/**
 * The launcher gives client verbs a class path of six jars; what isn't on it must not be needed.
 */
@AnalyzeClasses(
    packages = {"life.cli", "life.dev"},
    importOptions = DoNotIncludeTests.class)
class ClientPathTest {
  @ArchTest
  void clientVerbsNeedOnlyTheJarsTheyAreGiven(JavaClasses cli) {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "life.cli",
            "life.dev",
            "javax.tools",
            "javax.annotation.processing",
            "java..",
            "javax.net.ssl",
            "com.sun.net.httpserver",
            "picocli",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "com.typesafe.config",
            "org.jspecify.annotations")
        .check(cli);
  }
}
