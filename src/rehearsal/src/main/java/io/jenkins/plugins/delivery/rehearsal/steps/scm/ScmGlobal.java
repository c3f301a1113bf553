package io.jenkins.plugins.delivery.rehearsal.steps.scm;

import hudson.AbortException;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.runtime.ScriptGlobal;

/** {@code scm}: the source tree that the pipeline came from. */
public final class ScmGlobal implements ScriptGlobal {
    @Override
    public String name() {
        return "scm";
    }

    @Override
    public Object value(PipelineExecution execution) throws AbortException {
        return RunSource.of(execution.run())
                .orElseThrow(
                        () -> new AbortException("‘checkout scm’ is only available when using “Multibranch Pipeline”"
                                + " or “Pipeline script from SCM”"));
    }
}
