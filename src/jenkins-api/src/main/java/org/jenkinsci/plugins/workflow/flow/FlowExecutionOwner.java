package org.jenkinsci.plugins.workflow.flow;

import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;

/** Finds a flow again, also after a restart. */
public abstract class FlowExecutionOwner implements Serializable {
    private static final long serialVersionUID = 1;

    public FlowExecutionOwner() {}

    public abstract FlowExecution get() throws IOException;

    /** Null when it is not loaded. */
    public FlowExecution getOrNull() {
        try {
            return get();
        } catch (IOException e) {
            return null;
        }
    }

    public abstract File getRootDir() throws IOException;

    /** Of the run, relative to the root. */
    public abstract String getUrl() throws IOException;

    public TaskListener getListener() throws IOException {
        return TaskListener.NULL;
    }

    @Override
    public abstract boolean equals(Object o);

    @Override
    public abstract int hashCode();

    /** What a flow runs in. */
    public interface Executable {
        FlowExecutionOwner asFlowExecutionOwner();
    }
}
