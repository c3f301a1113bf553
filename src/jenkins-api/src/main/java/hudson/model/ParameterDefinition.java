package hudson.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionPoint;
import java.io.Serializable;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundSetter;

/** A parameter that a build asks for. */
public abstract class ParameterDefinition implements Describable<ParameterDefinition>, ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1;
    private final String name;
    private String description;

    protected ParameterDefinition(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    protected ParameterDefinition(String name, String description) {
        this(name);
        this.description = description;
    }

    public String getName() {
        return name;
    }

    public String getType() {
        return getClass().getSimpleName();
    }

    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = description == null || description.isBlank() ? null : description;
    }

    @Override
    public ParameterDescriptor getDescriptor() {
        return (ParameterDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }

    public ParameterValue getDefaultParameterValue() {
        return null;
    }

    public ParameterDefinition copyWithDefaultValue(ParameterValue defaultValue) {
        return this;
    }

    public boolean isValid(ParameterValue value) {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other != null
                && getClass() == other.getClass()
                && name.equals(((ParameterDefinition) other).name)
                && Objects.equals(description, ((ParameterDefinition) other).description);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, description);
    }

    public static DescriptorExtensionList<ParameterDefinition, ParameterDescriptor> all() {
        return Jenkins.get().getDescriptorList(ParameterDefinition.class);
    }

    /** Describes a kind of parameter. */
    public abstract static class ParameterDescriptor extends Descriptor<ParameterDefinition> {
        protected ParameterDescriptor(Class<? extends ParameterDefinition> clazz) {
            super(clazz);
        }

        protected ParameterDescriptor() {}

        @Override
        public String getDisplayName() {
            return "Parameter";
        }
    }
}
