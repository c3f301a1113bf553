package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.clock.Cancellable;
import io.jenkins.plugins.delivery.rehearsal.runtime.FolderContext;
import io.jenkins.plugins.delivery.rehearsal.runtime.NodeContext;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A block on this machine, with a workspace of its own. */
final class NodeExecution extends StepExecution {
    private static final long serialVersionUID = 1;
    private static final String NAME = "built-in";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @CheckForNull
    private final String label;

    private BodyExecution body;
    private String workspace;
    private transient Cancellable note;

    NodeExecution(StepContext context, @CheckForNull String label) {
        super(context);
        this.label = label;
    }

    @Override
    public boolean start() throws Exception {
        PipelineExecution pipeline = getContext().get(PipelineExecution.class);
        if (isSatisfied(pipeline)) {
            run(pipeline);
        } else {
            waitForever(pipeline);
        }
        return false;
    }

    private boolean isSatisfied(PipelineExecution pipeline) {
        if (label == null || label.isBlank() || label.equals(NAME) || label.equals("master")) {
            return true;
        }
        if (pipeline.request().strict()) {
            pipeline.simulated("node '" + label + "' is this machine");
            return true;
        }
        return false;
    }

    private void waitForever(PipelineExecution pipeline) throws IOException, InterruptedException {
        PrintStream out = getContext().get(TaskListener.class).getLogger();
        note = pipeline.schedule(PATIENCE, () -> out.println("Still waiting to schedule task"));
    }

    private void run(PipelineExecution pipeline) throws IOException, InterruptedException {
        workspace = Workspaces.acquire(
                pipeline.request().workspace().toAbsolutePath().normalize().toString());
        Files.createDirectories(Path.of(workspace));
        getContext().get(TaskListener.class).getLogger().println("Running on Jenkins in " + workspace);
        EnvVars environment = new EnvVars(System.getenv());
        getContext()
                .get(Run.class)
                .getEnvironment(getContext().get(TaskListener.class))
                .forEach((name, value) -> {
                    if (name.startsWith("PATH+")) {
                        environment.override(name, value);
                    }
                });
        environment.put("NODE_NAME", NAME);
        environment.put("NODE_LABELS", NAME);
        environment.put("EXECUTOR_NUMBER", "0");
        environment.put("WORKSPACE", workspace);
        environment.put("WORKSPACE_TMP", workspace + "@tmp");
        body = getContext()
                .newBodyInvoker()
                .withContexts(List.of(new NodeContext(workspace), new FolderContext(workspace), environment))
                .withCallback(new Callback(this))
                .start();
    }

    @Override
    public void onResume() {
        try {
            if (workspace == null) {
                waitForever(getContext().get(PipelineExecution.class));
            } else {
                Workspaces.keep(workspace);
            }
        } catch (IOException | InterruptedException failure) {
            getContext().onFailure(failure);
        }
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        if (body != null) {
            body.cancel(cause);
            return;
        }
        if (note != null) {
            note.cancel();
        }
        getContext()
                .get(TaskListener.class)
                .getLogger()
                .println("Stopping part of " + getContext().get(Run.class).getFullDisplayName());
        getContext().onFailure(cause);
    }

    /** Gives the workspace back. */
    private static final class Callback extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1;
        private final NodeExecution step;

        Callback(NodeExecution step) {
            this.step = step;
        }

        @Override
        protected void finished(StepContext context) {
            Workspaces.release(step.workspace);
        }
    }
}
