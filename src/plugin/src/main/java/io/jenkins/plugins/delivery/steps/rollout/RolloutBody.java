package io.jenkins.plugins.delivery.steps.rollout;

import io.jenkins.plugins.delivery.engine.rollout.BodyCheck;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import java.io.IOException;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Runs the block of a rollout once, with the address of the new version in its environment. */
final class RolloutBody extends BodyExecutionCallback {
    private static final long serialVersionUID = 1L;

    private final RolloutDriver execution;

    private RolloutBody(RolloutDriver execution) {
        this.execution = execution;
    }

    static BodyExecution start(StepContext context, RolloutDriver execution, RolloutPlan plan, BodyCheck check)
            throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(variable(plan.strategy()), check.url(), "DELIVERY_APP", plan.app());
        return context.newBodyInvoker()
                .withContext(EnvironmentExpander.merge(
                        context.get(EnvironmentExpander.class), EnvironmentExpander.constant(variables)))
                .withDisplayName(check.key())
                .withCallback(new RolloutBody(execution))
                .start();
    }

    private static String variable(StrategyKind strategy) {
        return switch (strategy) {
            case BLUE_GREEN -> "DELIVERY_PREVIEW_URL";
            case CANARY -> "DELIVERY_CANARY_URL";
            case ROLLING, ROLLBACK -> "DELIVERY_URL";
        };
    }

    @Override
    public void onStart(StepContext context) {
        execution.bodyBegun();
    }

    @Override
    public void onSuccess(StepContext context, Object result) {
        execution.bodyDone(null);
    }

    @Override
    public void onFailure(StepContext context, Throwable problem) {
        execution.bodyDone(problem);
    }
}
