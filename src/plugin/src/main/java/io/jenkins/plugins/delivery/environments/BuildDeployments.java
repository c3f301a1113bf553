package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The deployments of a build, as its reports tell them. */
final class BuildDeployments {
    private BuildDeployments() {}

    static List<DeploymentRecord> of(Run<?, ?> run) {
        List<DeploymentRecord> deployments = new ArrayList<>();
        for (DeliveryReport report : run.getActions(DeliveryReport.class)) {
            JsonNode model = report.getModel();
            if (report.getKind().equals("rollout") && model != null && model.hasNonNull("startedAt")) {
                deployments.add(deployment(run, report, model));
            }
        }
        return deployments;
    }

    private static DeploymentRecord deployment(Run<?, ?> run, DeliveryReport report, JsonNode model) {
        String environment = model.path("environment").asText();
        JsonNode approval = approval(run, environment);
        Instant started = Instant.parse(model.path("startedAt").asText());
        Instant since = Instant.parse(model.path("since").asText(started.toString()));
        return new DeploymentRecord(
                run.getExternalizableId() + "/" + report.getUrlName(),
                model.path("app").asText(),
                environment,
                model.path("version").asText(),
                null,
                List.of(),
                null,
                model.path("strategy").asText().toLowerCase(Locale.ROOT).replace('_', '-'),
                run.getUrl(),
                starters(run),
                texts(approval.path("decision").path("approvers")),
                approval.path("evidenceDigest").asText(null),
                started,
                since.isBefore(started) ? started : since,
                outcome(model),
                model.path("ending").path("reason").asText(""));
    }

    private static DeploymentOutcome outcome(JsonNode model) {
        boolean aborted = model.path("ending").path("cause").asText().equals("ABORTED");
        return switch (model.path("phase").asText()) {
            case "COMPLETED" -> DeploymentOutcome.SUCCEEDED;
            case "ROLLED_BACK" -> aborted ? DeploymentOutcome.ABORTED : DeploymentOutcome.ROLLED_BACK;
            case "STUCK" -> DeploymentOutcome.STUCK;
            default -> DeploymentOutcome.FAILED;
        };
    }

    /** The last approval for the environment, or an empty node. */
    private static JsonNode approval(Run<?, ?> run, String environment) {
        JsonNode last = MissingNode.getInstance();
        for (DeliveryReport report : run.getActions(DeliveryReport.class)) {
            JsonNode model = report.getModel();
            boolean here = report.getKind().equals("approval")
                    && model != null
                    && model.path("environment").asText().equals(environment);
            last = here ? model : last;
        }
        return last;
    }

    private static List<String> starters(Run<?, ?> run) {
        List<String> ids = new ArrayList<>();
        for (Cause cause : run.getCauses()) {
            if (cause instanceof Cause.UserIdCause user && user.getUserId() != null) {
                ids.add(user.getUserId());
            }
        }
        return ids;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
