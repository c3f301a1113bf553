package io.jenkins.plugins.delivery.audit;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.audit.AuditEntry;
import io.jenkins.plugins.delivery.engine.audit.AuditQuery;
import io.jenkins.plugins.delivery.engine.audit.AuditVerification;
import io.jenkins.plugins.delivery.pages.Page;
import io.jenkins.plugins.delivery.reports.Download;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** {@code …/delivery-audit/} of a job: its audit log, checked whenever somebody looks. */
public final class AuditAction implements Action {
    private static final List<String> PARAMETERS =
            List.of("kind", "actor", "q", "from", "to", "zone", "order", "page", "size");

    private final transient Job<?, ?> job;

    AuditAction(Job<?, ?> job) {
        this.job = job;
    }

    @Override
    public String getIconFileName() {
        return job.hasPermission(DeliveryPermissions.VIEW) ? "symbol-reader-outline plugin-ionicons-api" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.AuditAction_title();
    }

    @Override
    public String getUrlName() {
        return "delivery-audit";
    }

    /** What the layout of a job's pages calls the job. */
    public Job<?, ?> getObject() {
        return job;
    }

    /** For the page. */
    public Page getPage() {
        return Page.of("audit", "summary");
    }

    /** {@code GET …/delivery-audit/summary}: whether the log holds, checked now, and what there is to select by. */
    @GET
    @WebMethod(name = "summary")
    public HttpResponse doSummary() throws IOException {
        job.checkPermission(DeliveryPermissions.VIEW);
        AuditVerification verified = AuditLogs.get().of(job).verify();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("job", job.getFullName());
        model.put("intact", verified.isIntact());
        model.put("words", verified.words());
        model.put("head", verified.head());
        model.put("problems", verified.problems());
        model.put("total", verified.entries().size());
        model.put("newest", newest(verified.entries()));
        model.put("kinds", different(verified, entry -> entry.event().kind().name()));
        model.put("actors", different(verified, entry -> entry.event().actor()));
        return JsonResponse.ok(model);
    }

    /** {@code GET …/delivery-audit/entries}: a page of entries, selected as {@link AuditQuery#parse} says. */
    @GET
    @WebMethod(name = "entries")
    public HttpResponse doEntries(StaplerRequest2 request) throws IOException {
        job.checkPermission(DeliveryPermissions.VIEW);
        Map<String, String> parameters = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> parameters.put(name, request.getParameter(name)));
        try {
            AuditQuery query = AuditQuery.parse(parameters);
            AuditQuery.Page found = query.of(AuditLogs.get().of(job).verify().entries());
            return JsonResponse.ok(Map.of(
                    "total", found.total(),
                    "page", query.page(),
                    "size", query.size(),
                    "entries", entries(found.entries())));
        } catch (ArgumentException e) {
            return JsonResponse.status(400, Map.of("error", e.getMessage()));
        }
    }

    @CheckForNull
    private static String newest(List<AuditEntry> entries) {
        return entries.isEmpty()
                ? null
                : entries.get(entries.size() - 1).event().at().toString();
    }

    private static Set<String> different(AuditVerification verified, Function<AuditEntry, String> what) {
        return verified.entries().stream()
                .map(what)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @GET
    @WebMethod(name = "json")
    public HttpResponse doJson() throws IOException {
        job.checkPermission(DeliveryPermissions.VIEW);
        AuditVerification verified = AuditLogs.get().of(job).verify();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("intact", verified.isIntact());
        model.put("words", verified.words());
        model.put("head", verified.head());
        model.put("problems", verified.problems());
        model.put("entries", entries(verified.entries()));
        return JsonResponse.ok(model);
    }

    @GET
    @WebMethod(name = "csv")
    public HttpResponse doCsv() throws IOException {
        job.checkPermission(DeliveryPermissions.VIEW);
        return Download.lines("audit.csv", "text/csv", AuditLogs.get().of(job).csv());
    }

    @GET
    @WebMethod(name = "jsonl")
    public HttpResponse doDownloadLines() throws IOException {
        job.checkPermission(DeliveryPermissions.VIEW);
        return Download.lines(
                "audit.jsonl", "application/x-ndjson", AuditLogs.get().of(job).jsonLines());
    }

    private static List<Map<String, Object>> entries(List<AuditEntry> entries) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (AuditEntry entry : entries) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("sequence", entry.sequence());
            map.put("at", entry.event().at().toString());
            map.put("kind", entry.event().kind().name());
            map.put("actor", entry.event().actor());
            map.put("from", entry.event().from());
            map.put("subject", entry.event().subject());
            map.put("text", entry.event().text());
            map.put("evidenceDigest", entry.event().evidenceDigest());
            map.put("previous", entry.previous());
            map.put("digest", entry.digest());
            maps.add(map);
        }
        return maps;
    }
}
