package hudson.model;

import hudson.util.FormValidation;
import java.util.List;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public class ChoiceParameterDefinition extends ParameterDefinition {
    public static final String CHOICES_DELIMITER = "\\r?\\n";
    public static final String CHOICES_DELIMETER = "\\r?\\n";

    public static boolean areValidChoices(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ChoiceParameterDefinition(String text, String text2, String text3) {
        super((String) null);
    }

    public ChoiceParameterDefinition(String text, String[] text2, String text3) {
        super((String) null);
    }

    public ChoiceParameterDefinition(String text, String text2) {
        super((String) null);
    }

    public void setChoices(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterDefinition copyWithDefaultValue(ParameterValue parameterValue) {
        throw new UnsupportedOperationException("unwritten");
    }

    public List<String> getChoices() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getChoicesText() {
        throw new UnsupportedOperationException("unwritten");
    }

    public StringParameterValue getDefaultParameterValue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean isValid(ParameterValue parameterValue) {
        throw new UnsupportedOperationException("unwritten");
    }

    public ParameterValue createValue(StaplerRequest2 staplerRequest2, JSONObject jsonObject) {
        throw new UnsupportedOperationException("unwritten");
    }

    public StringParameterValue createValue(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static class DescriptorImpl extends ParameterDefinition.ParameterDescriptor {
        public DescriptorImpl() {}

        public String getDisplayName() {
            throw new UnsupportedOperationException("unwritten");
        }

        public String getHelpFile() {
            throw new UnsupportedOperationException("unwritten");
        }

        public ParameterDefinition newInstance(StaplerRequest2 staplerRequest2, JSONObject jsonObject)
                throws Descriptor.FormException {
            throw new UnsupportedOperationException("unwritten");
        }

        public FormValidation doCheckChoices(String text) {
            throw new UnsupportedOperationException("unwritten");
        }
    }
}
