package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;
import java.util.List;

/** ZAP's traditional report, JSON and XML: an alert of a site, however many addresses show it. */
final class ZapReader extends ElementReader {
    private static final List<String> RISKS = List.of("Informational", "Low", "Medium", "High");

    ZapReader() {
        super(
                "zap",
                "ZAP",
                SeverityTable.otherwise(Severity.MEDIUM)
                        .with(Severity.HIGH, "high")
                        .with(Severity.MEDIUM, "medium")
                        .with(Severity.LOW, "low")
                        .with(Severity.INFO, "informational"),
                Places.of("site[].alerts[]", "site.alerts[]", "OWASPZAPReport.site.alerts.alertitem")
                        .version("@version", "OWASPZAPReport.version")
                        .context("site[].@name", "site.@name"));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.has("@version") && (outline.has("site[]") || outline.has("site.alerts[]"))
                || outline.xmlRoot().equals("OWASPZAPReport");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        JsonNode instances = element.path("instances");
        String uri = null;
        for (JsonNode instance : each(instances.isArray() ? instances : instances.path("instance"))) {
            uri = uri == null ? text(instance, "uri") : uri;
        }
        String name = firstText(element, "name", "alert");
        reading.sink.finding(reading.draft(Kind.CODE, risk(element))
                .rule(firstText(element, "alertRef", "pluginid"))
                .message(name)
                .place(uri == null ? site(reading) : uri, 0)
                .identity(name + " " + site(reading)));
    }

    @CheckForNull
    private static String risk(JsonNode element) {
        String code = text(element, "riskcode");
        boolean known = code != null && code.matches("[0-3]");
        return known ? RISKS.get(Integer.parseInt(code)) : text(element, "riskdesc");
    }

    @CheckForNull
    private static String site(Reading reading) {
        String site = reading.seen("OWASPZAPReport.site.name");
        site = site == null ? reading.seen("site[].@name") : site;
        return site == null ? reading.seen("site.@name") : site;
    }
}
