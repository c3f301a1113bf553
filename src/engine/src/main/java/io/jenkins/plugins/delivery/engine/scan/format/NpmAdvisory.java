package io.jenkins.plugins.delivery.engine.scan.format;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.Kind;

/** An advisory as the registry of npm tells it, which npm 6, pnpm and yarn pass on. */
final class NpmAdvisory {
    private NpmAdvisory() {}

    static FindingDraft draft(ElementReader.Reading reading, String key, JsonNode advisory) {
        String stated = ElementReader.text(advisory, "github_advisory_id");
        String ghsa = stated == null ? ofUrl(ElementReader.text(advisory, "url")) : stated;
        FindingDraft draft = reading.draft(Kind.DEPENDENCY, ElementReader.text(advisory, "severity"))
                .rule(ghsa == null ? "npm:" + key : ghsa)
                .message(ElementReader.text(advisory, "title"))
                .component(
                        ElementReader.text(advisory, "module_name"),
                        ElementReader.text(advisory.path("findings").path(0), "version"),
                        ElementReader.text(advisory, "patched_versions"));
        advisory.path("cves").forEach(cve -> draft.alias(cve.asText()));
        return draft;
    }

    /** The GHSA id at the end of an advisory's address, or null. */
    @CheckForNull
    static String ofUrl(@CheckForNull String url) {
        if (url == null) {
            return null;
        }
        String last = url.substring(url.lastIndexOf('/') + 1);
        return last.startsWith("GHSA-") ? last : null;
    }
}
