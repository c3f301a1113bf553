package io.jenkins.plugins.delivery.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.steps.StepHarness;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeliveryReportStepTest {
    private static final String PLAN = """
            {"format_version": "1.2", "planned_values": {}, "resource_changes": [
              {"address": "%s", "mode": "managed", "type": "%s", "change": {"actions": ["%s"], "before": {}, "after": {}}}]}
            """;

    @TempDir
    Path folder;

    private StepHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new StepHarness(folder);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private DeliveryReportStep report(String address, String type, String action) throws Exception {
        Files.writeString(harness.workspace.resolve("plan.json"), PLAN.formatted(address, type, action));
        return new DeliveryReportStep("terraform-plan", "plan.json");
    }

    private FlowReportAction action() {
        return harness.run.getAction(FlowReportAction.class);
    }

    @Test
    void returnsWhatAProgramCanKeepAndLeavesAReport() throws Exception {
        Files.writeString(harness.workspace.resolve("a.tfplan"), "plan");
        DeliveryReportStep step = report("aws_eip.a", "aws_eip", "create");
        step.setArtifact("a.tfplan");
        step.setName("network");
        Map<String, Object> result = harness.start(step).result();
        assertThat(result)
                .containsEntry("passed", true)
                .containsEntry("verdict", "PASSED")
                .containsEntry("summary", "1 to add, 0 to change, 0 to destroy")
                .containsEntry("artifactDigest", "64879f7d6b960a01909762d911a32d4582c20010c5641ee90278b644a9e3b525");
        assertThat(result.get("figures")).asString().contains("added=1", "destroyed=0");
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(result);
        assertThat(action().getDisplayName()).isEqualTo("Infrastructure plan: network");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.PASSED);
        assertThat(action().getLines().get(0).cells()).contains("add", "aws_eip.a");
        assertThat(harness.log()).contains("Infrastructure plan: network: 1 to add");
        assertThat(harness.run.readAgain().getAction(FlowReportAction.class).getLines())
                .hasSize(1);
    }

    @Test
    void aGateThatDoesNotPassEndsTheStepAfterItsReportIsOnTheBuild() throws Exception {
        assertThat(harness.start(report("aws_db_instance.a", "aws_db_instance", "delete"))
                        .failure())
                .isInstanceOf(AbortException.class)
                .hasMessage("Infrastructure plan: data stores destroyed without allowance: 1, 0 allowed");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(action().getLines().get(0).getColour()).isEqualTo("jenkins-!-error-color");
    }

    @Test
    void aGateMayMakeTheBuildUnstable() throws Exception {
        DeliveryReportStep step = report("aws_eip.a", "aws_eip", "create");
        step.setGates(List.of(Map.of("figure", "changes", "max", 0, "result", "UNSTABLE")));
        harness.provide(FlowNode.class, new TestNode());
        assertThat(harness.start(step).result()).containsEntry("verdict", "UNSTABLE");
        assertThat(harness.run.getResult()).isEqualTo(Result.UNSTABLE);
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.WARNED);
    }

    @Test
    void whatDoesNotPassCanBeLeftToThePipeline() throws Exception {
        DeliveryReportStep step = report("aws_db_instance.a", "aws_db_instance", "delete");
        step.setPropagate(false);
        assertThat(harness.start(step).result()).containsEntry("passed", false).containsEntry("verdict", "FAILED");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        assertThat(harness.run.getResult()).isNull();
    }

    @Test
    void comparesWithTheLastGoodBuild() throws Exception {
        harness.start(report("aws_eip.a", "aws_eip", "no-op")).result();
        harness.run.setResult(Result.SUCCESS);
        harness.nextBuild();
        DeliveryReportStep step = report("aws_eip.a", "aws_eip", "create");
        step.setGates(List.of(Map.of("figure", "added", "maxIncrease", "50%")));
        assertThat(harness.start(step).failure()).hasMessageContaining("added: 1, up from 0 in #1; at most 0 allowed");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        harness.start(report("<script>alert(1)</script>\\u001b[2J", "x\\u0000", "create"))
                .result();
        assertThat(action().getLines().get(0).cells()).contains("<script>alert(1)</script>", "x\uFFFD");
        assertThat(Files.readString(harness.run.getRootDir().toPath().resolve("build.xml")))
                .doesNotContain("script");
    }

    @Test
    void aReportThatIsNotThereOrNotReadableLeavesAReportToo() throws Exception {
        DeliveryReportStep missing = new DeliveryReportStep("terraform-plan", "nothing.json");
        assertThat(harness.start(missing).failure())
                .hasMessage("deliveryReport: file: there is no file 'nothing.json' in the workspace.");
        assertThat(action().getVerdict()).isEqualTo(ReportVerdict.FAILED);
        Files.writeString(harness.workspace.resolve("bad.json"), "[]");
        assertThat(harness.start(new DeliveryReportStep("terraform-plan", "bad.json"))
                        .failure())
                .hasMessage("deliveryReport: bad.json:1: expected a JSON object");
    }

    @Test
    void argumentsAreExplainedBeforeAnythingIsRead() {
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> new DeliveryReportStep("terraform-pan", "a").check())
                .withMessageContaining(
                        "kind: there is no kind of report 'terraform-pan'; did you mean 'terraform-plan'?");
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> new DeliveryReportStep("terraform-plan", "../a").check())
                .withMessageContaining("no path inside the workspace");
        DeliveryReportStep settings = new DeliveryReportStep("terraform-plan", "a");
        settings.setSettings(Map.of("allowDestory", "x"));
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(settings::check)
                .withMessageContaining("did you mean 'allowDestroy'?");
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
