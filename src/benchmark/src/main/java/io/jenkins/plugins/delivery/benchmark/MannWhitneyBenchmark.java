package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney;
import io.jenkins.plugins.delivery.engine.analysis.stats.MannWhitney.Method;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compares two series of points. Apache Commons Math knows the p-value and no interval: {@code pValue} is what both can
 * do, {@code judged} is what a judge needs, with interval and estimate.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MannWhitneyBenchmark {
    @Param({"50", "1000"})
    public int points;

    private double[] canary;
    private double[] stable;

    @Setup
    public void generate() {
        Random random = new Random(1);
        canary = random.doubles(points)
                .map(value -> Math.round(value * 1e4) / 1e4)
                .toArray();
        stable = random.doubles(points)
                .map(value -> Math.round(value * 1e4) / 1e4)
                .toArray();
    }

    @Benchmark
    public double commonsMathPValue() {
        return new MannWhitneyUTest().mannWhitneyUTest(canary, stable);
    }

    @Benchmark
    public double pValue() {
        return MannWhitney.pValue(canary, stable);
    }

    @Benchmark
    public MannWhitney judged() {
        return MannWhitney.of(canary, stable, 0.98, Method.APPROXIMATE);
    }
}
