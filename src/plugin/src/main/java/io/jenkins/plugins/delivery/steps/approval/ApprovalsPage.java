package io.jenkins.plugins.delivery.steps.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.RootAction;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.pages.Page;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** {@code /approvals/}: what waits for me, and what waits for others. Shows only builds that one may view. */
@Extension
public final class ApprovalsPage implements RootAction {
    @Override
    public String getIconFileName() {
        return "symbol-people-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.ApprovalsPage_title();
    }

    @Override
    public String getUrlName() {
        return "approvals";
    }

    /** How many approvals wait for who looks, on the link to them; null where none does. */
    @Override
    @CheckForNull
    public Badge getBadge() {
        int count = getMine().size();
        return count == 0
                ? null
                : new Badge(String.valueOf(count), Messages.ApprovalsPage_badge(count), Badge.Severity.WARNING);
    }

    /** For the page. */
    public Page getPage() {
        return Page.of("approvals", "json");
    }

    /** What waits for who looks. */
    public List<ApprovalAction> getMine() {
        return visible(true);
    }

    /** What waits for others. */
    public List<ApprovalAction> getOthers() {
        return visible(false);
    }

    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() {
        Jenkins.get().checkPermission(Jenkins.READ);
        List<Map<String, Object>> all = new ArrayList<>();
        getMine().forEach(action -> all.add(entry(action, true)));
        getOthers().forEach(action -> all.add(entry(action, false)));
        return JsonResponse.ok(Map.of("approvals", all));
    }

    private static List<ApprovalAction> visible(boolean mine) {
        return WaitingApprovals.visible().stream()
                .filter(action -> new ApprovalReader(action).isAsked() == mine)
                .toList();
    }

    private static Map<String, Object> entry(ApprovalAction action, boolean mine) {
        Run<?, ?> run = action.getRun();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("build", run.getFullDisplayName());
        entry.put("url", run.getUrl() + action.getUrlName() + "/");
        entry.put("mine", mine);
        entry.putAll(action.view().model());
        entry.put(
                "colour",
                DeliveryConfiguration.get()
                        .knownEnvironment(action.approval().request().environment())
                        .map(EnvironmentSettings::getColour)
                        .orElse(null));
        return entry;
    }
}
