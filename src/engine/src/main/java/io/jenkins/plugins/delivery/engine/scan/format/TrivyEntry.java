package io.jenkins.plugins.delivery.engine.scan.format;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.scan.Kind;
import java.io.IOException;
import java.util.List;

/** A vulnerability, misconfiguration, secret or licence of a Trivy report. The matched text of a secret is not read. */
final class TrivyEntry {
    final Kind kind;

    @CheckForNull
    String id;

    @CheckForNull
    String severity;

    @CheckForNull
    String packageName;

    @CheckForNull
    String version;

    @CheckForNull
    String fixedIn;

    @CheckForNull
    String file;

    int line;
    List<String> aliases = List.of();

    @CheckForNull
    private String title;

    @CheckForNull
    private String detail;

    @CheckForNull
    private String status;

    private TrivyEntry(Kind kind) {
        this.kind = kind;
    }

    static TrivyEntry read(JsonInput json, Kind kind) throws IOException {
        TrivyEntry entry = new TrivyEntry(kind);
        json.object(key -> entry.field(key, json));
        return entry;
    }

    private void field(String key, JsonInput json) throws IOException {
        switch (key) {
            case "VulnerabilityID", "ID", "RuleID" -> id = json.text();
            case "Name" -> id = kind == Kind.LICENSE ? json.text() : id;
            case "Severity" -> severity = json.text();
            case "PkgName" -> packageName = json.text();
            case "InstalledVersion" -> version = json.text();
            case "FixedVersion" -> fixedIn = json.text();
            case "VendorIDs" -> aliases = json.texts();
            case "Title" -> title = json.text();
            case "Message" -> detail = json.text();
            case "Description" -> detail = detail == null && !isTitled() ? json.text() : detail;
            case "Category" -> title = kind == Kind.LICENSE ? json.text() : title;
            case "FilePath", "PkgPath" -> file = json.text();
            case "StartLine" -> line = json.number(0);
            case "CauseMetadata" -> json.object(cause -> line = cause.equals("StartLine") ? json.number(0) : line);
            case "Status" -> status = json.text();
            default -> {
                // References, layers and scores are no part of a finding.
            }
        }
    }

    /** Misconfiguration checks are listed also when they passed or were excepted. */
    boolean passed() {
        return kind == Kind.INFRASTRUCTURE && status != null && !status.isEmpty() && !status.equals("FAIL");
    }

    @CheckForNull
    String message() {
        boolean detailed = kind == Kind.INFRASTRUCTURE && detail != null && !detail.isEmpty();
        return title == null || title.isEmpty() || detailed ? detail : title;
    }

    /** Whether the description, which is long, is no part of the finding. */
    private boolean isTitled() {
        return kind != Kind.INFRASTRUCTURE && title != null && !title.isEmpty();
    }
}
