package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.util.HashSet;
import java.util.Set;

/** The names that a script which is being compiled may call without defining them: steps, symbols, variables of libraries. */
public final class KnownCalls {
    private KnownCalls() {}

    /** Nothing while no run compiles on this thread. */
    public static Set<String> here() {
        PipelineExecution execution = PipelineExecution.loading();
        if (execution == null) {
            return Set.of();
        }
        Set<String> names = new HashSet<>(execution.globalNames());
        names.addAll(KnownNames.load().all());
        return names;
    }
}
