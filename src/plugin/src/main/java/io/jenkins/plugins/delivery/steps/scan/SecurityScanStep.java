package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.ScanGate;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Durations;
import io.jenkins.plugins.delivery.engine.scan.Gate;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerChecks;
import io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition;
import io.jenkins.plugins.delivery.formats.FormatCatalog;
import io.jenkins.plugins.delivery.steps.DeliveryStep;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code securityScan}: runs scanners, reads what they and others found, and decides whether it may pass. */
public final class SecurityScanStep extends DeliveryStep {
    private static final long serialVersionUID = 1L;
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private ArrayList<String> scanners = new ArrayList<>();
    private String image;
    private String path;
    private String timeout = "30m";
    private String reports;
    private String format;
    private ArrayList<ScanGate> gates = new ArrayList<>();
    private String baseline;
    private String suppressions;
    private String vex;
    private boolean allowEmpty;
    private String name;

    @DataBoundConstructor
    public SecurityScanStep() {
        // everything is checked when the step starts
    }

    /** Ids of scanners to run, or {@code auto} alone. */
    public List<String> getScanners() {
        return scanners;
    }

    @DataBoundSetter
    public void setScanners(List<String> scanners) {
        this.scanners = Util.fixNull(scanners).stream()
                .flatMap(SEPARATOR::splitAsStream)
                .filter(id -> !id.isBlank())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public String getScannersText() {
        return String.join(", ", scanners);
    }

    /** Image that scanners look at. */
    @CheckForNull
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(String image) {
        this.image = Util.fixEmptyAndTrim(image);
    }

    /** Folder of the workspace that scanners look at; null means all of it. */
    @CheckForNull
    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    /** How long one scanner may take. */
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = timeout;
    }

    /** Ant patterns of report files, separated by commas. */
    @CheckForNull
    public String getReports() {
        return reports;
    }

    @DataBoundSetter
    public void setReports(String reports) {
        this.reports = Util.fixEmptyAndTrim(reports);
    }

    /** Format of all reports; null means that each is detected. */
    @CheckForNull
    public String getFormat() {
        return format;
    }

    @DataBoundSetter
    public void setFormat(String format) {
        this.format = Util.fixEmptyAndTrim(format);
    }

    public List<ScanGate> getGates() {
        return gates;
    }

    @DataBoundSetter
    public void setGates(List<ScanGate> gates) {
        this.gates = new ArrayList<>(Util.fixNull(gates));
    }

    /** Job of the same folder whose last good build decides what is new; null means this job or the change's target. */
    @CheckForNull
    public String getBaseline() {
        return baseline;
    }

    @DataBoundSetter
    public void setBaseline(String baseline) {
        this.baseline = Util.fixEmptyAndTrim(baseline);
    }

    /** YAML file of suppressions in the workspace. */
    @CheckForNull
    public String getSuppressions() {
        return suppressions;
    }

    @DataBoundSetter
    public void setSuppressions(String suppressions) {
        this.suppressions = Util.fixEmptyAndTrim(suppressions);
    }

    /** Ant patterns of VEX documents in the workspace, separated by commas. */
    @CheckForNull
    public String getVex() {
        return vex;
    }

    @DataBoundSetter
    public void setVex(String vex) {
        this.vex = Util.fixEmptyAndTrim(vex);
    }

    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public void setAllowEmpty(boolean allowEmpty) {
        this.allowEmpty = allowEmpty;
    }

    /** Tells several scans of one build apart. */
    @CheckForNull
    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setName(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    @Override
    protected StepExecution execution(StepContext context) {
        check();
        return new SecurityScanExecution(context, this);
    }

    /** Checks all arguments before anything is read. */
    void check() {
        if (reports == null && scanners.isEmpty()) {
            throw new ArgumentException(
                    "scanners", "nothing was given; say which scanners to run, or with reports which files to read");
        }
        if (reports != null) {
            WorkspaceFiles.check("reports", reports);
        }
        checkScanners();
        if (suppressions != null) {
            WorkspaceFiles.check("suppressions", suppressions);
        }
        if (vex != null) {
            WorkspaceFiles.check("vex", vex);
        }
        if (format != null) {
            new FormatCatalog().check(format);
        }
        engineGates();
    }

    private void checkScanners() {
        ScannerCatalog catalog = new ScannerCatalog();
        boolean auto = isAuto();
        for (String id : auto ? List.<String>of() : scanners) {
            ScannerDefinition scanner = catalog.find(id);
            if (scanner.needsImage() && image == null) {
                throw new ArgumentException("image", "nothing was given, and " + id + " looks at an image");
            }
        }
        if (image != null) {
            ScannerChecks.image("image", image);
        }
        if (path != null) {
            WorkspaceFiles.check("path", path);
        }
        timeout();
    }

    /** Whether reports of others are about the image: all that is looked at here is. */
    boolean isAboutImage() {
        ScannerCatalog catalog = new ScannerCatalog();
        return image != null
                && !isAuto()
                && scanners.stream().allMatch(id -> catalog.find(id).needsImage());
    }

    /** Whether the workspace decides which scanners run. */
    boolean isAuto() {
        return scanners.equals(List.of(ScannerCatalog.AUTO));
    }

    /** @throws ArgumentException if there is none in the text */
    Duration timeout() {
        Duration duration = Durations.parse("timeout", timeout);
        if (duration.isZero()) {
            throw new ArgumentException("timeout", "expected more than nothing");
        }
        return duration;
    }

    List<Gate> engineGates() {
        return gates.isEmpty() ? Gate.defaults() : ScanGate.parse("gates", gates);
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "securityScan";
        }

        @Override
        public String getDisplayName() {
            return Messages.SecurityScanStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FilePath.class, FlowNode.class, EnvVars.class, Launcher.class);
        }

        @POST
        public ListBoxModel doFillFormatItems(@AncestorInPath Item item) {
            if (!StepForms.mayConfigure(item)) {
                return new ListBoxModel();
            }
            ListBoxModel model = new ListBoxModel();
            model.add(Messages.SecurityScanStep_detected(), "");
            new FormatCatalog().titles().forEach((id, title) -> model.add(title, id));
            return model;
        }

        @POST
        public FormValidation doCheckReports(@AncestorInPath Item item, @QueryParameter String value) {
            if (!StepForms.mayConfigure(item)) {
                return FormValidation.ok();
            }
            try {
                WorkspaceFiles.check("reports", Util.fixNull(value));
                return FormValidation.ok();
            } catch (ArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
