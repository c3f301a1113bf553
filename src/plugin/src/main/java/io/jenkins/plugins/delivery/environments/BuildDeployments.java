package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.record.Change;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The deployments of a build, as its reports tell them. */
final class BuildDeployments {
    private BuildDeployments() {}

    /**
     * @param before everything that was deployed before
     */
    static List<DeploymentRecord> of(Run<?, ?> run, List<DeploymentRecord> before) {
        return of(run, reports(run), before);
    }

    /**
     * @param reports of rollouts that are over
     * @param before everything that was deployed before
     */
    static List<DeploymentRecord> of(Run<?, ?> run, List<DeliveryReport> reports, List<DeploymentRecord> before) {
        List<DeploymentRecord> deployments = new ArrayList<>();
        for (DeliveryReport report : reports) {
            deployments.add(deployment(run, report, before));
        }
        return deployments;
    }

    /** The rollouts that began. */
    static List<DeliveryReport> reports(Run<?, ?> run) {
        return run.getActions(DeliveryReport.class).stream()
                .filter(report -> report.getKind().equals("rollout")
                        && report.getModel() != null
                        && report.getModel().hasNonNull("startedAt"))
                .toList();
    }

    /** How far a rollout has come. */
    static Phase phase(DeliveryReport report) {
        return Phase.valueOf(report.getModel().path("phase").asText());
    }

    /** Of the changes that a rollout brings: those since the last one that succeeded. */
    static List<Change> changes(Run<?, ?> run, JsonNode model, List<DeploymentRecord> before) {
        String last = before.stream()
                .filter(record -> record.outcome() == DeploymentOutcome.SUCCEEDED
                        && record.application().equals(model.path("app").asText())
                        && record.environment().equals(model.path("environment").asText())
                        && !record.build().equals(run.getUrl()))
                .reduce((earlier, later) -> later)
                .map(DeploymentRecord::build)
                .orElse(null);
        return BuildChanges.since(last, run);
    }

    private static DeploymentRecord deployment(Run<?, ?> run, DeliveryReport report, List<DeploymentRecord> before) {
        JsonNode model = report.getModel();
        List<Change> changes = changes(run, model, before);
        String environment = model.path("environment").asText();
        JsonNode approval = approval(run, environment);
        Instant started = Instant.parse(model.path("startedAt").asText());
        Instant since = Instant.parse(model.path("since").asText(started.toString()));
        return new DeploymentRecord(
                run.getExternalizableId() + "/" + report.getUrlName(),
                model.path("app").asText(),
                environment,
                model.path("version").asText(),
                model.path("image").asText(null),
                changes.stream().map(Change::id).toList(),
                changes.stream()
                        .map(Change::at)
                        .filter(at -> at != null)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
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
            case "ROLLED_BACK" -> aborted ? DeploymentOutcome.ABORTED : takenBack(model);
            case "STUCK" -> DeploymentOutcome.STUCK;
            default -> DeploymentOutcome.FAILED;
        };
    }

    /** What no user ever met was not rolled back: it never got that far. */
    private static DeploymentOutcome takenBack(JsonNode model) {
        JsonNode transitions = model.path("transitions");
        boolean met = transitions.isMissingNode();
        for (JsonNode transition : transitions) {
            met |= transition.path("weight").asInt() > 0;
        }
        return met ? DeploymentOutcome.ROLLED_BACK : DeploymentOutcome.FAILED;
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
