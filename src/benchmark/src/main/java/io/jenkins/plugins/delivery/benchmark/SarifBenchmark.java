package io.jenkins.plugins.delivery.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.delivery.engine.scan.Fingerprints;
import io.jenkins.plugins.delivery.engine.scan.ReportFiles;
import io.jenkins.plugins.delivery.engine.scan.ScanReport;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Reads a generated SARIF log, detection, fingerprints and merging included, beside the least that can be done with the
 * same bytes: having Jackson step over every token.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SarifBenchmark {
    private static final JsonFactory JACKSON = new JsonFactory();

    @Param({"1000", "100000"})
    public int results;

    private Path file;

    @Setup(Level.Trial)
    public void generate() throws IOException {
        file = Files.createTempFile("generated", ".sarif");
        try (OutputStream out = Files.newOutputStream(file)) {
            new GeneratedSarif().write(out, results);
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
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
                .read(List.of(ReportFile.of("generated.sarif", file)));
    }
}
