package io.jenkins.plugins.delivery.rehearsal.declarative;

import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.runtime.ScriptGlobal;

/** {@code pipeline}: the interpreter, to which {@link DeclarativeCustomizer} has each block call. */
public final class PipelineGlobal implements ScriptGlobal {
    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Object value(PipelineExecution execution) {
        return execution.trustedScript(PipelineGlobal.class, "pipeline.groovy");
    }
}
