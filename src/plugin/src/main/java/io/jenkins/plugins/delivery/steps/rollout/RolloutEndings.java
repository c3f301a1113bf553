package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** How the step ends when its rollout has. */
final class RolloutEndings {
    private RolloutEndings() {}

    static void end(
            StepContext context,
            RolloutPlan plan,
            RolloutState last,
            @CheckForNull Throwable cause,
            @CheckForNull String address) {
        Map<String, Object> result = RolloutWords.result(plan, last, address);
        end(context, last.phase(), result, RolloutWords.headline(plan, last), cause);
    }

    /** @param results of each service */
    static void end(
            StepContext context,
            Phase outcome,
            List<Map<String, Object>> results,
            String headline,
            @CheckForNull Throwable cause) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("outcome", outcome.name());
        for (String common : List.of("environment", "strategy")) {
            result.put(common, results.get(0).get(common));
        }
        result.put("apps", new ArrayList<>(results));
        end(context, outcome, result, headline, cause);
    }

    private static void end(
            StepContext context,
            Phase outcome,
            Map<String, Object> result,
            String headline,
            @CheckForNull Throwable cause) {
        if (outcome == Phase.COMPLETED) {
            complete(context, result, cause);
            return;
        }
        AbortException problem = new AbortException(headline);
        if (cause instanceof FlowInterruptedException) {
            cause.addSuppressed(problem);
            context.onFailure(cause);
        } else {
            context.onFailure(problem);
        }
    }

    /** Stopped when it was too late to go back, the release stays, and the program ends nevertheless. */
    private static void complete(StepContext context, Map<String, Object> result, @CheckForNull Throwable cause) {
        if (cause == null) {
            context.onSuccess(result);
        } else {
            context.onFailure(cause);
        }
    }

    /** Why something stopped, in one line. */
    static String reason(Throwable why) {
        if (why instanceof FlowInterruptedException interrupted) {
            return interrupted.getCauses().stream()
                    .map(CauseOfInterruption::getShortDescription)
                    .findFirst()
                    .orElse("the build was stopped");
        }
        String message = why.getMessage();
        return message == null || message.isBlank()
                ? why.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
