package io.jenkins.plugins.delivery.engine;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

class EngineArchitectureTest {
    private static final String ENGINE = "io.jenkins.plugins.delivery.engine";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ENGINE);

    @Test
    void the_engine_knows_nothing_of_jenkins() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..", "net.sf.json..")
                .check(CLASSES);
    }

    @Test
    void the_engine_knows_nothing_of_who_stands_on_it() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.jenkins.plugins.delivery.steps..",
                        "io.jenkins.plugins.delivery.config..",
                        "io.jenkins.plugins.delivery.credentials..",
                        "io.jenkins.plugins.delivery.reports..",
                        "io.jenkins.plugins.delivery.environments..",
                        "io.jenkins.plugins.delivery.rehearsal..")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void what_has_nothing_to_do_with_each_other_does_not_know_each_other() {
        layers().check(CLASSES);
    }

    @Test
    void time_is_injected() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void json_path_is_not_asked_for_what_another_plugin_brings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "com\\.jayway\\.jsonpath\\.spi\\..*\\.(Jackson|Gson|Tapestry|Jettison|JsonOrg|Jakarta).*")
                .because("the class loader of the plugin that brings JsonPath sees json-smart only")
                .check(CLASSES);
    }

    @Test
    void nothing_is_unpacked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(zip\\.Zip|jar\\.)\\w*|org\\.apache\\.(commons\\.compress|tools)\\..*")
                .orShould()
                .callMethodWhere(target(name("newFileSystem")))
                .because("a name in an archive may lead out of the folder that it is unpacked into")
                .check(CLASSES);
    }

    private static ArchRule layers() {
        return Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ENGINE + "..")
                .withOptionalLayers(true)
                .layer("text")
                .definedBy(
                        ENGINE + ".argument..",
                        ENGINE + ".yaml..",
                        ENGINE + ".xml..",
                        ENGINE + ".journal..",
                        ENGINE + ".secret..",
                        ENGINE + ".exposition..",
                        ENGINE + ".document..")
                .layer("approval")
                .definedBy(ENGINE + ".approval..")
                .layer("audit")
                .definedBy(ENGINE + ".audit..")
                .layer("record")
                .definedBy(ENGINE + ".record..")
                .layer("notify")
                .definedBy(ENGINE + ".notify..")
                .layer("pipeline")
                .definedBy(ENGINE + ".pipeline..")
                .layer("scan")
                .definedBy(ENGINE + ".scan..")
                .layer("smoke")
                .definedBy(ENGINE + ".smoke..")
                .layer("cluster")
                .definedBy(ENGINE + ".cluster..")
                .layer("manifest")
                .definedBy(ENGINE + ".manifest..")
                .layer("traffic")
                .definedBy(ENGINE + ".traffic..")
                .layer("analysis")
                .definedBy(ENGINE + ".analysis..")
                .layer("rollout")
                .definedBy(ENGINE + ".rollout..")
                .layer("guardian")
                .definedBy(ENGINE + ".guardian..")
                .layer("flow")
                .definedBy(ENGINE + ".flow..")
                .whereLayer("flow")
                .mayOnlyAccessLayers("text")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("approval")
                .mayOnlyAccessLayers("text")
                .whereLayer("audit")
                .mayOnlyAccessLayers("text")
                .whereLayer("record")
                .mayOnlyAccessLayers("text")
                .whereLayer("notify")
                .mayOnlyAccessLayers("text")
                .whereLayer("pipeline")
                .mayOnlyAccessLayers("text")
                .whereLayer("scan")
                .mayOnlyAccessLayers("text")
                .whereLayer("smoke")
                .mayOnlyAccessLayers("text")
                .whereLayer("cluster")
                .mayOnlyAccessLayers("text")
                .whereLayer("analysis")
                .mayOnlyAccessLayers("text")
                .whereLayer("manifest")
                .mayOnlyAccessLayers("text", "cluster")
                .whereLayer("traffic")
                .mayOnlyAccessLayers("text", "cluster")
                .whereLayer("rollout")
                .mayOnlyAccessLayers("text", "cluster", "manifest", "traffic", "analysis")
                .whereLayer("guardian")
                .mayOnlyAccessLayers("text", "cluster", "rollout");
    }
}
