package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.record.ReleaseNotes;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The release notes of a rollout, from what its build knows. */
final class BuildNotes {
    private BuildNotes() {}

    static ReleaseNotes of(Run<?, ?> run, DeliveryReport rollout, List<DeploymentRecord> before) {
        JsonNode model = rollout.getModel();
        String app = model.path("app").asText();
        String environment = model.path("environment").asText();
        String previous = Util.fixEmpty(model.path("previousVersion").asText(""));
        return new ReleaseNotes(
                app,
                model.path("version").asText(),
                previous,
                environment,
                Instant.parse(model.path("since").asText(model.path("startedAt").asText())),
                BuildDeployments.changes(run, model, before),
                checks(run),
                approvals(run, environment),
                previous == null
                        ? List.of()
                        : List.of("rollbackDeploy environment: '" + environment + "', app: '" + app + "', to: '"
                                + previous + "'"));
    }

    private static List<ReleaseNotes.Check> checks(Run<?, ?> run) {
        List<ReleaseNotes.Check> checks = new ArrayList<>();
        for (DeliveryReport report : run.getActions(DeliveryReport.class)) {
            if (!report.getKind().equals("approval")) {
                String link = Jenkins.get().getRootUrl() + run.getUrl() + report.getUrlName() + "/";
                checks.add(new ReleaseNotes.Check(
                        report.getUrlName(), String.valueOf(report.getVerdict()), report.getHeadline(), link));
            }
        }
        return checks;
    }

    private static List<String> approvals(Run<?, ?> run, String environment) {
        List<String> approvals = new ArrayList<>();
        for (DeliveryReport report : run.getActions(DeliveryReport.class)) {
            JsonNode model = report.getModel();
            boolean here = report.getKind().equals("approval")
                    && model != null
                    && model.path("environment").asText().equals(environment);
            if (here) {
                model.path("votes").forEach(vote -> approvals.add(words(vote)));
            }
        }
        return approvals;
    }

    private static String words(JsonNode vote) {
        String reason = vote.path("reason").asText();
        return vote.path("name").asText() + ", " + vote.path("choice").asText() + " at "
                + vote.path("at").asText() + (reason.isEmpty() ? "" : ": " + reason);
    }
}
