package io.jenkins.plugins.delivery.steps.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.reports.BuildsBack;
import io.jenkins.plugins.delivery.reports.DeliveryReport;

/**
 * What migrations of a job have left behind: the oldest version that works with the database of an environment. It counts from the
 * migration on, whether the deployment after it came to anything or not.
 */
final class MigratedSchema {
    private static final String KIND = "database-migration";
    private static final int MOST_BUILDS = 200;

    private MigratedSchema() {}

    /** The plan with the floor of the newest migration, unless it says one of its own. */
    static RolloutPlan floored(RolloutPlan plan, Run<?, ?> run) {
        return plan.schemaFloor() == null
                ? plan.notBelow(floor(run, plan.target().environment(), plan.app()))
                : plan;
    }

    /** Null where no migration of this job has said one for the environment and the application. */
    @CheckForNull
    static String floor(Run<?, ?> run, String environment, String app) {
        return BuildsBack.from(run, MOST_BUILDS)
                .flatMap(build -> build.getActions(DeliveryReport.class).stream()
                        .map(report -> floor(report, environment, app))
                        .filter(floor -> !floor.isEmpty())
                        .reduce((earlier, later) -> later)
                        .stream())
                .findFirst()
                .orElse(null);
    }

    private static String floor(DeliveryReport report, String environment, String app) {
        JsonNode model = report.getKind().equals(KIND) ? report.getModel() : null;
        if (model == null) {
            return "";
        }
        JsonNode facts = model.path("facts");
        boolean ours = facts.path("environment").asText("").equals(environment)
                && (!facts.has("app") || facts.path("app").asText().equals(app));
        return ours ? facts.path("schemaFloor").asText("") : "";
    }
}
