package io.jenkins.plugins.delivery.rehearsal.runtime;

import org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper;

/** The variable {@code currentBuild}. */
public final class CurrentBuildGlobal implements ScriptGlobal {
    @Override
    public String name() {
        return "currentBuild";
    }

    @Override
    public Object value(PipelineExecution execution) {
        return new RunWrapper(execution.run(), true);
    }
}
