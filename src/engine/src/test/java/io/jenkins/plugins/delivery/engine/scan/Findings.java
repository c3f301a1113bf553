package io.jenkins.plugins.delivery.engine.scan;

import java.nio.charset.StandardCharsets;

/** Findings for tests. */
final class Findings {
    private Findings() {}

    static Fingerprints fingerprints() {
        return new Fingerprints("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    }

    static FindingDraft code(String tool, String rule, String path, int line, String text) {
        return new FindingDraft(tool, Kind.CODE).rule(rule).place(path, line).message(text);
    }

    static FindingDraft dependency(String tool, String advisory, String name, String version) {
        return new FindingDraft(tool, Kind.DEPENDENCY).rule(advisory).component(name, version, "");
    }

    static ScanReport report(FindingDraft... drafts) {
        ScanReport.Builder builder = new ScanReport.Builder(fingerprints());
        builder.run("lint", "1");
        for (FindingDraft draft : drafts) {
            builder.finding(draft);
        }
        return builder.build();
    }
}
