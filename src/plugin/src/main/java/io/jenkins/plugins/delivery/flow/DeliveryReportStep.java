package io.jenkins.plugins.delivery.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.StepForms;
import io.jenkins.plugins.delivery.engine.argument.ArgumentMap;
import io.jenkins.plugins.delivery.engine.flow.ReportGate;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportKinds;
import io.jenkins.plugins.delivery.steps.DeliveryStep;
import io.jenkins.plugins.delivery.steps.DeliveryStepDescriptor;
import io.jenkins.plugins.delivery.steps.WorkspaceFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code deliveryReport}: reads what a tool reported, judges it by gates, and shows it on the build. */
public final class DeliveryReportStep extends DeliveryStep {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String file;
    private String before;
    private String artifact;
    private String name;
    private ArrayList<Object> gates;
    private LinkedHashMap<String, Object> settings;
    private boolean propagate = true;

    @DataBoundConstructor
    public DeliveryReportStep(String kind, String file) {
        this.kind = Util.fixEmptyAndTrim(kind);
        this.file = Util.fixEmptyAndTrim(file);
    }

    public String getKind() {
        return kind;
    }

    public String getFile() {
        return file;
    }

    /** The same report from before, where a kind compares. */
    @CheckForNull
    public String getBefore() {
        return before;
    }

    @DataBoundSetter
    public void setBefore(String before) {
        this.before = Util.fixEmptyAndTrim(before);
    }

    /** A file that the report is about, such as a plan, whose digest is told with it. */
    @CheckForNull
    public String getArtifact() {
        return artifact;
    }

    @DataBoundSetter
    public void setArtifact(String artifact) {
        this.artifact = Util.fixEmptyAndTrim(artifact);
    }

    /** Tells several reports of a kind in one build apart. */
    @CheckForNull
    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setName(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    /** Maps, one a gate. Untyped, as a Jenkinsfile writes them; null means those of the kind. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public List getGates() {
        return gates;
    }

    @DataBoundSetter
    @SuppressWarnings("rawtypes")
    public void setGates(List gates) {
        this.gates = gates == null ? null : PlainValues.list(gates);
    }

    /** What the kind takes. */
    @CheckForNull
    @SuppressWarnings("rawtypes")
    public Map getSettings() {
        return settings;
    }

    @DataBoundSetter
    @SuppressWarnings("rawtypes")
    public void setSettings(Map settings) {
        this.settings = settings == null ? null : PlainValues.map(settings);
    }

    /** Whether what does not pass ends the step, or makes the build unstable; otherwise the result says it alone. */
    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    @Override
    protected StepExecution execution(StepContext context) {
        check();
        return new DeliveryReportExecution(context, this);
    }

    /** Checks all arguments before anything is read. */
    void check() {
        ReportKind known = ReportKinds.named(Util.fixNull(kind));
        WorkspaceFiles.check("file", Util.fixNull(file));
        if (before != null) {
            WorkspaceFiles.check("before", before);
        }
        if (artifact != null) {
            WorkspaceFiles.check("artifact", artifact);
        }
        settings(known, settings());
        engineGates();
    }

    /** The settings as a map that can go to an agent. */
    LinkedHashMap<String, Object> settings() {
        return settings == null ? new LinkedHashMap<>() : settings;
    }

    static ArgumentMap settings(ReportKind kind, Map<String, Object> settings) {
        Set<String> known = kind.settings().isEmpty() ? Set.of("none") : kind.settings();
        return ArgumentMap.of("settings", settings, known);
    }

    List<ReportGate> engineGates() {
        return gates == null ? ReportKinds.named(kind).gates() : ReportGate.parse("gates", gates);
    }

    @Extension
    public static final class DescriptorImpl extends DeliveryStepDescriptor {
        @Override
        public String getFunctionName() {
            return "deliveryReport";
        }

        @Override
        public String getDisplayName() {
            return Messages.DeliveryReportStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FilePath.class, FlowNode.class, EnvVars.class);
        }

        @POST
        public ListBoxModel doFillKindItems(@AncestorInPath Item item) {
            if (!StepForms.mayConfigure(item)) {
                return new ListBoxModel();
            }
            ListBoxModel model = new ListBoxModel();
            ReportKinds.all().forEach(kind -> model.add(kind.title() + " (" + kind.id() + ")", kind.id()));
            return model;
        }
    }
}
