package io.jenkins.plugins.delivery.jenkinsapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JenkinsApiArchitectureTest {
    @Test
    void the_jenkins_api_knows_nothing_of_the_product() {
        JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.jenkins.plugins.delivery..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("io.jenkins.plugins.delivery.jenkinsapi..")))
                .check(classes);
    }
}
