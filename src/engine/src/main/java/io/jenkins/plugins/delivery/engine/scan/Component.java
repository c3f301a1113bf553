package io.jenkins.plugins.delivery.engine.scan;

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

    @Override
    public String toString() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
