package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.record.Incident;
import io.jenkins.plugins.delivery.engine.record.IncidentReport;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The incidents of a build: its rollouts that users met and that went back, got stuck, or were rolled back afterwards. */
final class BuildIncidents {
    private BuildIncidents() {}

    static List<Incident> of(Run<?, ?> run, List<DeploymentRecord> deployments) {
        List<Incident> incidents = new ArrayList<>();
        for (DeliveryReport report : BuildDeployments.reports(run)) {
            incident(report, deployments).ifPresent(incidents::add);
        }
        return incidents;
    }

    /** For the review after it. */
    static Optional<IncidentReport> report(Run<?, ?> run, DeliveryReport report, List<DeploymentRecord> deployments) {
        JsonNode model = report.getModel();
        Optional<JsonNode> rollback = rollback(report, deployments)
                .flatMap(record -> BuildDeployments.reports(run).stream()
                        .filter(other -> isOf(other, record))
                        .findFirst())
                .map(DeliveryReport::getModel);
        List<IncidentReport.Moment> timeline = timeline(model);
        rollback.map(BuildIncidents::timeline).ifPresent(timeline::addAll);
        return incident(report, deployments)
                .map(incident -> new IncidentReport(
                        incident,
                        model.path("version").asText(),
                        incident.resolvedAt() == null
                                ? null
                                : rollback.map(later -> later.path("version").asText())
                                        .orElse(model.path("previousVersion").asText(null)),
                        mostTraffic(model),
                        timeline,
                        texts(model.path("recovery"))));
    }

    private static Optional<Incident> incident(DeliveryReport report, List<DeploymentRecord> deployments) {
        return wentBack(report, deployments).or(() -> rolledBackLater(report, deployments));
    }

    private static boolean isOf(DeliveryReport report, DeploymentRecord record) {
        return record.id().endsWith("/" + report.getUrlName());
    }

    /** What was through, and that somebody or {@code verifyRelease} took back in the same build. */
    private static Optional<Incident> rolledBackLater(DeliveryReport report, List<DeploymentRecord> deployments) {
        return rollback(report, deployments).flatMap(rollback -> deployments.stream()
                .filter(record -> isOf(report, record))
                .findFirst()
                .map(change -> new Incident(
                        change.id(),
                        change.application(),
                        change.environment(),
                        change.id(),
                        rollback.startedAt(),
                        rollback.finishedAt(),
                        "it was through, and was rolled back afterwards",
                        "")));
    }

    /** The rollback that ended well and took back what this report is about. */
    private static Optional<DeploymentRecord> rollback(DeliveryReport report, List<DeploymentRecord> deployments) {
        return deployments.stream()
                .filter(record -> isOf(report, record))
                .filter(change -> change.isChange() && change.outcome() == DeploymentOutcome.SUCCEEDED)
                .flatMap(change -> deployments.stream()
                        .filter(later -> !later.isChange() && later.outcome() == DeploymentOutcome.SUCCEEDED)
                        .filter(later -> later.application().equals(change.application()))
                        .filter(later -> later.environment().equals(change.environment()))
                        .filter(later -> !later.startedAt().isBefore(change.finishedAt())))
                .findFirst();
    }

    private static Optional<Incident> wentBack(DeliveryReport report, List<DeploymentRecord> deployments) {
        JsonNode model = report.getModel();
        return deployments.stream()
                .filter(record -> isOf(report, record))
                .filter(record -> record.outcome() == DeploymentOutcome.ROLLED_BACK
                        || record.outcome() == DeploymentOutcome.STUCK)
                .findFirst()
                .map(record -> new Incident(
                        record.id(),
                        record.application(),
                        record.environment(),
                        record.id(),
                        noticed(model, record),
                        record.outcome() == DeploymentOutcome.STUCK ? null : record.finishedAt(),
                        record.reason().isEmpty() ? model.path("waitingFor").asText("") : record.reason(),
                        ""));
    }

    /** When it was decided to go back. */
    private static Instant noticed(JsonNode model, DeploymentRecord record) {
        for (JsonNode transition : model.path("transitions")) {
            if (transition.path("to").asText().equals("RESTORE")) {
                return Instant.parse(transition.path("at").asText());
            }
        }
        return record.finishedAt();
    }

    @CheckForNull
    private static Integer mostTraffic(JsonNode model) {
        Integer most = null;
        for (JsonNode transition : model.path("transitions")) {
            int weight = transition.path("weight").asInt();
            most = most == null ? weight : Math.max(most, weight);
        }
        return most;
    }

    private static List<IncidentReport.Moment> timeline(JsonNode model) {
        List<IncidentReport.Moment> moments = new ArrayList<>();
        for (JsonNode transition : model.path("transitions")) {
            moments.add(new IncidentReport.Moment(
                    Instant.parse(transition.path("at").asText()),
                    transition.path("to").asText() + " at "
                            + transition.path("weight").asInt() + " %: "
                            + transition.path("reason").asText()));
        }
        return moments;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
