package io.jenkins.plugins.delivery.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentLogTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_was_appended_is_read_back_in_order() throws Exception {
        DeploymentLog log = log();
        log.append(deployment("1", DeploymentOutcome.SUCCEEDED));
        log.append(deployment("2", DeploymentOutcome.ROLLED_BACK));

        assertThat(new DeploymentLog(folder.resolve("log/deployments.jsonl"))
                        .read()
                        .records())
                .containsExactly(
                        deployment("1", DeploymentOutcome.SUCCEEDED), deployment("2", DeploymentOutcome.ROLLED_BACK));
    }

    @Test
    void a_log_that_does_not_exist_is_empty() throws Exception {
        assertThat(log().read().records()).isEmpty();
    }

    @Test
    void a_file_cut_off_anywhere_costs_the_last_line_at_most() throws Exception {
        log().append(deployment("1", DeploymentOutcome.SUCCEEDED));
        long first = Files.size(file());
        log().append(deployment("zwei-ä", DeploymentOutcome.FAILED));
        byte[] whole = Files.readAllBytes(file());

        for (int length = (int) first; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            log().append(deployment("3", DeploymentOutcome.STUCK));

            assertThat(log().read().records())
                    .as("cut off after %d bytes", length)
                    .startsWith(deployment("1", DeploymentOutcome.SUCCEEDED))
                    .endsWith(deployment("3", DeploymentOutcome.STUCK))
                    .hasSize(length == whole.length - 1 ? 3 : 2);
        }
    }

    @Test
    void damaged_lines_are_named() throws Exception {
        log().append(deployment("1", DeploymentOutcome.SUCCEEDED));
        Files.writeString(file(), "{\"id\": \n[]\n{}\nnull\n", StandardOpenOption.APPEND);
        log().append(deployment("2", DeploymentOutcome.SUCCEEDED));

        assertThat(log().read().damagedLines()).containsExactly(2, 3, 4, 5);
        assertThat(log().read().records()).hasSize(2);
    }

    @Test
    void a_deployment_that_is_recorded_twice_counts_once() throws Exception {
        log().append(deployment("1", DeploymentOutcome.STUCK));
        log().append(deployment("2", DeploymentOutcome.SUCCEEDED));
        log().append(deployment("1", DeploymentOutcome.ROLLED_BACK));

        assertThat(log().read().records())
                .containsExactly(
                        deployment("1", DeploymentOutcome.ROLLED_BACK), deployment("2", DeploymentOutcome.SUCCEEDED));
    }

    @Test
    void what_was_read_stays_as_it_was_while_more_is_recorded() throws Exception {
        DeploymentLog log = log();
        log.append(deployment("1", DeploymentOutcome.STUCK));
        List<DeploymentRecord> before = log.read().records();
        log.append(deployment("1", DeploymentOutcome.ROLLED_BACK));
        log.append(deployment("2", DeploymentOutcome.SUCCEEDED));

        assertThat(before).containsExactly(deployment("1", DeploymentOutcome.STUCK));
        assertThat(log.read().records())
                .containsExactly(
                        deployment("1", DeploymentOutcome.ROLLED_BACK), deployment("2", DeploymentOutcome.SUCCEEDED));
    }

    @Test
    void a_file_that_somebody_else_changed_is_read_anew() throws Exception {
        DeploymentLog log = log();
        log.append(deployment("1", DeploymentOutcome.SUCCEEDED));
        assertThat(log.read().records()).hasSize(1);

        log().append(deployment("2", DeploymentOutcome.SUCCEEDED));
        assertThat(log.read().records()).hasSize(2);

        Files.delete(file());
        assertThat(log.read().records()).isEmpty();
    }

    @Test
    void many_threads_lose_nothing() throws Exception {
        DeploymentLog log = log();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                DeploymentRecord record = deployment("n" + i, DeploymentOutcome.SUCCEEDED);
                tasks.add(() -> {
                    log.append(record);
                    return null;
                });
            }
            for (Future<Void> future : threads.invokeAll(tasks)) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(log.read().records()).hasSize(100);
        assertThat(log.read().damagedLines()).isEmpty();
    }

    @Test
    void the_latest_deployment_to_an_environment_is_known() throws Exception {
        log().append(deployment("1", DeploymentOutcome.SUCCEEDED));
        log().append(deployment("2", DeploymentOutcome.FAILED));

        assertThat(DeploymentLog.latest(log().read().records(), "shop", "production"))
                .contains(deployment("2", DeploymentOutcome.FAILED));
        assertThat(DeploymentLog.latest(log().read().records(), "shop", "staging"))
                .isEmpty();
    }

    @Test
    void a_log_that_cannot_be_written_says_so() throws Exception {
        Files.createDirectories(file());

        assertThatThrownBy(() -> log().append(deployment("1", DeploymentOutcome.FAILED)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_line_of_an_older_release_is_read() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(),
                "{\"id\":\"1\",\"application\":\"shop\",\"environment\":\"production\",\"version\":\"1.2.1\",\"image\":null,"
                        + "\"commits\":[\"0123abc\"],\"strategy\":\"canary\",\"build\":\"job/shop/1/\",\"startedBy\":[\"alice\"],"
                        + "\"approvedBy\":[\"bob\"],\"evidenceDigest\":\"aa00\",\"startedAt\":\"2026-03-01T10:00:00Z\","
                        + "\"finishedAt\":\"2026-03-01T10:01:00Z\",\"outcome\":\"SUCCEEDED\",\"reason\":\"\"}\n");

        assertThat(log().read().records()).singleElement().satisfies(record -> assertThat(record.firstCommitAt())
                .isNull());
        assertThat(log().read().damagedLines()).isEmpty();
    }

    @Test
    void time_does_not_run_backwards() {
        assertThatThrownBy(() -> new DeploymentRecord(
                        "1",
                        "shop",
                        "production",
                        "1",
                        null,
                        List.of(),
                        null,
                        "canary",
                        "job/shop/1/",
                        List.of(),
                        List.of(),
                        null,
                        START,
                        START.minusSeconds(1),
                        DeploymentOutcome.FAILED,
                        ""))
                .hasMessageContaining("before it began");
    }

    private Path file() {
        return folder.resolve("log/deployments.jsonl");
    }

    private DeploymentLog log() {
        return new DeploymentLog(file());
    }

    private static DeploymentRecord deployment(String id, DeploymentOutcome outcome) {
        return new DeploymentRecord(
                id,
                "shop",
                "production",
                "1.2." + id,
                "registry.example.com/shop@sha256:00ff",
                List.of("0123abc"),
                START.minusSeconds(7_200),
                "canary",
                "job/shop/" + id + "/",
                List.of("alice"),
                List.of("bob"),
                "aa00",
                START,
                START.plusSeconds(60),
                outcome,
                "p95 480 ms\n\"ä\"");
    }
}
