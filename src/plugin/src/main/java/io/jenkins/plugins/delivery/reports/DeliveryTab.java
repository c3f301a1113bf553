package io.jenkins.plugins.delivery.reports;

import hudson.model.Item;
import hudson.model.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    public Run<?, ?> getRun() {
        return run;
    }

    public List<DeliveryReport> getReports() {
        return run.getActions(DeliveryReport.class);
    }

    /** Verdict, headline and figures of each report; the whole of one is at its own address. */
    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() {
        run.checkPermission(Item.READ);
        List<Map<String, Object>> reports =
                getReports().stream().map(DeliveryTab::entry).toList();
        return JsonResponse.ok(Map.of("build", run.getFullDisplayName(), "reports", reports));
    }

    private static Map<String, Object> entry(DeliveryReport report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", report.getKind());
        entry.put("title", report.getDisplayName());
        entry.put("url", report.getRun().getUrl() + report.getUrlName() + "/");
        entry.put("verdict", report.getVerdict());
        entry.put("headline", report.getHeadline());
        entry.put("figures", report.getFigures());
        return entry;
    }
}
