package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.smoke.SmokeReport;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
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
 * Smoke tests on loopback, in a heap of 128 MB that holds the server as well. Beside 500 checks of a server that takes 50 ms
 * stands what no client with 64 requests at a time can be faster than: 500 / 64 × 50 ms = 391 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx128m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SmokeBenchmark {
    private SlowServer slow;
    private SlowServer quick;
    private SmokeSuite fiveHundred;
    private SmokeSuite tenThousand;

    @Setup(Level.Trial)
    public void start() {
        slow = new SlowServer(50);
        quick = new SlowServer(0);
        fiveHundred = SmokeRun.suite(slow.url(), 500, 64);
        tenThousand = SmokeRun.suite(quick.url(), 10_000, 64);
    }

    @TearDown(Level.Trial)
    public void stop() {
        slow.close();
        quick.close();
    }

    @Benchmark
    public SmokeReport fiveHundredChecksOfFiftyMillis() {
        return SmokeRun.run(fiveHundred);
    }

    @Benchmark
    public SmokeReport tenThousandChecks() {
        return SmokeRun.run(tenThousand);
    }
}
