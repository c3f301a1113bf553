package io.jenkins.plugins.delivery.steps.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import hudson.ExtensionList;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.checks.api.ChecksConclusion;
import io.jenkins.plugins.checks.api.ChecksDetails;
import io.jenkins.plugins.checks.api.ChecksPublisher;
import io.jenkins.plugins.checks.api.ChecksPublisherFactory;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScanGate;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.reports.Download;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.reports.TaggedJson;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.HttpResponse;

class SecurityScanStepTest {
    @TempDir
    Path folder;

    private StepHarness harness;

    @BeforeEach
    void start() throws IOException {
        harness = new StepHarness(folder);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private void report(String name, String... rules) throws IOException {
        StringBuilder results = new StringBuilder();
        for (String rule : rules) {
            results.append(results.length() == 0 ? "" : ",")
                    .append("{\"ruleId\": \"%s\", \"level\": \"error\", \"message\": {\"text\": \"<b>%s</b>\"}}"
                            .formatted(rule, rule));
        }
        Path file = harness.workspace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"lint\"}}, \"results\": [%s]}]}"
                        .formatted(results));
    }

    private static SecurityScanStep scan(String reports) {
        SecurityScanStep step = new SecurityScanStep();
        step.setReports(reports);
        return step;
    }

    private static ScanGate gate(String severity, int max, String scope, String result) {
        ScanGate gate = new ScanGate();
        gate.setSeverity(severity);
        gate.setMax(max);
        gate.setScope(scope);
        gate.setResult(result);
        return gate;
    }

    private ScanAction action() {
        return harness.run.getAction(ScanAction.class);
    }

