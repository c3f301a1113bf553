package io.jenkins.plugins.delivery.rehearsal.steps.flow;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.rehearsal.runtime.Errors;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Turns a failure of a block into results of build and stage. */
final class CaughtErrors extends BodyExecutionCallback {
    private static final long serialVersionUID = 1;

    @CheckForNull
    private final String message;

    private final String buildResult;
    private final String stageResult;
    private final boolean interruptions;

    CaughtErrors(@CheckForNull String message, Result buildResult, Result stageResult, boolean interruptions) {
        this.message = message;
        this.buildResult = buildResult.toString();
        this.stageResult = stageResult.toString();
        this.interruptions = interruptions;
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
        context.onSuccess(null);
    }

    @Override
    public void onFailure(StepContext context, Throwable failure) {
        FlowInterruptedException interruption = failure instanceof FlowInterruptedException stopped ? stopped : null;
        if (interruption != null && !interruptions && interruption.isActualInterruption()) {
            context.onFailure(failure);
            return;
        }
        try {
            tell(context, failure);
            Result build = interruption == null ? Result.fromString(buildResult) : interruption.getResult();
            setBuildResult(context, build);
            Result stage = interruption == null ? Result.fromString(stageResult) : interruption.getResult();
            if (stage.isWorseThan(Result.SUCCESS)) {
                context.get(FlowNode.class).addOrReplaceAction(new WarningAction(stage).withMessage(text(failure)));
            }
            context.onSuccess(null);
        } catch (IOException | InterruptedException broken) {
            context.onFailure(broken);
        }
    }

    private String text(Throwable failure) {
        return message == null ? String.valueOf(failure.getMessage()) : message;
    }

    private void tell(StepContext context, Throwable failure) throws IOException, InterruptedException {
        TaskListener listener = context.get(TaskListener.class);
        if (message != null && !message.isEmpty()) {
            listener.getLogger().println("ERROR: " + message);
        }
        Errors.report(failure, context.get(Run.class), listener);
    }

    private static void setBuildResult(StepContext context, Result result) throws IOException, InterruptedException {
        Run<?, ?> run = context.get(Run.class);
        Result now = run.getResult();
        if (result.isWorseThan(now == null ? Result.SUCCESS : now)) {
            context.get(TaskListener.class).getLogger().println("Setting overall build result to " + result);
            run.setResult(result);
        }
    }
}
