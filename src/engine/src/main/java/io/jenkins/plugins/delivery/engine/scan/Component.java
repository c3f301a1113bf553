package io.jenkins.plugins.delivery.engine.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;

/**
 * The package that a finding is about.
 *
 * @param name as its ecosystem spells it
 * @param version installed version, empty where the tool does not say
 * @param fixedIn versions that have the remedy, empty where there is none or the tool does not say
 */
public record Component(String name, String version, String fixedIn) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What two tools know together. */
    Component and(@CheckForNull Component other) {
        if (other == null || equals(other)) {
            return this;
        }
        boolean vague = PackageName.version(this).isEmpty()
                && !PackageName.version(other).isEmpty();
        return new Component(name, vague ? other.version : version, fixedIn.isEmpty() ? other.fixedIn : fixedIn);
    }

    @Override
    public String toString() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
