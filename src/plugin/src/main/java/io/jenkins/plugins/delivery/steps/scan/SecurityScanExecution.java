package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.ScanGate;
import io.jenkins.plugins.delivery.engine.scan.Baseline;
import io.jenkins.plugins.delivery.engine.scan.GateVerdict;
import io.jenkins.plugins.delivery.engine.scan.ScanAssessment;
import io.jenkins.plugins.delivery.engine.scan.ScanPolicy;
import io.jenkins.plugins.delivery.engine.scan.Suppressions;
import io.jenkins.plugins.delivery.engine.scan.Vex;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerNeed;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import io.jenkins.plugins.delivery.kept.KeptScanners;
import io.jenkins.plugins.delivery.steps.BackgroundStepExecution;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import jenkins.security.HMACConfidentialKey;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Runs scanners, reads, compares, decides, reports. Between two looks at the scanners nothing waits but an alarm. A scanner
 * that a restart cut short is run again; the report of one that was over by then is used.
 */
final class SecurityScanExecution extends BackgroundStepExecution {
    private static final long serialVersionUID = 1L;
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);
    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(SecurityScanExecution.class, "fingerprints");

    private final SecurityScanStep step;
    private final String report = UUID.randomUUID().toString();

    /** Null as long as nobody has chosen scanners. */
    @CheckForNull
    private volatile ScannerRuns runs;

    /** The scanners that it began with, as JSON; null before that, and in programs of older releases. */
    @CheckForNull
    private volatile String kept;

    private transient volatile DeliveryClock.Elsewhere elsewhere;

    SecurityScanExecution(StepContext context, SecurityScanStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public String getStatus() {
        ScannerRuns current = runs;
        String running = current == null ? "" : current.words();
        return running.isEmpty() ? "reading what was found" : "running " + running;
    }

    @Override
    protected void proceed() throws IOException, InterruptedException {
        FilePath workspace = workspace();
        if (workspace == null) {
            return;
        }
        if (step.getScanners().isEmpty()) {
            conclude(workspace, List.of(), List.of());
            return;
        }
        if (runs == null) {
            kept = KeptScanners.now().toJson();
        }
        ScannerScene scene = scene(workspace);
        try {
            ScannerRuns over = advanced(scene);
            if (!over.isOver()) {
                againAfter(LOOKED_AT_EVERY);
                return;
            }
            endElsewhere();
            artifacts().archive(scene.results(), over.inventories(scene));
            conclude(workspace, over.outputs(scene), over.problems());
            scene.results().deleteRecursive();
        } catch (IOException | InterruptedException | RuntimeException e) {
            endScanners();
            throw e;
        }
    }

    /** The scanners after what there was to do now. */
    private ScannerRuns advanced(ScannerScene scene) throws IOException, InterruptedException {
        ScannerRuns current = runs;
        if (current == null) {
            current = choose(scene);
            runs = current;
            getContext().saveState();
        } else if (elsewhere == null) {
            // Back after a restart: what still runs there writes for nobody.
            scene.killAll();
        }
        if (elsewhere == null) {
            elsewhere = DeliveryClock.get().elsewhere("scanners");
            scene.results().mkdirs();
        }
        if (current.advance(scene)) {
            getContext().saveState();
        }
        return current;
    }

    private ScannerRuns choose(ScannerScene scene) throws IOException, InterruptedException {
        if (!scene.folder().isDirectory()) {
            throw new AbortException(
                    "securityScan: path: there is no folder '" + step.getPath() + "' in the workspace");
        }
        if (!step.isAuto()) {
            return ScannerRuns.of(step.getScanners());
        }
        List<ScannerNeed> needs = scene.folder().act(new WorkspaceNeeds(step.getImage()));
        needs.forEach(need -> scene.tell("auto: " + need.reason() + " → " + String.join(" or ", need.candidates())));
        return ScannerRuns.needed(needs);
    }

    private ScannerScene scene(FilePath workspace) throws IOException, InterruptedException {
        EnvVars environment = getContext().get(EnvVars.class);
        return new ScannerScene(
                kept == null
                        ? new ScannerCatalog()
                        : new ScannerCatalog(KeptScanners.fromJson(kept).settings()),
                getContext().get(Launcher.class),
                environment == null ? new EnvVars() : environment,
                step.getPath() == null ? workspace : workspace.child(step.getPath()),
                workspace.sibling(workspace.getName() + "@tmp").child("security-scan-" + report),
                step.getImage(),
                step.timeout(),
                DeliveryClock.get().clock().instant(),
                run(),
                listener().getLogger(),
                report);
    }

    private void conclude(FilePath workspace, List<ScannerOutput> outputs, List<String> problems)
            throws IOException, InterruptedException {
        ScanAction action = action();
        ReadReports.Content content;
        ScanAssessment assessment;
        try {
            content = workspace.act(new ReadReports(step, outputs, problems, key()));
            assessment = assess(content);
        } catch (AbortException | YamlFileException e) {
            String why = String.join("; ", problems) + (problems.isEmpty() ? "" : "; ") + e.getMessage();
            action.publishFailure(run(), why);
            ScanListener.tellAll(run(), action, listener());
            throw new AbortException("securityScan: " + why);
        }
        ScannerRuns over = runs;
        action.publish(run(), assessment, content.files(), over == null ? List.of() : over.model());
        ScanListener.tellAll(run(), action, listener());
        artifacts().archive(action.store());
        tell(content, assessment);
        end(assessment);
    }

    private void endElsewhere() {
        DeliveryClock.Elsewhere open = elsewhere;
        if (open != null) {
            open.close();
        }
    }

    /** Nothing that was started here may go on when the step is over. */
    private void endScanners() throws IOException, InterruptedException {
        endElsewhere();
        ScannerRuns current = runs;
        FilePath workspace = getContext().get(FilePath.class);
        if (current == null || workspace == null) {
            return;
        }
        current.kill();
        ScannerScene scene = scene(workspace);
        scene.killAll();
        scene.results().deleteRecursive();
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
                Vex.of(content.vex(), step.getImage()));
        return ScanAssessment.of(content.report(), baseline, policy, today);
    }

    private void tell(ReadReports.Content content, ScanAssessment assessment) throws IOException, InterruptedException {
        PrintStream log = listener().getLogger();
        String where = content.files().isEmpty() ? "" : " in " + String.join(", ", content.files());
        log.println("securityScan: " + String.join(", ", assessment.runs()) + where);
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
    protected void stopped(Throwable cause) throws IOException, InterruptedException {
        endScanners();
        action().publishFailure(run(), "The scan was stopped before it was over");
    }

    private ScanArtifacts artifacts() throws IOException, InterruptedException {
        return new ScanArtifacts(run(), listener(), action().getUrlName());
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
