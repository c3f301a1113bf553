package io.jenkins.plugins.delivery.steps.rollout;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.RootAction;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.exposition.ExpositionText;
import io.jenkins.plugins.delivery.engine.exposition.MetricFamily;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.status.RolloutCounts;
import io.jenkins.plugins.delivery.environments.DoraFamilies;
import io.jenkins.plugins.delivery.environments.VisibleHistory;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import io.jenkins.plugins.delivery.steps.approval.GateCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.verb.GET;

/** {@code GET /delivery-metrics/}: rollouts and gates since the start of the controller, and the figures of DORA, for Prometheus to scrape. */
@Extension
public final class DeliveryFigures implements RootAction {
    private final RolloutCounts counts = new RolloutCounts();

    public static DeliveryFigures get() {
        return ExtensionList.lookupSingleton(DeliveryFigures.class);
    }

    void note(RolloutPlan plan, RolloutState before, RolloutState after) {
        counts.note(plan, before, after);
    }

    /** Rollouts and gates since the start of the controller, and the four figures of DORA, of what whoever asks may see. */
    public List<MetricFamily> families() throws IOException {
        List<MetricFamily> families = new ArrayList<>(counts.families());
        families.addAll(GateCounts.get().families());
        families.addAll(DoraFamilies.of(
                VisibleHistory.read(),
                DeliveryConfiguration.get().getEnvironments().stream()
                        .map(EnvironmentSettings::getName)
                        .toList(),
                DeliveryClock.get().clock().instant()));
        return families;
    }

    String page() throws IOException {
        return ExpositionText.of(families());
    }

    /** No link: it is for programs. */
    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "delivery-metrics";
    }

    @GET
    public HttpResponse doIndex() throws IOException {
        Jenkins.get().checkPermission(DeliveryPermissions.VIEW);
        return new Text(page());
    }

    /** In the text format of Prometheus. */
    private record Text(String text) implements HttpResponse {
        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            response.setContentType(ExpositionText.CONTENT_TYPE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
