package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.scan.Baseline;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.Gate;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanAssessment;
import io.jenkins.plugins.delivery.engine.scan.ScanPolicy;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.Standing;
import io.jenkins.plugins.delivery.engine.scan.Suppressions;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * From the report of a scanner to the stored findings of a build, twice: the second time, the first build is what decides
 * what is new. That it comes to its end is what it shows, in a virtual machine with as little heap as one likes.
 */
public final class LargeScan {
    private LargeScan() {}

    /** @param arguments format ({@code sarif} or {@code trivy}) and number of findings */
    public static void main(String[] arguments) throws IOException {
        ReportBenchmark report = new ReportBenchmark();
        report.report = arguments[0] + " " + arguments[1];
        report.generate();
        Path folder = Files.createTempDirectory("large-scan");
        try {
            FindingStore first = new FindingStore(folder.resolve("first"));
            FindingStore second = new FindingStore(folder.resolve("second"));
            scan(report.file(), Baseline.none(), first);
            scan(report.file(), Baseline.of("#1", first), second);
            say("stored", Files.size(folder.resolve("second")) * 100.0 / Files.size(report.file()), "% of the report");
        } finally {
            report.delete();
            Files.deleteIfExists(folder.resolve("first"));
            Files.deleteIfExists(folder.resolve("second"));
            Files.delete(folder);
        }
    }

    private static void scan(Path file, Baseline baseline, FindingStore store) throws IOException {
        long start = System.nanoTime();
        ScanReport report = new ReportFiles(new Fingerprints(new byte[32]), null, false)
                .read(List.of(ReportFile.of("generated", file)));
        say("read", (System.nanoTime() - start) / 1e9, "s");
        held();
        start = System.nanoTime();
        ScanAssessment assessment = ScanAssessment.of(
                report, baseline, ScanPolicy.of(Gate.defaults(), Suppressions.none()), LocalDate.EPOCH);
        say("assessed", (System.nanoTime() - start) / 1e9, "s");
        held();
        start = System.nanoTime();
        store.write(assessment.findings());
        say("stored", (System.nanoTime() - start) / 1e9, "s");
        System.out.printf(
                Locale.ROOT,
                "%d findings, %d of them new, compared with %s%n",
                assessment.total(),
                assessment.count(Standing.NEW),
                assessment.baseline());
    }

    private static void say(String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "%s: %.1f %s%n", what, figure, unit);
    }

    private static void held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say("heap in use after a collection", (runtime.totalMemory() - runtime.freeMemory()) / 1e6, "MB");
    }
}
