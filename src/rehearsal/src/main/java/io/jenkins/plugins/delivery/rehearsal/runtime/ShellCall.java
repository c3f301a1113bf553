package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.io.Serializable;
import java.util.Map;

/** What an {@code sh} step is about to run. {@code place} is file:line where known, else empty. */
public record ShellCall(
        String script, String directory, Map<String, String> environment, boolean returnsStdout, String place)
        implements Serializable {
    public ShellCall {
        environment = Map.copyOf(environment);
    }
}
