package io.jenkins.plugins.delivery.audit;

import hudson.model.Action;
import hudson.model.Job;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.audit.AuditEntry;
import io.jenkins.plugins.delivery.engine.audit.AuditVerification;
import io.jenkins.plugins.delivery.reports.Download;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** {@code …/delivery-audit/} of a job: its audit log, checked whenever somebody looks. */
public final class AuditAction implements Action {
    private static final int SHOWN = 200;

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

    /** For the page. */
    public Job<?, ?> getJob() {
        return job;
    }

    /** For the page: checked now. */
    public Page getPage() throws IOException {
        job.checkPermission(DeliveryPermissions.VIEW);
        return new Page(AuditLogs.get().of(job).verify());
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

    /** What the page shows: the verdict, and the newest entries first. */
    public static final class Page {
        private final AuditVerification verified;

        Page(AuditVerification verified) {
            this.verified = verified;
        }

        public boolean isIntact() {
            return verified.isIntact();
        }

        public String getWords() {
            return verified.words();
        }

        public int getTotal() {
            return verified.entries().size();
        }

        public List<Map<String, Object>> getEntries() {
            List<AuditEntry> newest = new ArrayList<>(verified.entries());
            Collections.reverse(newest);
            return entries(newest.subList(0, Math.min(SHOWN, newest.size())));
        }
    }
}
