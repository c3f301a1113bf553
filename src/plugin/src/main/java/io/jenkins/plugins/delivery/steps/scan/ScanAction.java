package io.jenkins.plugins.delivery.steps.scan;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.scan.FindingPage;
import io.jenkins.plugins.delivery.engine.scan.FindingQuery;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.ScanAssessment;
import io.jenkins.plugins.delivery.engine.scan.export.CsvExport;
import io.jenkins.plugins.delivery.engine.scan.export.FindingRow;
import io.jenkins.plugins.delivery.engine.scan.export.JsonExport;
import io.jenkins.plugins.delivery.engine.scan.export.SarifExport;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.Download;
import io.jenkins.plugins.delivery.reports.FormAnswer;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import io.jenkins.plugins.delivery.reports.TaggedJson;
import io.jenkins.plugins.delivery.steps.DeliveryClock;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;

/** What a security scan found. The findings themselves lie in a file of their own, and are read a page at a time. */
public final class ScanAction extends DeliveryReport {
    static final String KIND = "security-scan";
    private static final int LONGEST_REASON = 500;
    private static final List<String> PARAMETERS =
            List.of("severity", "kind", "standing", "tool", "q", "sort", "order", "page", "size");
    private static final Logger LOGGER = Logger.getLogger(ScanAction.class.getName());

    private final String id;
    private boolean comparable;

    @CheckForNull
    private BaselineReset reset;

    private ScanAction(String name, String id) {
        super(KIND, name);
        this.id = id;
    }

    /** The report with this id, new if the build has none yet: a step that is resumed goes on with its own. */
    static ScanAction of(Run<?, ?> run, String name, String id) {
        return run.getActions(ScanAction.class).stream()
                .filter(action -> action.id.equals(id))
                .findFirst()
                .orElseGet(() -> new ScanAction(name, id));
    }

    @Override
    public String getTitle() {
        return Messages.ScanAction_title();
    }

    @Override
    public String getIconFileName() {
        return "symbol-shield-checkmark-outline plugin-ionicons-api";
    }

    /** Keeps what was found, then says so. */
    void publish(Run<?, ?> owner, ScanAssessment assessment, List<String> files, List<Map<String, Object>> scanners)
            throws IOException {
        store(owner).write(assessment.findings());
        synchronized (owner) {
            comparable = assessment.verdict().comparable();
        }
        publish(
                owner,
                verdict(assessment),
                ScanWords.headline(assessment),
                ScanWords.figures(assessment),
                ScanWords.model(assessment, files, scanners));
    }

    /** Says why nothing could be found out. */
    void publishFailure(Run<?, ?> owner, String why) throws IOException {
        store(owner).write(List.of());
        publish(owner, ReportVerdict.FAILED, why, List.of(), Map.of("violations", List.of(why)));
    }

    private static ReportVerdict verdict(ScanAssessment assessment) {
        return switch (assessment.verdict().outcome()) {
            case PASSED -> ReportVerdict.PASSED;
            case UNSTABLE -> ReportVerdict.WARNED;
            case FAILED -> ReportVerdict.FAILED;
        };
    }

    /** Whether a later build may be compared with this one, as far as this scan is concerned. */
    boolean isComparable() {
        return comparable;
    }

    /** Who has made this build the baseline of later ones, if anybody has. */
    @CheckForNull
    public BaselineReset getReset() {
        return reset;
    }

