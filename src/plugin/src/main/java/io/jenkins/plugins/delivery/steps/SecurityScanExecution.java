package io.jenkins.plugins.delivery.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScanGate;
import io.jenkins.plugins.delivery.engine.scan.Baseline;
import io.jenkins.plugins.delivery.engine.scan.GateVerdict;
import io.jenkins.plugins.delivery.engine.scan.ScanAssessment;
import io.jenkins.plugins.delivery.engine.scan.ScanPolicy;
import io.jenkins.plugins.delivery.engine.scan.Suppressions;
import io.jenkins.plugins.delivery.engine.scan.Vex;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import jenkins.security.HMACConfidentialKey;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads, compares, decides, reports. A scan that a restart cut short is read again: it only reads. */
final class SecurityScanExecution extends BackgroundStepExecution {
    private static final long serialVersionUID = 1L;
    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(SecurityScanExecution.class, "fingerprints");

    private final SecurityScanStep step;
    private final String report = UUID.randomUUID().toString();

    SecurityScanExecution(StepContext context, SecurityScanStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public String getStatus() {
        return "reading " + step.getReports();
    }

    @Override
    void proceed() throws IOException, InterruptedException {
        FilePath workspace = workspace();
        if (workspace == null) {
            return;
        }
        ScanAction action = action();
        ReadReports.Content content;
        ScanAssessment assessment;
        try {
            content = workspace.act(new ReadReports(step, key()));
            assessment = assess(content);
        } catch (AbortException | YamlFileException e) {
            action.publishFailure(run(), e.getMessage());
            throw new AbortException("securityScan: " + e.getMessage());
        }
        action.publish(run(), assessment, content.files());
        tell(content, assessment);
        end(assessment);
    }

    /** The agent gets a key of this purpose alone. */
    private static byte[] key() {
        return KEY.mac("findings".getBytes(StandardCharsets.UTF_8));
    }

    private ScanAssessment assess(ReadReports.Content content) throws IOException, InterruptedException {
        Suppressions suppressions = content.suppressions() == null
                ? Suppressions.none()
                : Suppressions.parse(step.getSuppressions(), content.suppressions());
        EnvVars environment = getContext().get(EnvVars.class);
        String target = environment == null ? null : environment.get("CHANGE_TARGET");
        Baseline baseline = new BaselineBuilds(run(), name()).find(step.getBaseline(), target);
        LocalDate today = LocalDate.ofInstant(DeliveryClock.get().clock().instant(), ZoneOffset.UTC);
        ScanPolicy policy = new ScanPolicy(
                step.engineGates(),
                ScanGate.parse("scanGates", DeliveryConfiguration.get().getScanGates()),
                suppressions,
                Vex.of(content.vex()));
        return ScanAssessment.of(content.report(), baseline, policy, today);
    }

    private void tell(ReadReports.Content content, ScanAssessment assessment) throws IOException, InterruptedException {
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        log.println(
                "securityScan: " + String.join(", ", assessment.runs()) + " in " + String.join(", ", content.files()));
        ScanWords.figures(assessment).forEach(figure -> log.println("  " + figure));
        assessment.notices().forEach(notice -> log.println("  " + notice));
        assessment.verdict().violations().forEach(violation -> log.println("  not passed: " + violation));
    }

    private void end(ScanAssessment assessment) throws IOException, InterruptedException {
        GateVerdict verdict = assessment.verdict();
        String words = "securityScan: " + String.join("; ", verdict.violations());
        switch (verdict.outcome()) {
            case FAILED -> fail(new AbortException(words));
            case UNSTABLE -> {
                FlowNode node = getContext().get(FlowNode.class);
                node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(words));
                run().setResult(Result.UNSTABLE);
                succeed(ScanWords.result(assessment));
            }
            case PASSED -> succeed(ScanWords.result(assessment));
        }
    }

    @Override
    void stopped(Throwable cause) throws IOException, InterruptedException {
        action().publishFailure(run(), "The scan was stopped before it was over");
    }

    private ScanAction action() throws IOException, InterruptedException {
        return ScanAction.of(run(), name(), report);
    }

    private String name() {
        return step.getName() == null ? "" : step.getName();
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }
}
