package io.jenkins.plugins.delivery.environments;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.pipeline.Promotion;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is known to have been deployed of an application: by earlier builds, and by this one so far. */
public final class KnownDeployments {
    private KnownDeployments() {}

    /** The oldest first. */
    public static List<Promotion.Deployment> of(Run<?, ?> run, String app) throws IOException {
        List<Promotion.Deployment> known = new ArrayList<>();
        for (DeploymentRecord record : DeploymentHistory.get().log().read().records()) {
            if (record.application().equals(app) && record.image() != null && record.isChange()) {
                known.add(new Promotion.Deployment(
                        record.environment(),
                        List.of(record.image()),
                        record.outcome() == DeploymentOutcome.SUCCEEDED,
                        record.build()));
            }
        }
        for (DeliveryReport report : BuildDeployments.reports(run)) {
            JsonNode model = report.getModel();
            if (model.path("app").asText().equals(app)) {
                known.add(new Promotion.Deployment(
                        model.path("environment").asText(),
                        List.of(model.path("image").asText("")),
                        model.path("phase").asText().equals("COMPLETED"),
                        "this build"));
            }
        }
        return known;
    }
}
