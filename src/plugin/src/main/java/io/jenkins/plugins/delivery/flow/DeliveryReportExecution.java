package io.jenkins.plugins.delivery.flow;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.steps.BackgroundStepExecution;
import java.io.IOException;
import java.io.PrintStream;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads, judges, reports, in one turn. After a restart it does so again, into the same report. */
final class DeliveryReportExecution extends BackgroundStepExecution {
    private static final long serialVersionUID = 1L;

    private final DeliveryReportStep step;
    private final String report = UUID.randomUUID().toString();

    DeliveryReportExecution(StepContext context, DeliveryReportStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public String getStatus() {
        return "reading " + step.getFile();
    }

    @Override
    protected void proceed() throws IOException, InterruptedException {
        FilePath workspace = workspace();
        if (workspace == null) {
            return;
        }
        FlowReport read;
        try {
            ReadFlowReport.Content content = workspace.act(new ReadFlowReport(step));
            Judgement.Earlier earlier = EarlierFigures.before(run(), step.getKind(), name());
            read = new FlowReport(step, content, Judgement.of(content.reading(), step.engineGates(), earlier));
        } catch (AbortException | ArgumentException e) {
            action().publishFailure(run(), e.getMessage());
            throw new AbortException("deliveryReport: " + e.getMessage());
        }
        action().publish(run(), read);
        tell(read);
        end(read);
    }

    private void tell(FlowReport read) throws IOException, InterruptedException {
        PrintStream log = listener().getLogger();
        log.println(action().getDisplayName() + ": " + read.content().reading().summary());
        read.sentences().forEach(sentence -> log.println("  " + sentence));
        read.judgement().violations().forEach(violation -> log.println("  not passed: " + violation));
    }

    private void end(FlowReport read) throws IOException, InterruptedException {
        String words = action().getDisplayName() + ": " + read.headline();
        if (!step.isPropagate()) {
            succeed(read.result());
            return;
        }
        switch (read.judgement().outcome()) {
            case FAILED -> fail(new AbortException(words));
            case UNSTABLE -> {
                FlowNode node = getContext().get(FlowNode.class);
                node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(words));
                run().setResult(Result.UNSTABLE);
                succeed(read.result());
            }
            case PASSED -> succeed(read.result());
        }
    }

    @Override
    protected void stopped(Throwable cause) throws IOException, InterruptedException {
        action().publishFailure(run(), "Reading the report was stopped before it was over");
    }

    private FlowReportAction action() throws IOException, InterruptedException {
        return FlowReportAction.of(run(), step.getKind(), name(), report);
    }

    private String name() {
        return step.getName() == null ? "" : step.getName();
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }
}
