package io.jenkins.plugins.delivery.rehearsal.runtime;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.GroovyObjectSupport;
import hudson.EnvVars;
import java.io.Serializable;
import java.util.Map;

/** The variable {@code env}: reads the environment at the place where it is used; what is assigned holds for the whole build. */
@OfferedToScripts
public final class EnvGlobal extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1;
    private transient PipelineExecution execution;

    private EnvGlobal(PipelineExecution execution) {
        this.execution = execution;
    }

    @Override
    @CheckForNull
    public String getProperty(String name) {
        return execution.environment().get(name);
    }

    @Override
    public void setProperty(String name, @CheckForNull Object value) {
        execution.run().assign(name, value == null ? null : String.valueOf(value));
    }

    /** The whole environment. */
    public Map<String, String> getEnvironment() {
        return new EnvVars(execution.environment());
    }

    private Object readResolve() {
        execution = PipelineExecution.loading();
        return this;
    }

    /** Offers the variable. */
    public static final class Variable implements ScriptGlobal {
        @Override
        public String name() {
            return "env";
        }

        @Override
        public Object value(PipelineExecution execution) {
            return new EnvGlobal(execution);
        }
    }
}
