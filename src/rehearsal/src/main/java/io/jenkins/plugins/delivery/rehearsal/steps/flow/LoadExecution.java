package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import hudson.FilePath;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineScript;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A script of the workspace that runs as if it were the step's block. */
final class LoadExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private final String path;
    private BodyExecution body;

    LoadExecution(StepContext context, String path) {
        super(context);
        this.path = path;
    }

    @Override
    public boolean start() throws Exception {
        String text = getContext().get(FilePath.class).child(path).readToString();
        PipelineScript script = getContext().get(PipelineExecution.class).loadedScript(text);
        body = PipelineExecution.bodyOf(getContext(), script)
                .withDisplayName(path)
                .withCallback(BodyExecutionCallback.wrap(getContext()))
                .start();
        return false;
    }

    @Override
    public void onResume() {
        // the script goes on by itself
    }

    @Override
    public void stop(Throwable cause) {
        body.cancel(cause);
    }
}
