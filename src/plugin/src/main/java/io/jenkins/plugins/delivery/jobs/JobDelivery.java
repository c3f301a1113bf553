package io.jenkins.plugins.delivery.jobs;

import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.environments.VisibleHistory;
import io.jenkins.plugins.delivery.pages.Messages;
import io.jenkins.plugins.delivery.pages.Page;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.steps.scan.ScanTrend;
import io.jenkins.plugins.delivery.steps.smoke.SmokeTrend;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** {@code …/delivery/} of a job: how its findings, smoke tests and deployments have gone. */
public final class JobDelivery implements Action {
    private static final int MOST_DEPLOYMENTS = 500;

    private final transient Job<?, ?> job;

    JobDelivery(Job<?, ?> job) {
        this.job = job;
    }

    @Override
    public String getIconFileName() {
        return "symbol-rocket-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.JobDelivery_title();
    }

    @Override
    public String getUrlName() {
        return "delivery";
    }

    /** What the layout of a job's pages calls the job. */
    public Job<?, ?> getObject() {
        return job;
    }

    /** For the page. */
    public Page getPage() {
        return Page.of("job", "json");
    }

    /** For the page of the job itself. */
    public Page getOverview() {
        return Page.of("lastDeployments", getUrlName() + "/json");
    }

    /** {@code GET …/delivery/json}: the last deployments that who looks may see, the oldest first, and the trends. */
    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() throws IOException {
        job.checkPermission(Item.READ);
        List<DeploymentRecord> all = VisibleHistory.read().ofJob(job.getFullName());
        ScanTrend scans = job.getAction(ScanTrend.class);
        SmokeTrend smokeTests = job.getAction(SmokeTrend.class);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("job", job.getFullName());
        model.put(
                "deployments",
                all.subList(Math.max(0, all.size() - MOST_DEPLOYMENTS), all.size()).stream()
                        .map(this::deployment)
                        .toList());
        model.put(
                "colours",
                DeliveryConfiguration.get()
                        .colours(all.stream().map(DeploymentRecord::environment).collect(Collectors.toSet())));
        model.put("scans", scans == null ? List.of() : scans.getPoints());
        model.put("smokeTests", smokeTests == null ? List.of() : smokeTests.getPoints());
        return JsonResponse.ok(model);
    }

    private Map<String, Object> deployment(DeploymentRecord record) {
        String place = record.id().substring(record.id().indexOf('#') + 1);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", record.id());
        model.put("build", "#" + place.replaceFirst("/.*", ""));
        model.put("url", job.getUrl() + place + "/");
        model.put("application", record.application());
        model.put("environment", record.environment());
        model.put("version", record.version());
        model.put("outcome", record.outcome().name());
        model.put("reason", record.reason());
        model.put("finishedAt", record.finishedAt());
        model.put(
                "seconds",
                Duration.between(record.startedAt(), record.finishedAt()).toSeconds());
        model.put("startedBy", record.startedBy());
        return model;
    }
}
