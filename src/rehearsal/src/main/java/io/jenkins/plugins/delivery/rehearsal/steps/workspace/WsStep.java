package io.jenkins.plugins.delivery.rehearsal.steps.workspace;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Computer;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.FolderContext;
import io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs;
import io.jenkins.plugins.delivery.rehearsal.runtime.NodeContext;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BlockExecution;
import io.jenkins.plugins.delivery.rehearsal.steps.BuiltInDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code ws}: another workspace on the same node. */
@KnownAs("org.jenkinsci.plugins.workflow.support.steps.WorkspaceStep")
public final class WsStep extends Step {
    private final String dir;

    @DataBoundConstructor
    public WsStep(String dir) {
        this.dir = dir;
    }

    public String getDir() {
        return dir;
    }

    @Override
    public StepExecution start(StepContext context) {
        String name = dir;
        return BlockExecution.of(context, (at, body) -> {
            PipelineExecution pipeline = at.get(PipelineExecution.class);
            Path there =
                    pipeline.request().home().resolve(name).toAbsolutePath().normalize();
            Files.createDirectories(there);
            at.get(TaskListener.class).getLogger().println("Running in " + there);
            EnvVars environment = new EnvVars();
            environment.put("WORKSPACE", there.toString());
            environment.put("WORKSPACE_TMP", there + "@tmp");
            return body.withContexts(List.of(
                            new NodeContext(there.toString()), new FolderContext(there.toString()), environment))
                    .withCallback(BodyExecutionCallback.wrap(at));
        });
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends BuiltInDescriptor {
        public DescriptorImpl() {
            super("ws", "Allocate workspace", Computer.class, TaskListener.class);
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }
    }
}
