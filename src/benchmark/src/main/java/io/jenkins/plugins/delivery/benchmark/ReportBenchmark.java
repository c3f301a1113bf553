package io.jenkins.plugins.delivery.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Report;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads a generated report, detection, fingerprints and merging included, beside the least that can be done with the same
 * bytes, which is to have Jackson step over every token, and beside analysis-model. The virtual machine has 256 MB: a
 * million findings fit, and are still there when the file is at its end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReportBenchmark {
    private static final JsonFactory JACKSON = new JsonFactory();

    /** Format and number of findings. */
    @Param({"sarif 1000", "sarif 100000", "sarif 1000000", "trivy 100000"})
    public String report;

    /** To write the line that analysis-model has to say of each place would be most of its time. */
    private static final Logger LOGGERS = Logger.getLogger("");

    private Path file;

    @Setup(org.openjdk.jmh.annotations.Level.Trial)
    public void generate() throws IOException {
        LOGGERS.setLevel(Level.OFF);
        String[] words = report.split(" ");
        int findings = Integer.parseInt(words[1]);
        file = Files.createTempFile("generated", "." + words[0]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (words[0].equals("sarif")) {
                new GeneratedSarif().write(out, findings);
            } else {
                new GeneratedTrivy().write(out, findings);
            }
        }
    }

    @TearDown(org.openjdk.jmh.annotations.Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }

    Path file() {
        return file;
    }

    @Benchmark
    public int bareTokenScan() throws IOException {
        int tokens = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JACKSON.createParser(in)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    @Benchmark
    public ScanReport readReport() throws IOException {
        return new ReportFiles(new Fingerprints(new byte[32]), null, false)
                .read(List.of(ReportFile.of("generated", file)));
    }

    /** Not for a million results: it has the whole file in memory. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx6g", "-XX:+UseSerialGC"})
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 3, time = 2)
    public Report analysisModel() {
        return new SarifAdapter().parse(new FileReaderFactory(file));
    }
}
