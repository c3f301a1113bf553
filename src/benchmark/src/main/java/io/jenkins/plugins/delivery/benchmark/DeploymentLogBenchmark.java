package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.record.DeploymentLog;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
 * Opens a deployment log with 100,000 records, beside reading the bytes of the file. The first iteration of a fork without
 * warm-up is what a controller has after its start.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 5)
public class DeploymentLogBenchmark {
    private static final int RECORDS = 100_000;

    private Path file;

    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempDirectory("deployments").resolve("deployments.jsonl");
        Path one = file.resolveSibling("one.jsonl");
        new DeploymentLog(one).append(record());
        String line = Files.readString(one);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < RECORDS; i++) {
                out.write(line.replace("job/shop/0", "job/shop/" + i));
            }
        }
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    @Benchmark
    public List<DeploymentRecord> records() throws IOException {
        List<DeploymentRecord> records = new DeploymentLog(file).read().records();
        if (records.size() != RECORDS) {
            throw new IllegalStateException(records.size() + " records");
        }
        return records;
    }

    private static DeploymentRecord record() {
        Instant begin = Instant.parse("2026-03-01T10:00:00Z");
        return new DeploymentRecord(
                "job/shop/0/rollout",
                "shop",
                "production",
                "1.5.0",
                "registry.example.com/shop@sha256:" + "0f".repeat(32),
                List.of("0123456789abcdef0123456789abcdef01234567", "89abcdef0123456789abcdef0123456789abcdef"),
                begin.minusSeconds(86_400),
                "canary",
                "job/shop/0/",
                List.of("alice"),
                List.of("bob", "carol"),
                "ab".repeat(32),
                begin,
                begin.plusSeconds(900),
                DeploymentOutcome.ROLLED_BACK,
                "error-rate 12 % on the canary, 0.4 % on stable, limit 1 %");
    }
}