    @Override
    protected Map<String, Object> forReader() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("mayReset", getRun().hasPermission(DeliveryPermissions.OVERRIDE));
        seen.put(
                "reset",
                reset == null
                        ? null
                        : Map.of("by", reset.getUser(), "at", reset.getTime(), "reason", reset.getReason()));
        return seen;
    }

    /** From the next build on, what this build has is not new, whatever the result of this build is. */
    @RequirePOST
    @WebMethod(name = "resetBaseline")
    public HttpResponse doResetBaseline(StaplerRequest2 request, @QueryParameter String reason) throws IOException {
        getRun().checkPermission(DeliveryPermissions.OVERRIDE);
        String why = Util.fixEmptyAndTrim(reason);
        if (why == null || why.length() > LONGEST_REASON) {
            return FormAnswer.refused(request, 400, "Say why, in at most " + LONGEST_REASON + " characters.");
        }
        if (getModel() == null || !getModel().has("total")) {
            return FormAnswer.refused(request, 409, "This scan has found nothing out that could be compared with.");
        }
        BaselineReset made = new BaselineReset(
                Jenkins.getAuthentication2().getName(),
                why,
                DeliveryClock.get().clock().instant());
        synchronized (getRun()) {
            reset = made;
        }
        getRun().save();
        LOGGER.log(Level.INFO, "{0} of {1} was made the baseline: {2}", new Object[] {getUrlName(), getRun(), made});
        return FormAnswer.accepted(request, "decision", Map.of("by", made.getUser(), "reason", made.getReason()));
    }

    FindingStore store() {
        return store(getRun());
    }

    private FindingStore store(Run<?, ?> owner) {
        return new FindingStore(new File(owner.getRootDir(), "delivery/" + id + ".findings").toPath());
    }

    /** The first page of findings, for whoever shows no more. */
    public List<Map<String, String>> getRows() throws IOException {
        return rows(store().find(FindingQuery.parse(Map.of())));
    }

    private static List<Map<String, String>> rows(FindingPage page) {
        return page.findings().stream().map(FindingRow::of).toList();
    }

    /** What the gates object to. */
    public List<String> getViolations() {
        JsonNode model = getModel();
        List<String> violations = new ArrayList<>();
        if (model != null) {
            model.path("violations").forEach(text -> violations.add(text.asText()));
        }
        return violations;
    }

    /** A page of findings as JSON, selected and ordered as {@link FindingQuery#parse} says. */
    @GET
    @WebMethod(name = "findings")
    public HttpResponse doFindings(StaplerRequest2 request) throws IOException {
        getRun().checkPermission(Item.READ);
        Map<String, String> parameters = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> parameters.put(name, request.getParameter(name)));
        return findings(parameters);
    }

    private boolean isReadable(FindingStore findings) {
        try {
            return findings.size() >= 0;
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING, e, () -> "The findings of " + getUrlName() + " of " + getRun() + " cannot be read");
            return false;
        }
    }

    HttpResponse findings(Map<String, String> parameters) throws IOException {
        try {
            FindingQuery query = FindingQuery.parse(parameters);
            FindingStore findings = store();
            if (!isReadable(findings)) {
                return JsonResponse.status(404, Map.of("error", Messages.ScanAction_noFindings()));
            }
            String version = findings.version() + "-" + Integer.toHexString(query.hashCode());
            return new TaggedJson(version, () -> page(findings.find(query), query));
        } catch (ArgumentException e) {
            return JsonResponse.status(400, Map.of("error", e.getMessage()));
        }
    }

    private static Map<String, Object> page(FindingPage found, FindingQuery query) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("total", found.total());
        page.put("page", query.page());
        page.put("size", query.size());
        page.put("findings", rows(found));
        return page;
    }

    /** All findings as SARIF 2.1.0. */
    @GET
    @WebMethod(name = "sarif")
    public HttpResponse doSarif() {
        getRun().checkPermission(Item.READ);
        return new Download(getUrlName() + ".sarif", "application/sarif+json", out -> SarifExport.write(store(), out));
    }

    /** All findings as JSON. */
    @GET
    @WebMethod(name = "all")
    public HttpResponse doDownloadJson() {
        getRun().checkPermission(Item.READ);
        return new Download(
                getUrlName() + ".json", "application/json;charset=UTF-8", out -> JsonExport.write(store(), out));
    }

    /** All findings as comma-separated values. */
    @GET
    @WebMethod(name = "csv")
    public HttpResponse doCsv() {
        getRun().checkPermission(Item.READ);
        return new Download(getUrlName() + ".csv", "text/csv;charset=UTF-8", out -> CsvExport.write(store(), out));
    }
}
