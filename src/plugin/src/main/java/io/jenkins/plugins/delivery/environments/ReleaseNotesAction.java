package io.jenkins.plugins.delivery.environments;

import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.document.Document;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.Download;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/**
 * {@code …/delivery-notes/} of a build that deployed: release notes, and a report on the incident where there was one, as
 * files. A build with several rollouts is asked with {@code rollout}, the name of one's report in its address; otherwise the
 * last one is meant.
 */
public final class ReleaseNotesAction implements Action {
    private static final String MARKDOWN = "text/markdown";
    private static final String HTML = "text/html";

    private final transient Run<?, ?> run;

    ReleaseNotesAction(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return Messages.ReleaseNotesAction_title();
    }

    @Override
    public String getUrlName() {
        return "delivery-notes";
    }

    @GET
    @WebMethod(name = "release-notes.md")
    public HttpResponse doDownloadNotes(@QueryParameter String rollout) throws IOException {
        run.checkPermission(DeliveryPermissions.VIEW);
        return markdown("release-notes.md", notes(rollout));
    }

    @GET
    @WebMethod(name = "release-notes.html")
    public HttpResponse doDownloadNotesPage(@QueryParameter String rollout) throws IOException {
        run.checkPermission(DeliveryPermissions.VIEW);
        return html("release-notes.html", notes(rollout));
    }

    @GET
    @WebMethod(name = "incident.md")
    public HttpResponse doDownloadIncident(@QueryParameter String rollout) throws IOException {
        run.checkPermission(DeliveryPermissions.VIEW);
        return markdown("incident.md", incident(rollout));
    }

    @GET
    @WebMethod(name = "incident.html")
    public HttpResponse doDownloadIncidentPage(@QueryParameter String rollout) throws IOException {
        run.checkPermission(DeliveryPermissions.VIEW);
        return html("incident.html", incident(rollout));
    }

    private Optional<Document> notes(String rollout) throws IOException {
        return BuildDocuments.notes(run, named(rollout));
    }

    private Optional<Document> incident(String rollout) throws IOException {
        return BuildDocuments.incident(run, named(rollout));
    }

    private static Predicate<DeliveryReport> named(String rollout) {
        return report ->
                rollout == null || rollout.isEmpty() || report.getUrlName().equals(rollout);
    }

    private static HttpResponse markdown(String name, Optional<Document> document) {
        return document.<HttpResponse>map(text -> Download.lines(name, MARKDOWN, List.of(text.markdown())))
                .orElseGet(HttpResponses::notFound);
    }

    private static HttpResponse html(String name, Optional<Document> document) {
        return document.<HttpResponse>map(text -> Download.lines(name, HTML, List.of(text.html())))
                .orElseGet(HttpResponses::notFound);
    }
}
