package io.jenkins.plugins.delivery.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import hudson.remoting.Callable;
import java.time.Clock;
import java.time.Instant;
import java.util.Timer;
import java.util.concurrent.Executors;
import jenkins.MasterToSlaveFileCallable;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.Test;

class PluginArchitectureTest {
    private static final String PLUGIN = "io.jenkins.plugins.delivery";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    PLUGIN + ".steps",
                    PLUGIN + ".audit",
                    PLUGIN + ".config",
                    PLUGIN + ".console",
                    PLUGIN + ".credentials",
                    PLUGIN + ".reports",
                    PLUGIN + ".environments",
                    PLUGIN + ".flow",
                    PLUGIN + ".formats",
                    PLUGIN + ".jobs",
                    PLUGIN + ".kept",
                    PLUGIN + ".notify",
                    PLUGIN + ".pages",
                    PLUGIN + ".pipeline",
                    PLUGIN + ".pods",
                    PLUGIN + ".prometheus",
                    PLUGIN + ".settings");

    @Test
    void the_plugin_knows_neither_the_rehearsal_nor_how_its_jenkins_is_made() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLUGIN + ".rehearsal..", PLUGIN + ".jenkinsapi..")
                .check(CLASSES);
    }

    @Test
    void packages_depend_one_way() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(PLUGIN + "..")
                .withOptionalLayers(true)
                .layer("config")
                .definedBy(PLUGIN + ".config..")
                .layer("formats")
                .definedBy(PLUGIN + ".formats..")
                .layer("credentials")
                .definedBy(PLUGIN + ".credentials..")
                .layer("console")
                .definedBy(PLUGIN + ".console..")
                .layer("kept")
                .definedBy(PLUGIN + ".kept..")
                .layer("reports")
                .definedBy(PLUGIN + ".reports..")
                .layer("pages")
                .definedBy(PLUGIN + ".pages..")
                .layer("audit")
                .definedBy(PLUGIN + ".audit..")
                .layer("notify")
                .definedBy(PLUGIN + ".notify..")
                .layer("environments")
                .definedBy(PLUGIN + ".environments..")
                .layer("steps")
                .definedBy(PLUGIN + ".steps..")
                .layer("flow")
                .definedBy(PLUGIN + ".flow..")
                .layer("settings")
                .definedBy(PLUGIN + ".settings..")
                .layer("jobs")
                .definedBy(PLUGIN + ".jobs..")
                .layer("pipeline")
                .definedBy(PLUGIN + ".pipeline..")
                .layer("pods")
                .definedBy(PLUGIN + ".pods..")
                .layer("prometheus")
                .definedBy(PLUGIN + ".prometheus..")
                .layer("engine")
                .definedBy(PLUGIN + ".engine..")
                .whereLayer("engine")
                .mayNotAccessAnyLayer()
                .whereLayer("formats")
                .mayOnlyAccessLayers("engine")
                .whereLayer("config")
                .mayOnlyAccessLayers("engine", "formats")
                .whereLayer("credentials")
                .mayOnlyAccessLayers("engine", "config")
                .whereLayer("kept")
                .mayOnlyAccessLayers("engine", "config", "credentials")
                .whereLayer("console")
                .mayNotAccessAnyLayer()
                .whereLayer("pages")
                .mayNotAccessAnyLayer()
                .whereLayer("pods")
                .mayOnlyAccessLayers("engine")
                .whereLayer("reports")
                .mayOnlyAccessLayers("engine", "config", "pages")
                .whereLayer("audit")
                .mayOnlyAccessLayers("engine", "config", "reports", "pages")
                .whereLayer("notify")
                .mayOnlyAccessLayers("engine", "config", "credentials")
                .whereLayer("environments")
                .mayOnlyAccessLayers("engine", "config", "reports", "audit")
                .whereLayer("steps")
                .mayOnlyBeAccessedByLayers("flow", "jobs", "pipeline", "prometheus", "settings")
                .whereLayer("prometheus")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jobs")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("settings")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("flow")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pipeline")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    /** What people approved binds a rollout; nothing else knows another step. */
    @Test
    void steps_do_not_know_each_other() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(PLUGIN + ".steps..")
                .layer("base")
                .definedBy(PLUGIN + ".steps")
                .layer("approval")
                .definedBy(PLUGIN + ".steps.approval..")
                .layer("scan")
                .definedBy(PLUGIN + ".steps.scan..")
                .layer("smoke")
                .definedBy(PLUGIN + ".steps.smoke..")
                .layer("rollout")
                .definedBy(PLUGIN + ".steps.rollout..")
                .whereLayer("base")
                .mayNotAccessAnyLayer()
                .whereLayer("approval")
                .mayOnlyAccessLayers("base")
                .whereLayer("scan")
                .mayOnlyAccessLayers("base")
                .whereLayer("smoke")
                .mayOnlyAccessLayers("base")
                .whereLayer("rollout")
                .mayOnlyAccessLayers("base", "approval")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(PLUGIN + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void on_the_controller_time_and_threads_come_from_the_clock_of_the_steps() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ControllerClock")
                .and()
                .areNotAssignableTo(MasterToSlaveCallable.class)
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Timer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(jenkins.util.Timer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .check(CLASSES);
    }

    @Test
    void only_credentials_looks_credentials_up() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PLUGIN + ".credentials..", PLUGIN + ".config..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.cloudbees.plugins.credentials.CredentialsProvider")
                .check(CLASSES);
    }

    @Test
    void item_07_whoever_finds_a_credential_for_a_build_tracks_its_use() {
        methods()
                .that(new DescribedPredicate<>("find a credential for a build") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return calls(method, "findCredentialById");
                    }
                })
                .should(new ArchCondition<>("track its use") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(method, calls(method, "track"), method.getFullName()));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void item_15_an_agent_can_have_nothing_run_on_the_controller() {
        classes()
                .that()
                .areAssignableTo(Callable.class)
                .should()
                .beAssignableTo(MasterToSlaveCallable.class)
                .orShould()
                .beAssignableTo(MasterToSlaveFileCallable.class)
                .check(CLASSES);
    }

    @Test
    void nothing_is_unpacked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(zip\\.Zip|jar\\.)\\w*|org\\.apache\\.(commons\\.compress|tools)\\..*")
                .orShould()
                .callMethodWhere(new DescribedPredicate<>("unpack") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getTarget().getName().matches("(unzip|untar|installIfNecessary|newFileSystem).*");
                    }
                })
                .because("a name in an archive may lead out of the folder that it is unpacked into")
                .check(CLASSES);
    }

    @Test
    void item_23_nothing_of_ours_is_open_to_scripts_in_the_sandbox() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jenkinsci.plugins.scriptsecurity..")
                .check(CLASSES);
    }

    private static boolean calls(JavaMethod method, String name) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getName().equals(name)
                        && call.getTargetOwner().getSimpleName().equals("CredentialsProvider"));
    }
}
