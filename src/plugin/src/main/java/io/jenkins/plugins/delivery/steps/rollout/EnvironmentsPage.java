package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.RootAction;
import hudson.model.User;
import io.jenkins.plugins.delivery.engine.record.DoraScope;
import io.jenkins.plugins.delivery.engine.record.Incident;
import io.jenkins.plugins.delivery.environments.DoraModel;
import io.jenkins.plugins.delivery.environments.EnvironmentsModel;
import io.jenkins.plugins.delivery.environments.HistoryFiles;
import io.jenkins.plugins.delivery.environments.Incidents;
import io.jenkins.plugins.delivery.environments.VisibleHistory;
import io.jenkins.plugins.delivery.pages.Page;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import io.jenkins.plugins.delivery.steps.approval.WaitingApprovals;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** {@code /environments/}: what runs where, and how it is delivered, for other programs. */
@Extension
public final class EnvironmentsPage implements RootAction {
    @Override
    public String getIconFileName() {
        return "symbol-layers-outline plugin-ionicons-api";
    }

    @Override
    public String getDisplayName() {
        return Messages.EnvironmentsPage_title();
    }

    /** For the page. */
    public Page getPage() {
        return Page.of("environments", "json");
    }

    @Override
    public String getUrlName() {
        return "environments";
    }

    /** {@code GET /environments/json}: what runs in each environment, what waits, and freezes. */
    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return JsonResponse.ok(
                new EnvironmentsModel(VisibleHistory.read(), WaitingApprovals.byEnvironment(), now()).json());
    }

    /** {@code GET /environments/csv}: the same for a spreadsheet, without what waits. */
    @GET
    @WebMethod(name = "csv")
    public HttpResponse doCsv() throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return HistoryFiles.running(
                new EnvironmentsModel(VisibleHistory.read(), WaitingApprovals.byEnvironment(), now()));
    }

    /** {@code GET /environments/deployments.csv}: every deployment, or those of an environment or an application. */
    @GET
    @WebMethod(name = "deployments.csv")
    public HttpResponse doDownloadDeployments(@QueryParameter String environment, @QueryParameter String application)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return HistoryFiles.deployments(VisibleHistory.read(), environment, application);
    }

    /** {@code GET /environments/dora.csv}: the four figures for a spreadsheet. */
    @GET
    @WebMethod(name = "dora.csv")
    public HttpResponse doDownloadDora(
            @QueryParameter String environment,
            @QueryParameter String application,
            @QueryParameter String from,
            @QueryParameter String to,
            @QueryParameter String zone)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return dora(environment, application, from, to, zone, HistoryFiles::dora);
    }

    /** {@code GET /environments/dora}: the four figures of one environment. */
    @GET
    @WebMethod(name = "dora")
    public HttpResponse doDora(
            @QueryParameter String environment,
            @QueryParameter String application,
            @QueryParameter String from,
            @QueryParameter String to,
            @QueryParameter String zone)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return dora(environment, application, from, to, zone, JsonResponse::ok);
    }

    private static HttpResponse dora(
            String environment,
            String application,
            String from,
            String to,
            String zone,
            Function<Map<String, Object>, HttpResponse> form)
            throws IOException {
        VisibleHistory history = VisibleHistory.read();
        String name = Util.fixNull(environment).strip();
        if (!new EnvironmentsModel(history, WaitingApprovals.byEnvironment(), now())
                .names()
                .contains(name)) {
            return refused(404, "environment does not name one that you may see.");
        }
        try {
            DoraScope scope = DoraModel.scope(name, application, from, to, zone, now());
            return form.apply(DoraModel.json(history, scope));
        } catch (IllegalArgumentException e) {
            return refused(400, e.getMessage());
        }
    }

    /** {@code POST /environments/openIncident}: something is wrong with what was deployed. */
    @RequirePOST
    @WebMethod(name = "openIncident")
    public HttpResponse doOpenIncident(
            StaplerRequest2 request,
            @QueryParameter String environment,
            @QueryParameter String application,
            @QueryParameter String reason,
            @QueryParameter String at)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return answer(() -> Incidents.open(
                Util.fixNull(environment).strip(), Util.fixNull(application).strip(), reason, word(request, at)));
    }

    /** {@code POST /environments/resolveIncident}: it is over. */
    @RequirePOST
    @WebMethod(name = "resolveIncident")
    public HttpResponse doResolveIncident(
            StaplerRequest2 request,
            @QueryParameter String id,
            @QueryParameter String reason,
            @QueryParameter String at)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return answer(() -> Incidents.resolve(Util.fixNull(id).strip(), reason, word(request, at)));
    }

    private interface Change {
        Incident make() throws IOException;
    }

    private static HttpResponse answer(Change change) throws IOException {
        try {
            return JsonResponse.ok(Map.of("accepted", true, "incident", Incidents.json(change.make())));
        } catch (Incidents.Refused e) {
            return refused(e.status(), e.getMessage());
        } catch (DateTimeParseException e) {
            return refused(400, "at is no moment as in 2026-01-31T12:00:00Z.");
        }
    }

    private static HttpResponse refused(int status, String message) {
        return JsonResponse.status(status, Map.of("accepted", false, "message", message));
    }

    private static Incidents.Word word(@CheckForNull StaplerRequest2 request, @CheckForNull String at) {
        User user = User.current();
        String given = Util.fixEmptyAndTrim(at);
        Instant now = now();
        return new Incidents.Word(
                user == null ? "anonymous" : user.getId(),
                request == null ? "" : Util.fixNull(request.getRemoteAddr()),
                now,
                given == null ? now : Instant.parse(given));
    }

    private static Instant now() {
        return DeliveryClock.get().clock().instant();
    }
}
