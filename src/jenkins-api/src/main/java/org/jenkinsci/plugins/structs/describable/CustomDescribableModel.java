package org.jenkinsci.plugins.structs.describable;

import hudson.model.Describable;
import hudson.model.Descriptor;
import java.util.Map;
import jenkins.model.Jenkins;

/** A descriptor that changes the arguments of what it describes. */
public interface CustomDescribableModel {
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return arguments;
    }

    default UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable ud) {
        return ud;
    }

    /** Null when the descriptor of {@code type} changes nothing. */
    static CustomDescribableModel of(Class<?> type) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null || !Describable.class.isAssignableFrom(type)) {
            return null;
        }
        Descriptor<?> descriptor = jenkins.getDescriptor(type.asSubclass(Describable.class));
        return descriptor instanceof CustomDescribableModel custom ? custom : null;
    }
}
