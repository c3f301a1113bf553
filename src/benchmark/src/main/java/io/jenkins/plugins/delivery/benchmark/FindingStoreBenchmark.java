package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.scan.Baseline;
import io.jenkins.plugins.delivery.engine.scan.FindingPage;
import io.jenkins.plugins.delivery.engine.scan.FindingQuery;
import io.jenkins.plugins.delivery.engine.scan.FindingStore;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.Gate;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanAssessment;
import io.jenkins.plugins.delivery.engine.scan.ScanPolicy;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.Suppressions;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Opens page 500 of the 100,000 findings of a build, in the order of the report, in another one, and of a selection; the
 * file is opened anew each time, as a page does. Says at its beginning how large the file is beside the SARIF log.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FindingStoreBenchmark {
    private static final int FINDINGS = 100_000;

    private Path folder;
    private FindingStore store;

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("findings");
        Path sarif = folder.resolve("generated.sarif");
        try (OutputStream out = Files.newOutputStream(sarif)) {
            new GeneratedSarif().write(out, FINDINGS);
        }
        ScanReport report = new ReportFiles(new Fingerprints(new byte[32]), null, false)
                .read(List.of(ReportFile.of("generated.sarif", sarif)));
        ScanPolicy policy = ScanPolicy.of(Gate.defaults(), Suppressions.none());
        Path file = folder.resolve("scan.findings");
        store = new FindingStore(file);
        store.write(ScanAssessment.of(report, Baseline.none(), policy, LocalDate.EPOCH)
                .findings());
        System.out.printf(
                Locale.ROOT,
                "%d findings: SARIF %d bytes, stored %d bytes (%.1f %%)%n",
                store.size(),
                Files.size(sarif),
                Files.size(file),
                100.0 * Files.size(file) / Files.size(sarif));
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(folder.resolve("generated.sarif"));
        Files.delete(folder.resolve("scan.findings"));
        Files.delete(folder);
    }

    @Benchmark
    public FindingPage page500() throws IOException {
        return store.find(FindingQuery.page(500, 100));
    }

    @Benchmark
    public FindingPage page500ByPlace() throws IOException {
        return store.find(FindingQuery.parse(Map.of("page", "500", "sort", "place")));
    }

    @Benchmark
    public FindingPage page50OfHigh() throws IOException {
        return store.find(FindingQuery.parse(Map.of("page", "50", "severity", "HIGH", "sort", "rule")));
    }

    @Benchmark
    public FindingPage searchForText() throws IOException {
        return store.find(FindingQuery.parse(Map.of("q", "parameter 4711 ")));
    }
}