    @Test
    void passesWithAPlainMapAndAReportOnTheBuild() throws Exception {
        report("target/lint.sarif");
        Map<String, Object> result = harness.start(scan("**/*.sarif")).result();
        assertThat(result)
                .containsEntry("passed", true)
                .containsEntry("total", 0)
                .containsEntry("violations", List.of())
                .containsEntry("bySeverity", Map.of());
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.PASSED);
        assertThat(action().getUrlName()).isEqualTo("security-scan");
        assertThat(harness.log()).contains("securityScan: lint in target/lint.sarif");
    }

    @Test
    void failsWithTheReasonAfterItsReportIsOnTheBuild() throws Exception {
        report("lint.sarif", "A", "B");
        assertThat(harness.start(scan("lint.sarif")).failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("securityScan: 2 HIGH in code, 0 allowed: A, B");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(action().getRows()).extracting(row -> row.get("rule")).containsExactly("A", "B");
    }

    @Test
    void findingsLieInAFileOfTheirOwnAndSurviveARestart() throws Exception {
        report("lint.sarif", "UNMISTAKABLE");
        harness.start(scan("lint.sarif")).failure();
        harness.run.save();
        assertThat(Files.readString(harness.run.getRootDir().toPath().resolve("build.xml")))
                .doesNotContain("<b>UNMISTAKABLE");
        ScanAction again = harness.run.readAgain().getAction(ScanAction.class);
        assertThat(again.getRows().get(0)).containsEntry("rule", "UNMISTAKABLE");
        TaggedJson page = (TaggedJson) again.findings(Map.of("page", "1", "q", "unmistak"));
        assertThat(page.model().toString()).contains("total=1").contains("rule=UNMISTAKABLE");
        assertThat(((TaggedJson) again.findings(Map.of("page", "1", "q", "unmistak"))).tag())
                .isEqualTo(page.tag());
        assertThat(((TaggedJson) again.findings(Map.of("page", "2"))).tag()).isNotEqualTo(page.tag());
        assertThat(((JsonResponse) again.findings(Map.of("page", "0"))).status())
                .isEqualTo(400);
        for (HttpResponse download : List.of(again.doSarif(), again.doCsv(), again.doDownloadJson())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ((Download) download).content().writeTo(out);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("UNMISTAKABLE");
        }
    }

    @Test
    void onlyWhatTheLastGoodBuildDoesNotHaveIsNew() throws Exception {
        SecurityScanStep step = scan("lint.sarif");
        step.setGates(List.of(gate("HIGH", 0, "NEW", "FAILURE")));
        report("lint.sarif", "A");
        assertThat(harness.start(step).result()).containsEntry("fresh", 0).containsEntry("passed", true);
        harness.run.setResult(Result.SUCCESS);

        harness.nextBuild();
        report("lint.sarif", "A", "B");
        assertThat(harness.start(step).failure()).hasMessageContaining("1 HIGH in code is new, 0 allowed: B");
        harness.run.setResult(Result.FAILURE);

        harness.nextBuild();
        assertThat(harness.start(step).failure()).hasMessageContaining("1 HIGH in code is new");
        harness.run.setResult(Result.FAILURE);

        harness.nextBuild();
        report("lint.sarif");
        assertThat(harness.start(step).result()).containsEntry("fixed", 1).containsEntry("total", 0);
        assertThat(action().getFigures()).contains("0 new and 1 fixed since shop #1");
    }

    @Test
    void whatAnUnstableBuildHadToStopStaysNewUntilSomebodyMakesItTheBaseline() throws Exception {
        SecurityScanStep step = scan("lint.sarif");
        step.setGates(List.of(gate("HIGH", 0, "NEW", "UNSTABLE")));
        harness.provide(FlowNode.class, new TestNode());
        report("lint.sarif");
        harness.start(step).result();
        harness.run.setResult(Result.SUCCESS);
        report("lint.sarif", "A");
        for (int build = 2; build <= 3; build++) {
            harness.nextBuild();
            assertThat(harness.start(step).result()).containsEntry("fresh", 1);
            assertThat(harness.run.getResult()).isEqualTo(Result.UNSTABLE);
        }
        assertThat(((JsonResponse) action().doResetBaseline(null, " ")).model().toString())
                .contains("Say why");
        action().doResetBaseline(null, "accepted for this release");
        assertThat(harness.run
                        .readAgain()
                        .getAction(ScanAction.class)
                        .getReset()
                        .getReason())
                .isEqualTo("accepted for this release");

        harness.nextBuild();
        assertThat(harness.start(step).result()).containsEntry("fresh", 0).containsEntry("total", 1);
        assertThat(action().getFigures()).contains("0 new and 0 fixed since shop #3");
    }

    @Test
    void aForgeThatWantsToKnowGetsACheck() throws Exception {
        List<ChecksDetails> told = new ArrayList<>();
        ExtensionList.lookup(ChecksPublisherFactory.class).add(new ChecksPublisherFactory() {
            @Override
            protected Optional<ChecksPublisher> createPublisher(Run<?, ?> run, TaskListener listener) {
                return Optional.of(new ChecksPublisher() {
                    @Override
                    public void publish(ChecksDetails details) {
                        told.add(details);
                    }
                });
            }

            @Override
            protected Optional<ChecksPublisher> createPublisher(Job<?, ?> job, TaskListener listener) {
                return Optional.empty();
            }
        });
        report("lint.sarif", "A<img>");
        harness.start(scan("lint.sarif")).failure();
        report("lint.sarif");
        harness.start(scan("lint.sarif")).result();
        assertThat(told)
                .extracting(ChecksDetails::getConclusion)
                .containsExactly(ChecksConclusion.FAILURE, ChecksConclusion.SUCCESS);
        assertThat(told.get(0).getOutput().orElseThrow().getSummary().orElseThrow())
                .isEqualTo("1 HIGH in code, 0 allowed: A\\<img\\>");
    }

    @Test
    void gatesOfTheAdministratorHoldToo() throws Exception {
        DeliveryConfiguration.get().setScanGates(List.of(gate(null, 0, "ALL", "FAILURE")));
        SecurityScanStep step = scan("lint.sarif");
        step.setGates(List.of(gate("CRITICAL", 5, "ALL", "UNSTABLE")));
        report("lint.sarif", "A");
        assertThat(harness.start(step).failure())
                .hasMessageEndingWith("1 finding in code, 0 allowed: A (demanded by the administrator)");
    }

    @Test
    void anUnstableGateMarksTheBuildAndTheStageAndGoesOn() throws Exception {
        FlowNode node = new TestNode();
        harness.provide(FlowNode.class, node);
        SecurityScanStep step = scan("lint.sarif");
        step.setGates(List.of(gate(null, 0, "ALL", "unstable")));
        report("lint.sarif", "A");
        assertThat(harness.start(step).result()).containsEntry("passed", false);
        assertThat(harness.run.getResult()).isEqualTo(Result.UNSTABLE);
        assertThat(node.getAction(WarningAction.class).getMessage()).contains("1 finding in code, 0 allowed: A");
    }

    @Test
    void suppressionsAreReadFromTheWorkspace() throws Exception {
        report("lint.sarif", "A");
        Files.writeString(
                harness.workspace.resolve("sup.yaml"), "- {id: A, reason: it is a test, expires: 2026-06-01}\n");
        SecurityScanStep step = scan("lint.sarif");
        step.setSuppressions("sup.yaml");
        assertThat(harness.start(step).result()).containsEntry("suppressed", 1).containsEntry("passed", true);

        Files.writeString(harness.workspace.resolve("sup.yaml"), "- {id: A, reason: x, expires: 2026-05-31}\n");
        harness.nextBuild();
        assertThat(harness.start(step).failure()).hasMessageContaining("the suppression of A expired on 2026-05-31");

        Files.writeString(harness.workspace.resolve("sup.yaml"), "- {id: A}\n");
        harness.nextBuild();
        assertThat(harness.start(step).failure())
                .hasMessageContaining("sup.yaml:1:3")
                .hasMessageContaining("reason");
        assertThat(action().getHeadline()).contains("sup.yaml:1:3");
    }

    @Test
    void whatCannotBeReadIsAnErrorWithItsPlaceAndLeavesAReport() throws Exception {
        Files.writeString(harness.workspace.resolve("a.sarif"), "{\"runs\": [\n  {\"tool\": ");
        assertThat(harness.start(scan("a.sarif")).failure())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("securityScan: a.sarif:2:");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
    }

    @Test
    void aPatternThatMatchesNothingIsAnErrorUnlessThatIsAllowed() throws Exception {
        assertThat(harness.start(scan("*.sarif, *.json")).failure())
                .hasMessageContaining("nothing in the workspace matches '*.sarif'");
        SecurityScanStep step = scan("*.sarif");
        step.setAllowEmpty(true);
        harness.nextBuild();
        assertThat(harness.start(step).result()).containsEntry("passed", true);
    }

    @Test
    void item14NothingOutsideOfTheWorkspaceIsRead() throws Exception {
        Path outside = Files.writeString(folder.resolve("secret.sarif"), "{}");
        Files.createSymbolicLink(harness.workspace.resolve("link.sarif"), outside);
        assertThat(harness.start(scan("link.sarif")).failure())
                .hasMessageContaining("is a link that leads out of the workspace");
        for (String path :
                List.of("../secret.sarif", "a/../../secret.sarif", "/etc/passwd", "C:\\x.json", "~/x", "a,,b")) {
            assertThatExceptionOfType(ArgumentException.class)
                    .as(path)
                    .isThrownBy(() -> scan(path).check())
                    .withMessageContaining("reports: ");
        }
    }

    @Test
    void argumentsAreExplainedBeforeAnythingIsRead() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> new SecurityScanStep().check())
                .withMessageContaining("say which scanners to run");
        SecurityScanStep format = scan("a");
        format.setFormat("sarf");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(format::check)
                .withMessageContaining("did you mean 'sarif'?");
        SecurityScanStep gates = scan("a");
        gates.setGates(List.of(gate("CRITCAL", 0, "ALL", "FAILURE")));
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(gates::check)
                .withMessageContaining("gates[0].severity")
                .withMessageContaining("did you mean 'CRITICAL'?");
    }

    @Test
    void aStoppedScanSaysSo() throws Exception {
        report("lint.sarif");
        harness.start(scan("lint.sarif"));
        InterruptedException cause = new InterruptedException("stop");
        harness.stop(cause);
        assertThat(harness.failure()).isSameAs(cause);
        assertThat(action().getHeadline()).isEqualTo("The scan was stopped before it was over");
    }

    @Test
    void severalScansOfABuildHaveSeveralReports() throws Exception {
        report("lint.sarif");
        SecurityScanStep one = scan("lint.sarif");
        one.setName("Code");
        harness.start(one).result();
        SecurityScanStep two = scan("lint.sarif");
        two.setName("Image");
        harness.start(two).result();
        assertThat(harness.run.getActions(ScanAction.class))
                .extracting(ScanAction::getUrlName)
                .containsExactly("security-scan-code", "security-scan-image");
    }

    private static final class TestNode extends FlowNode {
        TestNode() {
            super(null, "1");
        }

        @Override
        protected String getTypeDisplayName() {
            return "test";
        }
    }
}
