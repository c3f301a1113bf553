package io.jenkins.plugins.delivery.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

class RehearsalArchitectureTest {
    private static final String OURS = "io.jenkins.plugins.delivery";
    private static final String REHEARSAL = OURS + ".rehearsal";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(REHEARSAL);

    @Test
    void nothing_depends_on_the_rehearsal() {
        noClasses()
                .that()
                .resideOutsideOfPackages(REHEARSAL + "..")
                .and()
                .resideInAPackage(OURS + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REHEARSAL + "..")
                .check(ALL);
    }

    @Test
    void the_clock_and_the_sandbox_know_nothing_of_ours() {
        noClasses()
                .that()
                .resideInAnyPackage(REHEARSAL + ".clock..", REHEARSAL + ".sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        REHEARSAL + ".cluster..",
                        REHEARSAL + ".console..",
                        REHEARSAL + ".declarative..",
                        REHEARSAL + ".library..",
                        REHEARSAL + ".report..",
                        REHEARSAL + ".runtime..",
                        REHEARSAL + ".scenario..",
                        REHEARSAL + ".steps..")
                .check(CLASSES);
    }

    @Test
    void the_cluster_knows_no_jenkins() {
        noClasses()
                .that()
                .resideInAPackage(REHEARSAL + ".cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", REHEARSAL + ".runtime..")
                .check(CLASSES);
    }

    /** The runtime and the built-in steps are one: a run keeps the properties of its job, which a step declares. */
    @Test
    void packages_depend_one_way() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(REHEARSAL + "..")
                .layer("main")
                .definedBy(REHEARSAL)
                .layer("console")
                .definedBy(REHEARSAL + ".console..")
                .layer("report")
                .definedBy(REHEARSAL + ".report..")
                .layer("scenario")
                .definedBy(REHEARSAL + ".scenario..")
                .layer("declarative")
                .definedBy(REHEARSAL + ".declarative..")
                .layer("runtime")
                .definedBy(REHEARSAL + ".runtime..", REHEARSAL + ".steps..", REHEARSAL + ".library..")
                .layer("sandbox")
                .definedBy(REHEARSAL + ".sandbox..")
                .layer("cluster")
                .definedBy(REHEARSAL + ".cluster..")
                .layer("clock")
                .definedBy(REHEARSAL + ".clock..")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("console")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("main", "console")
                .whereLayer("scenario")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("declarative")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("runtime")
                .mayOnlyBeAccessedByLayers("main", "console", "report", "scenario", "declarative")
                .whereLayer("sandbox")
                .mayOnlyBeAccessedByLayers("runtime")
                .whereLayer("cluster")
                .mayOnlyBeAccessedByLayers("main", "report", "scenario")
                .check(CLASSES);
    }

    @Test
    void kinds_of_steps_know_each_other_without_cycles() {
        slices().matching(REHEARSAL + ".steps.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void parts_of_the_cluster_know_each_other_without_cycles() {
        slices().matching(REHEARSAL + ".cluster.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(CLASSES);
    }
}
