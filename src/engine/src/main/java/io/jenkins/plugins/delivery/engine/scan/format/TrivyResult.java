package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One entry of Trivy's {@code Results}: what was found in one target, such as a lock file or an image's packages. */
final class TrivyResult {
    private final FindingSink sink;
    private final List<TrivyEntry> entries = new ArrayList<>();

    @CheckForNull
    private String target;

    private String type = "";

    TrivyResult(FindingSink sink) {
        this.sink = sink;
    }

    void read(JsonInput json) throws IOException {
        json.object(key -> {
            switch (key) {
                case "Target" -> target = json.text();
                case "Class" -> type = String.valueOf(json.text());
                case "Vulnerabilities" -> each(json, Kind.DEPENDENCY);
                case "Misconfigurations" -> each(json, Kind.INFRASTRUCTURE);
                case "Secrets" -> each(json, Kind.SECRET);
                case "Licenses" -> each(json, Kind.LICENSE);
                default -> {
                    // Packages without a finding, and findings that a VEX document took away.
                }
            }
        });
        entries.forEach(entry -> sink.finding(draft(entry)));
    }

    private void each(JsonInput json, Kind kind) throws IOException {
        json.array(() -> {
            TrivyEntry entry = TrivyEntry.read(json, kind);
            if (entry.passed()) {
                return;
            }
            if (target == null || type.isEmpty()) {
                // What it is about comes later; Trivy itself says it first.
                entries.add(entry);
            } else {
                sink.finding(draft(entry));
            }
        });
    }

    private FindingDraft draft(TrivyEntry entry) {
        Kind kind = entry.kind == Kind.DEPENDENCY && type.equals("os-pkgs") ? Kind.IMAGE : entry.kind;
        FindingDraft draft = TrivyReader.draft(kind)
                .rule(entry.id)
                .severity(TrivyReader.SEVERITIES.of(entry.severity), entry.severity)
                .message(entry.message())
                .place(entry.file == null || entry.file.isEmpty() ? target : entry.file, entry.line)
                .component(entry.packageName, entry.version, entry.fixedIn);
        for (String alias : entry.aliases) {
            draft.alias(alias);
        }
        return draft;
    }
}
