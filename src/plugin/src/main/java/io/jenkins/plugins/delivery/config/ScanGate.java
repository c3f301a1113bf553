package io.jenkins.plugins.delivery.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.engine.scan.Gate;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How many findings of one sort may pass: an element of {@code gates} of a scan, or of those of the administrator. */
public final class ScanGate extends AbstractDescribableImpl<ScanGate> implements Serializable {
    private static final long serialVersionUID = 1L;

    private String severity;
    private String kind;
    private int max;
    private String scope = Gate.Scope.ALL.name();
    private String result = Gate.Result.FAILURE.name();

    @DataBoundConstructor
    public ScanGate() {
        // everything has a default
    }

    /** The severity that is counted; null means any. */
    @CheckForNull
    public String getSeverity() {
        return severity;
    }

    @DataBoundSetter
    public void setSeverity(String severity) {
        this.severity = Util.fixEmptyAndTrim(severity);
    }

    /** The kind that is counted; null means any. */
    @CheckForNull
    public String getKind() {
        return kind;
    }

    @DataBoundSetter
    public void setKind(String kind) {
        this.kind = Util.fixEmptyAndTrim(kind);
    }

    public int getMax() {
        return max;
    }

    @DataBoundSetter
    public void setMax(int max) {
        this.max = max;
    }

    public String getScope() {
        return scope;
    }

    @DataBoundSetter
    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getResult() {
        return result;
    }

    @DataBoundSetter
    public void setResult(String result) {
        this.result = result;
    }

    /**
     * All gates as the engine knows them.
     *
     * @throws io.jenkins.plugins.delivery.engine.argument.ArgumentException naming what cannot be used
     */
    public static List<Gate> parse(String argument, List<ScanGate> gates) {
        List<Map<String, Object>> maps = new ArrayList<>();
        gates.forEach(gate -> maps.add(gate.map()));
        return Gate.parse(argument, maps);
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("severity", severity);
        map.put("kind", kind);
        map.put("max", max);
        map.put("scope", scope);
        map.put("result", result);
        return map;
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<ScanGate> {
        @Override
        public String getDisplayName() {
            return Messages.ScanGate_displayName();
        }

        @POST
        public FormValidation doCheckMax(@QueryParameter String value) {
            return Checks.administrator() ? FormValidation.validateNonNegativeInteger(value) : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillSeverityItems(@AncestorInPath Item item) {
            return StepForms.mayConfigure(item)
                    ? StepForms.names(Severity.values(), Messages.ScanGate_any())
                    : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillKindItems(@AncestorInPath Item item) {
            return StepForms.mayConfigure(item)
                    ? StepForms.names(Kind.values(), Messages.ScanGate_any())
                    : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillScopeItems(@AncestorInPath Item item) {
            return StepForms.mayConfigure(item) ? StepForms.names(Gate.Scope.values(), null) : new ListBoxModel();
        }

        @POST
        public ListBoxModel doFillResultItems(@AncestorInPath Item item) {
            return StepForms.mayConfigure(item) ? StepForms.names(Gate.Result.values(), null) : new ListBoxModel();
        }
    }
}
