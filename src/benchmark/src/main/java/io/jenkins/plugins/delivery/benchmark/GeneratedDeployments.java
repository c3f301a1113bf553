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

/** A log of deployments that differ in their numbers. */
final class GeneratedDeployments {
    private GeneratedDeployments() {}

    static Path file(int records) throws IOException {
        Path file = Files.createTempDirectory("deployments").resolve("deployments.jsonl");
        Path one = file.resolveSibling("one.jsonl");
        new DeploymentLog(one).append(record());
        String line = Files.readString(one);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                out.write(line.replace("job/shop/0", "job/shop/" + i));
            }
        }
        return file;
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
