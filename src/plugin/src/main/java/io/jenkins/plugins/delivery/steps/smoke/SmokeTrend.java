package io.jenkins.plugins.delivery.steps.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.delivery.pages.Page;
import io.jenkins.plugins.delivery.reports.BuildsBack;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** How long the checks of a job's smoke tests took, build by build. */
public final class SmokeTrend implements Action {
    private static final int MOST_BUILDS = 50;

    private final transient Job<?, ?> job;

    SmokeTrend(Job<?, ?> job) {
        this.job = job;
    }

    /**
     * A smoke test of a build; latencies in milliseconds, over all its checks.
     *
     * @param at when the build started
     * @param url of the report, relative to the root of the controller
     */
    public record Point(
            int build,
            Instant at,
            String name,
            String url,
            boolean passed,
            long total,
            long failed,
            long p50Millis,
            long p95Millis,
            long p99Millis) {}

    /** What the layout of a job's pages calls the job. */
    public Job<?, ?> getObject() {
        return job;
    }

    /** For the page. */
    public Page getPage() {
        return Page.of("smokeTrend", "json");
    }

    @Override
    public String getIconFileName() {
        return "symbol-pulse-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.SmokeTrend_title();
    }

    @Override
    public String getUrlName() {
        return "smoke-trend";
    }

    /** The finished smoke tests of the newest builds, oldest first. */
    public List<Point> getPoints() {
        List<Point> points = new ArrayList<>();
        BuildsBack.from(job.getLastBuild(), MOST_BUILDS)
                .flatMap(build -> build.getActions(SmokeAction.class).stream())
                .forEach(smoke -> {
                    JsonNode model = smoke.getVerdict() == ReportVerdict.RUNNING ? null : smoke.getModel();
                    if (model != null && model.has("p95Millis")) {
                        points.add(point(smoke.getRun(), smoke, model));
                    }
                });
        Collections.reverse(points);
        return points;
    }

    private static Point point(Run<?, ?> run, SmokeAction action, JsonNode model) {
        return new Point(
                run.getNumber(),
                Instant.ofEpochMilli(run.getStartTimeInMillis()),
                action.getName(),
                run.getUrl() + action.getUrlName() + "/",
                action.getVerdict() == ReportVerdict.PASSED,
                model.path("total").asLong(),
                model.path("failed").asLong(),
                model.path("p50Millis").asLong(),
                model.path("p95Millis").asLong(),
                model.path("p99Millis").asLong());
    }

    /** The same as JSON. */
    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() {
        job.checkPermission(Item.READ);
        return JsonResponse.ok(Map.of("job", job.getFullName(), "smokeTests", getPoints()));
    }
}
