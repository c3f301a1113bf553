package org.jenkinsci.plugins.workflow.flow;

import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;

public abstract class FlowExecutionOwner implements Serializable {
    public FlowExecutionOwner() {}

    public abstract FlowExecution get() throws IOException;

    public FlowExecution getOrNull() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract File getRootDir() throws IOException;

    public abstract String getUrl() throws IOException;

    public String getUrlOfExecution() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getExternalizableId() {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract boolean equals(Object value);

    public abstract int hashCode();

    public TaskListener getListener() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static FlowExecutionOwner dummyOwner() {
        throw new UnsupportedOperationException("unwritten");
    }

    public interface Executable {
        public FlowExecutionOwner asFlowExecutionOwner();
    }
}
