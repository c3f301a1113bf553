package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** Finds the execution of a build by the build's id. */
final class PipelineOwner extends FlowExecutionOwner {
    private static final long serialVersionUID = 1;
    private final String id;

    PipelineOwner(String id) {
        this.id = id;
    }

    private RehearsedRun run() {
        return (RehearsedRun) Run.fromExternalizableId(id);
    }

    @Override
    public FlowExecution get() throws IOException {
        FlowExecution execution = run().getExecution();
        if (execution == null) {
            throw new IOException("The build " + id + " is not running");
        }
        return execution;
    }

    @Override
    public File getRootDir() {
        return run().getRootDir();
    }

    @Override
    public String getUrl() {
        return run().getUrl();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PipelineOwner owner && owner.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
