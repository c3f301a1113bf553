package io.jenkins.plugins.delivery.benchmark;

import io.jenkins.plugins.delivery.engine.record.DeploymentLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Milliseconds of the processor that opening a log with 100,000 records costs who asks for it: the first time after the
 * start, the second time, and when it is known. Elapsed times say how busy a machine is as well.
 */
public final class DeploymentLogProcessorTime {
    private static final int RECORDS = 100_000;
    private static final int QUESTIONS = 1_000;
    private static final double NANOS = 1e6;

    private DeploymentLogProcessorTime() {}

    public static void main(String[] arguments) throws IOException {
        Path file = GeneratedDeployments.file(RECORDS);
        DeploymentLog known = new DeploymentLog(file);
        System.out.printf(
                "first %.0f ms, second %.0f ms, known %.3f ms%n",
                opening(known, 1), opening(new DeploymentLog(file), 1), opening(known, QUESTIONS) / QUESTIONS);
        Files.delete(file);
    }

    private static double opening(DeploymentLog log, int times) throws IOException {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            if (log.read().records().size() != RECORDS) {
                throw new IllegalStateException("records are missing");
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / NANOS;
    }
}
