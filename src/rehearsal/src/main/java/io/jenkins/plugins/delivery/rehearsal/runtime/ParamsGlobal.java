package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;

/** The variable {@code params}: the parameters of the build, read only. */
public final class ParamsGlobal implements ScriptGlobal {
    @Override
    public String name() {
        return "params";
    }

    @Override
    public Object value(PipelineExecution execution) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(execution.parameters()));
    }
}
