package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import io.jenkins.plugins.delivery.engine.scan.Severity;

/**
 * govulncheck: a stream of messages, or the one object of its first versions. One finding for each advisory that
 * concerns the module. The format has no severities: code that calls what is vulnerable makes the tool fail, and the
 * finding HIGH; a package that is only imported or required is LOW.
 */
final class GovulncheckReader extends ElementReader {
    GovulncheckReader() {
        super("govulncheck", "govulncheck", SeverityTable.otherwise(Severity.HIGH), Places.of(""));
    }

    @Override
    public boolean recognises(Outline outline) {
        return outline.hasAll("config.protocol_version", "config.scanner_name")
                || outline.has("Vulns") && outline.has("Modules")
                || outline.has("Vulns[].OSV")
                || outline.has("finding.osv");
    }

    @Override
    void element(String place, JsonNode element, Reading reading) {
        for (JsonNode old : each(element.path("Vulns"))) {
            JsonNode osv = old.path("OSV");
            advisory(String.valueOf(text(osv, "id")), osv, reading);
            boolean called = !"0".equals(firstText(old, "CallSink")) && old.has("CallSink");
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            found(
                    String.valueOf(text(osv, "id")),
                    nodes.objectNode().put("module", text(old, "ModPath")).put("called", called),
                    reading);
        }
        if (element.has("osv")) {
            JsonNode osv = element.path("osv");
            advisory(String.valueOf(text(osv, "id")), osv, reading);
        }
        if (element.has("finding")) {
            finding(element.path("finding"), reading);
        }
        String version = text(element, "config", "scanner_version");
        if (version != null) {
            reading.version(version);
        }
    }

    private static void advisory(String id, JsonNode osv, Reading reading) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("summary", firstText(osv, "summary", "details"));
        kept.set("aliases", osv.path("aliases"));
        reading.notes().put("osv " + id, kept);
    }

    private static void finding(JsonNode finding, Reading reading) {
        JsonNode frame = finding.path("trace").path(0);
        JsonNode position = frame.path("position");
        found(
                String.valueOf(text(finding, "osv")),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("module", text(frame, "module"))
                        .put("version", text(frame, "version"))
                        .put("fixed", text(finding, "fixed_version"))
                        .put("file", text(position, "filename"))
                        .put("line", number(position, "line"))
                        .put("called", frame.has("function")),
                reading);
    }

    /** The same advisory is told for the module, the package and the function: the last says most. */
    private static void found(String id, ObjectNode finding, Reading reading) {
        JsonNode before = reading.notes().get("finding " + id);
        if (before == null
                || finding.path("called").asBoolean()
                || !before.path("called").asBoolean()) {
            reading.notes().put("finding " + id, finding);
        }
    }

    @Override
    void end(Reading reading) {
        reading.notes().forEach((key, finding) -> {
            if (key.startsWith("finding ")) {
                tell(key.substring("finding ".length()), finding, reading);
            }
        });
    }

    private static void tell(String id, JsonNode finding, Reading reading) {
        boolean called = finding.path("called").asBoolean();
        JsonNode advisory = reading.notes().getOrDefault("osv " + id, MissingNode.getInstance());
        String summary = text(advisory, "summary");
        FindingDraft draft = reading.draft(Kind.DEPENDENCY)
                .severity(called ? Severity.HIGH : Severity.LOW, null)
                .rule(id)
                .message((summary == null ? id : summary) + (called ? "" : " (not called)"))
                .component(text(finding, "module"), text(finding, "version"), text(finding, "fixed"))
                .place(text(finding, "file"), number(finding, "line"));
        advisory.path("aliases").forEach(alias -> draft.alias(alias.asText()));
        reading.sink.finding(draft);
    }
}
