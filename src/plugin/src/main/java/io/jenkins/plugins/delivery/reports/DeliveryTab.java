package io.jenkins.plugins.delivery.reports;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.pages.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.management.Badge;
import jenkins.model.Tab;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** {@code …/delivery/} of a build: all its reports, in the order in which the pipeline made them. */
public final class DeliveryTab extends Tab {
    private final transient Run<?, ?> run;

    DeliveryTab(Run<?, ?> run) {
        super(run);
        this.run = run;
    }

    /** For the page. */
    public Page getPage() {
        return Page.of("delivery", "json");
    }

    /** For the card on the page of the build. */
    public Page getOverview() {
        return Page.of("overview", getUrlName() + "/json");
    }

    @Override
    public String getIconFileName() {
        return "symbol-rocket-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.DeliveryTab_title();
    }

    @Override
    public String getUrlName() {
        return "delivery";
    }

    /** How many things of this build wait for somebody; null where nothing does. */
    @Override
    @CheckForNull
    public Badge getBadge() {
        int count = run.isBuilding() ? DeliveryReport.waiting(run).size() : 0;
        return count == 0
                ? null
                : new Badge(String.valueOf(count), Messages.DeliveryTab_badge(count), Badge.Severity.WARNING);
    }

    public Run<?, ?> getRun() {
        return run;
    }

    public List<DeliveryReport> getReports() {
        return run.getActions(DeliveryReport.class);
    }

    /** The stages, and verdict, headline and figures of each report; the whole of one is at its own address. */
    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() {
        run.checkPermission(Item.READ);
        return JsonResponse.ok(model());
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        boolean running = run.isBuilding();
        Result result = run.getResult();
        Instant started = Instant.ofEpochMilli(run.getStartTimeInMillis());
        model.put("build", run.getFullDisplayName());
        model.put("url", run.getUrl());
        model.put("running", running);
        model.put("result", running || result == null ? null : result.toString());
        model.put("startedAt", started);
        model.put("endedAt", running ? null : started.plusMillis(run.getDuration()));
        model.put("stages", BuildStages.of(run));
        model.put("reports", getReports().stream().map(DeliveryTab::entry).toList());
        return model;
    }

    private static Map<String, Object> entry(DeliveryReport report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", report.getKind());
        entry.put("name", report.getName());
        entry.put("title", report.getDisplayName());
        entry.put("url", report.getRun().getUrl() + report.getUrlName() + "/");
        entry.put("verdict", report.getVerdict());
        entry.put("headline", report.getHeadline());
        entry.put("figures", report.getFigures());
        entry.put("at", report.saidAt());
        return entry;
    }
}
