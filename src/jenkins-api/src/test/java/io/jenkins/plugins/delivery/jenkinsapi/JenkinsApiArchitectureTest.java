package io.jenkins.plugins.delivery.jenkinsapi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JenkinsApiArchitectureTest {
    private static final String OURS = "io.jenkins.plugins.delivery..";
    private static final String LOCAL = "io.jenkins.plugins.delivery.jenkinsapi..";

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    @Test
    void theApiUsesNothingOfThePluginEngineOrRehearsal() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(resideOutsideOfPackage(LOCAL)))
                .check(all);
    }

    @Test
    void signaturesAndProcessorsStandAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.jenkins.plugins.delivery.jenkinsapi.processor..",
                        "io.jenkins.plugins.delivery.jenkinsapi.signatures..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.jenkins.plugins.delivery.jenkinsapi.processor..",
                        "io.jenkins.plugins.delivery.jenkinsapi.signatures..")
                .check(all);
    }
}
