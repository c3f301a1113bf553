package io.jenkins.plugins.delivery.steps.scan;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.delivery.reports.BuildsBack;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.TransientActionFactory;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** {@code …/security-scan-trend/} of a job: how the figures of its scans have changed. */
public final class ScanTrend implements Action {
    private static final int MOST_BUILDS = 50;
    private static final List<String> FIGURES =
            List.of("total", "fresh", "fixed", "suppressed", "bySeverity", "byKind");

    private final transient Job<?, ?> job;

    ScanTrend(Job<?, ?> job) {
        this.job = job;
    }

    /** Null: nothing is in the side panel. */
    @Override
    @CheckForNull
    public String getIconFileName() {
        return null;
    }

    @Override
    @CheckForNull
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "security-scan-trend";
    }

    /** The scans of the last builds, the oldest first. */
    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() {
        job.checkPermission(Item.READ);
        return JsonResponse.ok(Map.of("job", job.getFullName(), "scans", getPoints()));
    }

    /** The same as values. */
    public List<Map<String, Object>> getPoints() {
        List<Map<String, Object>> points = new ArrayList<>();
        BuildsBack.from(job.getLastBuild(), MOST_BUILDS)
                .forEach(build -> build.getActions(ScanAction.class).forEach(scan -> points.add(point(build, scan))));
        Collections.reverse(points);
        return points;
    }

    private static Map<String, Object> point(Run<?, ?> build, ScanAction scan) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("build", build.getNumber());
        point.put("time", build.getTimeInMillis());
        point.put("scan", scan.getName());
        point.put("verdict", scan.getVerdict());
        JsonNode model = scan.getModel();
        for (String figure : FIGURES) {
            if (model != null && model.has(figure)) {
                point.put(figure, model.get(figure));
            }
        }
        return point;
    }

    /** Gives the trend to jobs. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Class<ScanTrend> actionType() {
            return ScanTrend.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job target) {
            Job<?, ?> job = target;
            return List.of(new ScanTrend(job));
        }
    }
}
