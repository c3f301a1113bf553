package io.jenkins.plugins.delivery.environments;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.document.Document;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.engine.record.IncidentReport;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Texts about the rollouts of a build, which may still be running. Where several are meant, the last one counts. */
public final class BuildDocuments {
    private BuildDocuments() {}

    /** Release notes of a rollout. */
    public static Optional<Document> notes(Run<?, ?> run, Predicate<DeliveryReport> which) throws IOException {
        List<DeploymentRecord> before = DeploymentHistory.get().log().read().records();
        return last(run, which).map(report -> BuildNotes.of(run, report, before).document());
    }

    /** The report on the last incident that a rollout was; empty where there was none. */
    public static Optional<Document> incident(Run<?, ?> run, Predicate<DeliveryReport> which) throws IOException {
        List<DeploymentRecord> before = DeploymentHistory.get().log().read().records();
        List<DeploymentRecord> deployments = BuildDeployments.of(run, before);
        return BuildDeployments.reports(run).stream()
                .filter(which)
                .flatMap(report -> BuildIncidents.report(run, report, deployments).stream())
                .reduce((earlier, later) -> later)
                .map(IncidentReport::document);
    }

    /**
     * Rollouts by what they are about.
     *
     * @param environment where to; null for any
     * @param app of what; null for any
     */
    public static Predicate<DeliveryReport> about(@CheckForNull String environment, @CheckForNull String app) {
        return report -> same(report, "environment", environment) && same(report, "app", app);
    }

    private static Optional<DeliveryReport> last(Run<?, ?> run, Predicate<DeliveryReport> which) {
        return BuildDeployments.reports(run).stream().filter(which).reduce((earlier, later) -> later);
    }

    private static boolean same(DeliveryReport report, String field, @CheckForNull String wanted) {
        return wanted == null || report.getModel().path(field).asText().equals(wanted);
    }
}
