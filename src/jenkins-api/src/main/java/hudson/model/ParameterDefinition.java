package hudson.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import java.io.Serializable;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class ParameterDefinition implements Describable<ParameterDefinition>, ExtensionPoint, Serializable {
    protected ParameterDefinition(String text) {}

    protected ParameterDefinition(String text, String text2) {}

    public ParameterDefinition copyWithDefaultValue(ParameterValue parameterValue) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getType() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setDescription(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getFormattedDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterDefinition.ParameterDescriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterValue createValue(StaplerRequest2 staplerRequest2, JSONObject jsonObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterValue createValue(StaplerRequest2 staplerRequest2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterValue getDefaultParameterValue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isValid(ParameterValue parameterValue) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static DescriptorExtensionList<ParameterDefinition, ParameterDefinition.ParameterDescriptor> all() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract static class ParameterDescriptor extends Descriptor<ParameterDefinition> {
        protected ParameterDescriptor(Class<? extends ParameterDefinition> type) {}

        protected ParameterDescriptor() {}

        public String getValuePage() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getDisplayName() {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
