package io.jenkins.plugins.delivery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.engine.audit.AuditEntry;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import io.jenkins.plugins.delivery.engine.audit.AuditVerification;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import io.jenkins.plugins.delivery.reports.JsonResponse;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private LocalJenkins jenkins;
    private Job job;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        jenkins = LocalJenkins.start(home);
        job = new Job("shop");
        Jenkins.get().putItem(job);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void a_job_that_is_renamed_takes_its_log_along_unbroken() throws Exception {
        append(event(NOON, "one"));
        Job renamed = new Job("store");
        Jenkins.get().putItem(renamed);

        for (ItemListener listener : ExtensionList.lookup(ItemListener.class)) {
            listener.onLocationChanged(renamed, "shop", "store");
        }
        AuditLogs.get().append(renamed, List.of(event(NOON, "one"), event(NOON, "two")), 0);

        assertThat(AuditLogs.get().file(job)).doesNotExist();
        AuditVerification verified = AuditLogs.get().of(renamed).verify();
        assertThat(verified.isIntact()).as(verified.words()).isTrue();
        assertThat(texts(verified)).containsExactly("one", "two");
    }

    @Test
    void a_job_that_takes_the_name_of_an_audited_one_does_not_overwrite_its_log() throws Exception {
        append(event(NOON, "of the shop"));
        Job other = new Job("store");
        Jenkins.get().putItem(other);
        AuditLogs.get().append(other, List.of(event(NOON, "of the store")), 0);

        new AuditMoves().onLocationChanged(job, "shop", "store");

        assertThat(texts(AuditLogs.get().of(other).verify())).containsExactly("of the store");
        assertThat(texts(AuditLogs.get().of(job).verify())).containsExactly("of the shop");
    }

    @Test
    void entries_go_when_the_administrators_days_are_over_and_not_before() throws Exception {
        append(event(NOON, "old"), event(NOON.plusSeconds(86_400), "young"));

        AuditLogs.get().retain(job, NOON.plusSeconds(900 * 86_400L));
        assertThat(texts(verify())).as("without a rule").containsExactly("old", "young");

        DeliveryConfiguration.get().setAuditRetentionDays(30);
        AuditLogs.get().retain(job, NOON.plusSeconds(30 * 86_400L));
        assertThat(texts(verify())).as("on the last day").containsExactly("old", "young");

        AuditLogs.get().retain(job, NOON.plusSeconds(30 * 86_400L + 1));
        assertThat(verify().entries())
                .extracting(entry -> entry.event().kind())
                .containsExactly(AuditKind.HELD, AuditKind.RETENTION);
        assertThat(verify().isIntact()).isTrue();
    }

    @Test
    void retention_destroys_no_evidence_of_tampering() throws Exception {
        append(event(NOON, "old"), event(NOON.plusSeconds(60), "changed later"), event(NOON.plusSeconds(90), "new"));
        tamper("changed later", "never happened");
        DeliveryConfiguration.get().setAuditRetentionDays(1);

        AuditLogs.get().retain(job, NOON.plusSeconds(900 * 86_400L));

        assertThat(Files.readString(AuditLogs.get().file(job))).contains("old", "never happened");
    }

    @Test
    void item_22_the_page_and_the_json_tell_of_tampering() throws Exception {
        append(event(NOON, "approved"), event(NOON.plusSeconds(1), "deployed"));
        assertThat(summary().get("intact")).isEqualTo(true);
        assertThat(summary().get("words")).asString().startsWith("2 entries, unbroken");

        tamper("\"approved\"", "\"rejected\"");

        assertThat(summary().get("intact")).isEqualTo(false);
        assertThat(summary().get("words")).asString().startsWith("tampered with or damaged: line 1");
    }

    @Test
    void item_22_a_log_that_was_cut_or_taken_away_is_told_too() throws Exception {
        append(event(NOON, "one"), event(NOON, "two"));
        Path file = AuditLogs.get().file(job);
        List<String> lines = Files.readAllLines(file);

        Files.writeString(file, lines.get(0) + "\n");
        assertThat(summary().get("intact")).isEqualTo(false);

        Files.writeString(file, "");
        assertThat(summary().get("intact")).isEqualTo(false);
    }

    @Test
    void many_builds_at_once_lose_and_double_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String writer = "writer " + i;
                writers.add(() -> {
                    List<AuditEvent> events = new ArrayList<>();
                    for (int n = 0; n < 10; n++) {
                        events.add(event(NOON, writer + ", event " + n));
                        AuditLogs.get().append(job, events, 0);
                    }
                    return 0;
                });
            }
            for (Future<Integer> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(verify().isIntact()).as(verify().words()).isTrue();
        assertThat(texts(verify())).hasSize(80).doesNotHaveDuplicates();
    }

    private void append(AuditEvent... events) {
        assertThat(AuditLogs.get().append(job, List.of(events), 0)).isEqualTo(events.length);
    }

    private AuditVerification verify() throws IOException {
        return AuditLogs.get().of(job).verify();
    }

    private Map<?, ?> summary() throws IOException {
        return (Map<?, ?>) ((JsonResponse) new AuditAction(job).doSummary()).model();
    }

    private void tamper(String before, String after) throws IOException {
        Path file = AuditLogs.get().file(job);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static List<String> texts(AuditVerification verified) {
        return verified.entries().stream()
                .map(AuditEntry::event)
                .map(AuditEvent::text)
                .toList();
    }

    private static AuditEvent event(Instant at, String text) {
        return new AuditEvent(at, AuditKind.HELD, "alice", "192.0.2.7", "job/shop/1/", text, "");
    }

    private static final class Job extends LocalJob<Job, Build> {
        private Job(String name) {
            super(Jenkins.get(), name);
        }

        @Override
        protected Build create() throws IOException {
            return new Build(this);
        }

        @Override
        protected Build load(File directory) throws IOException {
            throw new IOException("nothing is loaded here");
        }
    }

    private static final class Build extends Run<Job, Build> {
        private Build(Job job) throws IOException {
            super(job);
        }
    }
}
