package io.jenkins.plugins.delivery.rehearsal.library;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellCall;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor;
import io.jenkins.plugins.delivery.rehearsal.runtime.ShellOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
        assertThat(outcome.error()).contains("There is no pom.xml", "so the build tool is not known: say the command");
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
        assertThat(outcome.error()).contains("lines: 80%, at least 80.5% demanded");
    }

    @Test
    void runTestsWithoutResultsIsNoPass() throws Exception {
        rehearsed.file("pom.xml", "<project/>");
        assertThat(rehearsed.run("node { runTests() }").result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void runTestsRunsOneSuiteAndWantsTheCoverageThatIsDemanded() throws Exception {
        rehearsed.file("pyproject.toml", "").file("junit.xml", JUNIT);
        PipelineOutcome outcome = rehearsed.run("node { runTests suite: 'integration', minBranchCoverage: 50 }");
        assertThat(shells).containsExactly("python3 -m pytest --junitxml=junit.xml -m integration");
        assertThat(outcome.error()).contains("there is no report of the coverage at coverage.xml, coverage.lcov");
    }

    @Test
    void whatContradictsItselfIsRefused() throws Exception {
        PipelineOutcome outcome = rehearsed.run("node { lintCode command: 'make lint', tool: 'maven' }");
        assertThat(outcome.error()).contains("lintCode: command and tool contradict each other; say one of them");
        assertThat(shells).isEmpty();
    }

    /** All at once: a run costs more than a call. */
    @Test
    void everyVarAnswersAnUnknownArgumentWithTheNearestOne() throws Exception {
        StringBuilder script = new StringBuilder("node {\n");
        List<String> answers = new ArrayList<>();
        for (Var var : Var.all()) {
            String known = var.settings().stream()
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            if (!known.isEmpty()) {
                String wrong = known.substring(0, 1) + "x" + known.substring(1);
                script.append("try { %s(%s: 'x')%s } catch (e) { echo e.message }%n"
                        .formatted(var.name(), wrong, var.needsBlock() ? " { }" : ""));
                answers.add(var.name() + ": there is no setting '" + wrong + "'; did you mean '" + known + "'?");
            }
        }
        PipelineOutcome outcome = rehearsed.run(script.append("}\n").toString());
        succeeded(outcome);
        assertThat(answers).hasSizeGreaterThan(10);
        assertThat(outcome.text()).contains(answers);
        assertThat(shells).isEmpty();
    }

    /** What the library calls like a step is one here, too. */
    private void stepOfOurs(String name, String code) throws Exception {
        Path vars = Files.createDirectories(folder.resolve("library/vars"));
        Files.writeString(vars.resolve(name + ".groovy"), code);
    }

    @Test
    void verifyReleaseBringsTheVersionBeforeBackWhenACheckFails() throws Exception {
        stepOfOurs(
                "smokeTest",
                "def call(Map given) { if (given.dryRun) { return }; error \"1 of 2 checks failed, ${given}\" }");
        stepOfOurs("rollbackDeploy", "def call(Map given) { echo \"back: ${given}\" }");
        PipelineOutcome outcome = rehearsed.run("verifyRelease app: 'shop'");
        assertThat(outcome.text())
                .contains(
                        "file:deploy/smoke.yaml",
                        "stableFor:30s",
                        "back: [environment:production, app:shop, to:previous]");
        assertThat(outcome.error())
                .contains("1 of 2 checks failed", "production was rolled back to the version before");
        stepOfOurs("rollbackDeploy", "def call(Map given) { error 'the schema floor is 1.5' }");
        assertThat(rehearsed.run("verifyRelease app: 'shop'").error())
                .contains(
                        "production could not be rolled back, and still has the new version: the schema floor is 1.5");
        assertThat(rehearsed.run("verifyRelease app: 'shop', rollback: false").error())
                .contains("The new version still serves in production");
    }

    @Test
    void verifyReleaseTakesNothingBackForAMistakeOfItsOwn() throws Exception {
        stepOfOurs("rollbackDeploy", "def call(Map given) { echo 'taken back' }");
        rehearsed.environments("production").file("smoke.yaml", "checks: [{pth: /}]");
        String address = ", url: 'http://localhost:1'";
        List<String> mistakes = List.of(
                "file: 'smoke.yaml'" + address,
                "file: 'missing.yaml'" + address,
                "checks: [[path: '/']], timeout: 'soon'" + address,
                "checks: [[path: '/', credentialsId: 'nobody']]" + address,
                "checks: [[path: '/']], environment: 'nowhere'" + address,
                "checks: [[path: '/']], rollback: 'no'" + address);
        StringBuilder script = new StringBuilder("node {\n");
        mistakes.forEach(mistake -> script.append(
                "try { verifyRelease app: 'shop', %s } catch (e) { echo e.message }%n".formatted(mistake)));
        PipelineOutcome outcome = rehearsed.run(script.append("}\n").toString());
        succeeded(outcome);
        assertThat(outcome.text())
                .contains("did you mean 'path'?", "missing.yaml", "'soon' is not a duration", "credential 'nobody'")
                .contains("'nowhere'", "rollback is true or false, not 'no'")
                .doesNotContain("taken back", "is brought back");
    }

    @Test
    void releaseNotesAndIncidentReportSayWhenThereIsNothingToWriteAbout() throws Exception {
        PipelineOutcome outcome = rehearsed.run("node { incidentReport(); releaseNotes environment: 'staging' }");
        assertThat(outcome.text()).contains("nothing that this build brought to production was taken back");
        assertThat(outcome.error()).contains("releaseNotes: this build has deployed nothing to staging");
    }

    @Test
    void migrateDatabaseGivesACommandOfItsOwnTheAddress() throws Exception {
        succeeded(rehearsed.run(
                "node { migrateDatabase url: 'jdbc:sqlite:shop.db', command: 'make migrate', backup: false }"));
        assertThat(shells).containsExactly("make migrate");
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
