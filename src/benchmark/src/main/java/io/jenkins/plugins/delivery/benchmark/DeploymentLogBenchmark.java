package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.record.DeploymentLog;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import java.io.IOException;
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
    private DeploymentLog known;

    @Setup(Level.Trial)
    public void write() throws IOException {
        file = GeneratedDeployments.file(RECORDS);
        known = new DeploymentLog(file);
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

    /** What each later question of the same controller costs. */
    @Benchmark
    public List<DeploymentRecord> again() throws IOException {
        return known.read().records();
    }
}
