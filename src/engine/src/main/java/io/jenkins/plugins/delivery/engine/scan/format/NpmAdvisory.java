package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import java.io.IOException;
import java.util.List;

/** An entry of {@code advisories} as npm 6 and pnpm write it. */
final class NpmAdvisory {
    private final String key;

    @CheckForNull
    private String ghsa;

    @CheckForNull
    private String module;

    @CheckForNull
    private String severity;

    @CheckForNull
    private String title;

    @CheckForNull
    private String patched;

    @CheckForNull
    private String version;

    private List<String> cves = List.of();

    private NpmAdvisory(String key) {
        this.key = key;
    }

    static NpmAdvisory read(JsonInput json, String key) throws IOException {
        NpmAdvisory advisory = new NpmAdvisory(key);
        json.object(field -> advisory.field(field, json));
        return advisory;
    }

    private void field(String field, JsonInput json) throws IOException {
        switch (field) {
            case "github_advisory_id" -> ghsa = json.text();
            case "url" -> ghsa = ghsa == null ? NpmAuditReader.advisoryOf(json.text()) : ghsa;
            case "module_name" -> module = json.text();
            case "severity" -> severity = json.text();
            case "title" -> title = json.text();
            case "patched_versions" -> patched = json.text();
            case "cves" -> cves = json.texts();
            case "findings" ->
                json.array(() -> {
                    String found = json.textOf("version");
                    version = version == null ? found : version;
                });
            default -> {
                // Overviews and references.
            }
        }
    }

    FindingDraft draft() {
        FindingDraft draft = NpmAuditReader.draft(severity)
                .rule(ghsa == null ? "npm:" + key : ghsa)
                .message(title)
                .component(module, version, patched);
        cves.forEach(draft::alias);
        return draft;
    }
}
