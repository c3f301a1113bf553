package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What checks are tried with, besides themselves. Holds secrets: it travels to the agent over its channel and is never
 * stored.
 *
 * @param proxy of Jenkins, or null for none
 * @param credentials by id
 * @param variables values of the environment and of what earlier checks extracted
 * @param concurrency how many checks at the same time, at least 1
 */
public record ProbeSettings(
        HostPolicy policy,
        @CheckForNull HttpProxy proxy,
        Map<String, CheckCredential> credentials,
        Map<String, String> variables,
        int concurrency)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ProbeSettings {
        credentials = new HashMap<>(credentials);
        variables = new HashMap<>(variables);
    }

    @Override
    public String toString() {
        return "ProbeSettings[" + policy + ", " + proxy + "]";
    }
}
