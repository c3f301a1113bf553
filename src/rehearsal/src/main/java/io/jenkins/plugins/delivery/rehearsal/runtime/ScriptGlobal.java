package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** A variable that every pipeline script sees, such as {@code currentBuild}. Found with {@code ServiceLoader}. */
public interface ScriptGlobal {
    String name();

    /** The value for this run; asked for once per run and then kept in the script's binding, so it must be serializable. */
    @CheckForNull
    Object value(PipelineExecution execution) throws Exception;
}
