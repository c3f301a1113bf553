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

/** The incidents of a build: its rollouts that users met and that went back, or got stuck. */
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
        return incident(report, deployments)
                .map(incident -> new IncidentReport(
                        incident,
                        model.path("version").asText(),
                        incident.resolvedAt() == null
                                ? null
                                : model.path("previousVersion").asText(null),
                        mostTraffic(model),
                        timeline(model),
                        texts(model.path("recovery"))));
    }

    private static Optional<Incident> incident(DeliveryReport report, List<DeploymentRecord> deployments) {
        JsonNode model = report.getModel();
        return deployments.stream()
                .filter(record -> record.id().endsWith("/" + report.getUrlName()))
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
