package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CheckVarsTest {
    private static final String JUNIT =
            "<testsuite name=\"a\" tests=\"1\"><testcase classname=\"a\" name=\"works\"/></testsuite>";

    @TempDir
    Path folder;

    private final List<String> shells = new ArrayList<>();
    private Rehearsed rehearsed;

    @BeforeEach
    void prepare() {
        rehearsed = new Rehearsed(folder).shell(new ShellInterceptor() {
            @Override
            public Optional<ShellOutcome> intercept(ShellCall call) {
                shells.add(call.script());
                return Optional.of(new ShellOutcome(0, "", ""));
            }
        });
    }

    private static void succeeded(PipelineOutcome outcome) {
        assertThat(outcome.error()).as(outcome.text()).isNull();
        assertThat(outcome.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void lintCodeRunsWhatTheBuildToolOfTheWorkspaceUses() throws Exception {
        rehearsed.file("pom.xml", "<project/>");
        succeeded(rehearsed.run("node { lintCode() }"));
        assertThat(shells).containsExactly("mvn -B -ntp checkstyle:check");
    }

    @Test
    void lintCodePrefersTheWrapperOfTheWorkspaceAndTheCommandOfTheJenkinsfile() throws Exception {
        rehearsed.file("build.gradle", "").file("gradlew", "");
        succeeded(rehearsed.run("node { lintCode(); lintCode command: 'make lint' }"));
        assertThat(shells).containsExactly("./gradlew --console=plain check -x test", "make lint");
    }

    @Test
    void aWorkspaceWithoutAKnownBuildToolIsSaid() throws Exception {
        PipelineOutcome outcome = rehearsed.run("node { lintCode() }");
        assertThat(outcome.result()).isEqualTo(Result.FAILURE);
        assertThat(outcome.error()).contains("no pom.xml, build.gradle or package.json");
    }

    @Test
    void anUnknownSettingIsRefusedWithTheOneThatWasMeant() throws Exception {
        PipelineOutcome outcome = rehearsed.run("node { lintCode comand: 'make lint' }");
        assertThat(outcome.error())
                .contains("lintCode: there is no setting 'comand'; did you mean 'command'? (known are command, tool)");
        assertThat(shells).isEmpty();
    }

    @Test
    void runTestsPublishesResultsAndChecksCoverage() throws Exception {
        rehearsed
                .file("pom.xml", "<project/>")
                .file("target/surefire-reports/a.xml", JUNIT)
                .file("target/site/jacoco/jacoco.xml", """
                        <report name="shop"><package name="a"><counter type="LINE" missed="50" covered="1"/></package>
                        <counter type="INSTRUCTION" missed="9" covered="1"/><counter type="LINE" missed="20" covered="80"/></report>
                        """);
        succeeded(rehearsed.run("node { runTests minCoverage: 80 }"));
        assertThat(shells).containsExactly("mvn -B -ntp verify");
        PipelineOutcome outcome = rehearsed.run("node { runTests minCoverage: 80.5 }");
        assertThat(outcome.error()).contains("80 % of the lines are covered by tests, 80.5 % are wanted");
    }

    @Test
    void runTestsWithoutResultsIsNoPass() throws Exception {
        rehearsed.file("pom.xml", "<project/>");
        assertThat(rehearsed.run("node { runTests() }").result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void migrateDatabaseGivesFlywayItsAddress() throws Exception {
        rehearsed.file("pom.xml", "<project/>");
        succeeded(rehearsed.run("node { migrateDatabase url: 'jdbc:sqlite:shop.db' }"));
        assertThat(shells).containsExactly("mvn -B -ntp flyway:migrate flyway:validate");
        assertThat(rehearsed.run("node { migrateDatabase() }").error()).contains("say the url of the database");
    }

    @Test
    void deployToNamesTheStrategiesThatThereAre() throws Exception {
        assertThat(rehearsed
                        .run("node { deployTo environment: 'staging', app: 'shop', image: 'a:1', strategy: 'green' }")
                        .error())
                .contains("there is no strategy 'green' (known are blue-green, canary, compose, rolling)");
        assertThat(rehearsed.run("node { deployTo app: 'shop', image: 'a:1' }").error())
                .contains("deployTo: say the environment");
    }

    @Test
    void notifyTeamSaysItInTheLogAndNeverFailsABuild() throws Exception {
        PipelineOutcome outcome = rehearsed.run("node { notifyTeam message: 'done', webhookCredentialsId: 'missing' }");
        succeeded(outcome);
        assertThat(outcome.text()).contains("done").contains("Nobody could be notified");
    }
}
