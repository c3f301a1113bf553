package io.jenkins.plugins.delivery.steps;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.util.List;

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
        Run<?, ?> build = run;
        for (int i = 0; build != null && i < MOST_BUILDS; i++) {
            List<DeliveryReport> reports = build.getActions(DeliveryReport.class);
            for (int last = reports.size() - 1; last >= 0; last--) {
                String floor = floor(reports.get(last), environment, app);
                if (!floor.isEmpty()) {
                    return floor;
                }
            }
            build = build.getPreviousBuild();
        }
        return null;
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
