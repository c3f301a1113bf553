package io.jenkins.plugins.delivery.engine.scan.format;

import io.jenkins.plugins.delivery.engine.scan.Finding;
import io.jenkins.plugins.delivery.engine.scan.FindingDraft;
import io.jenkins.plugins.delivery.engine.scan.FindingSink;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that a reader says of a file, entry by entry. */
final class Collected implements FindingSink {
    static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    final List<Finding> findings = new ArrayList<>();
    final List<String> runs = new ArrayList<>();
    final List<String> incomplete = new ArrayList<>();

    static Collected detected(String content) throws IOException {
        return detected(ReportFile.of("report.json", content.getBytes(StandardCharsets.UTF_8)));
    }

    static Collected detected(ReportFile file) throws IOException {
        Collected collected = new Collected();
        ReportFormats.detect(file).read(file, collected);
        return collected;
    }

    @Override
    public void run(String tool, String version) {
        runs.add((tool + " " + version).trim());
    }

    @Override
    public void finding(FindingDraft draft) {
        ScanReport.Builder single = new ScanReport.Builder(new Fingerprints(KEY));
        single.finding(draft);
        findings.addAll(single.build().findings());
    }

    @Override
    public void incomplete(String why) {
        incomplete.add(why);
    }

    Finding only() {
        if (findings.size() != 1) {
            throw new AssertionError("expected one finding, but there are " + findings);
        }
        return findings.get(0);
    }

    /** Findings that the tool itself does not suppress, by its own words. */
    Map<String, Integer> byStatedSeverity() {
        return count(findings.stream().filter(finding -> finding.suppressedInSource() == null));
    }

    /** All findings, by the tool's own words. */
    Map<String, Integer> byStatedSeverityOfAll() {
        return count(findings.stream());
    }

    private static Map<String, Integer> count(Stream<Finding> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.map(finding -> finding.statedSeverity().isEmpty() ? "(none)" : finding.statedSeverity())
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }
}
