package io.jenkins.plugins.delivery.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.delivery.engine.record.DeploymentLog;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.Download;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.HttpResponse;

class DeploymentRecorderTest {
    @TempDir
    private Path home;

    private LocalJenkins jenkins;
    private Run<?, ?> run;

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
        Job job = new Job("shop");
        Jenkins.get().putItem(job);
        run = job.newBuild();
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void a_build_that_deployed_is_on_record_when_it_ends() throws Exception {
        run.addAction(new CauseAction(new Cause.UserIdCause("alice")));
        approved("production", "bob");
        rollout("COMPLETED", "");

        RunListener.fireCompleted(run, TaskListener.NULL);

        DeploymentRecord deployment = DeploymentLog.latest(
                        DeploymentHistory.get().log().read().records(), "shop", "production")
                .orElseThrow();
        assertThat(deployment.version()).isEqualTo("1.4.2");
        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(deployment.strategy()).isEqualTo("blue-green");
        assertThat(deployment.startedBy()).containsExactly("alice");
        assertThat(deployment.approvedBy()).containsExactly("bob");
        assertThat(deployment.evidenceDigest()).isEqualTo("00ff");
        assertThat(deployment.build()).isEqualTo("job/shop/1/");
        assertThat(deployment.finishedAt()).isEqualTo("2026-03-01T10:05:00Z");
    }

    @Test
    void a_rollout_that_is_over_is_on_record_while_its_build_goes_on() throws Exception {
        rollout("COMPLETED", "");
        rollout("OBSERVE", "");

        DeploymentRecorder.over(run);

        assertThat(DeploymentHistory.get().log().read().records())
                .singleElement()
                .satisfies(deployment -> assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED));
        RunListener.fireCompleted(run, TaskListener.NULL);
        assertThat(DeploymentHistory.get().log().read().records())
                .extracting(DeploymentRecord::outcome)
                .containsExactlyInAnyOrder(DeploymentOutcome.SUCCEEDED, DeploymentOutcome.FAILED);
    }

    @Test
    void what_did_not_go_well_is_on_record_with_its_reason() throws Exception {
        rollout("ROLLED_BACK", "UNHEALTHY");
        rollout("ROLLED_BACK", "ABORTED");
        rollout("STUCK", "UNHEALTHY");
        rollout("READY", "");

        RunListener.fireCompleted(run, TaskListener.NULL);

        List<DeploymentRecord> records = DeploymentHistory.get().log().read().records();
        assertThat(records)
                .extracting(DeploymentRecord::outcome)
                .containsExactly(
                        DeploymentOutcome.ROLLED_BACK,
                        DeploymentOutcome.ABORTED,
                        DeploymentOutcome.STUCK,
                        DeploymentOutcome.FAILED);
        assertThat(records.get(0).reason()).isEqualTo("because of UNHEALTHY");
    }

    @Test
    void a_rollback_after_users_met_the_version_is_an_incident_with_its_time_line() throws Exception {
        rolledBack(25);

        RunListener.fireCompleted(run, TaskListener.NULL);

        assertThat(DeploymentHistory.get().incidents().read().records())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.openedAt()).isEqualTo("2026-03-01T10:03:00Z");
                    assertThat(incident.resolvedAt()).isEqualTo("2026-03-01T10:05:00Z");
                    assertThat(incident.reason()).isEqualTo("error-rate 12 %");
                });
        ReleaseNotesAction notes = run.getAction(ReleaseNotesAction.class);
        assertThat(text(notes.doDownloadIncident(null)))
                .contains("# Incident: shop 1.4.2 in production", "at most 25 % of the traffic", "version 1.4.1 serves")
                .containsSubsequence("10:01:00Z", "SHIFT at 25 %", "10:03:00Z", "RESTORE at 25 %: error-rate 12 %");
    }

    @Test
    void what_no_user_met_was_neither_rolled_back_nor_an_incident() throws Exception {
        rolledBack(0);

        RunListener.fireCompleted(run, TaskListener.NULL);

        assertThat(DeploymentHistory.get().log().read().records())
                .extracting(DeploymentRecord::outcome)
                .containsExactly(DeploymentOutcome.FAILED);
        assertThat(DeploymentHistory.get().incidents().read().records()).isEmpty();
        ReleaseNotesAction notes = run.getAction(ReleaseNotesAction.class);
        assertThat(notes.doDownloadIncident(null)).isNotInstanceOf(Download.class);
    }

    @Test
    void the_changes_since_the_last_deployment_are_on_record_and_in_the_release_notes() throws Exception {
        ((Build) run).changes.add(List.of(new Entry("c1", "Begin", 1_000L)));
        rollout("COMPLETED", "");
        RunListener.fireCompleted(run, TaskListener.NULL);
        Job job = (Job) run.getParent();
        Build between = job.newBuild();
        between.changes.add(List.of(new Entry("c2", "Mend the cart", 61_000L)));
        run = job.newBuild();
        ((Build) run).changes.add(List.of(new Entry("c3", "Polish it", 120_000L), new Entry("c4", "<b>Ship</b>", -1L)));
        approved("production", "bob");
        rollout("COMPLETED", "");
        RunListener.fireCompleted(run, TaskListener.NULL);

        List<DeploymentRecord> records = DeploymentHistory.get().log().read().records();
        assertThat(records.get(1).commits()).containsExactly("c4", "c3", "c2");
        assertThat(records.get(1).firstCommitAt()).isEqualTo("1970-01-01T00:01:01Z");
        ReleaseNotesAction notes = run.getAction(ReleaseNotesAction.class);
        assertThat(text(notes.doDownloadNotesPage(null)))
                .contains("<h1>shop 1.4.2</h1>", "&lt;b&gt;Ship&lt;/b&gt; (c4)", "Mend the cart (c2)")
                .doesNotContain("Begin", "<b>");
    }

    @Test
    void item_25_notes_of_a_rollout_that_the_build_does_not_have_are_not_found() throws Exception {
        rollout("COMPLETED", "");
        ReleaseNotesAction notes = run.getAction(ReleaseNotesAction.class);

        for (String forged : List.of("../2/rollout", "rollout/../../secrets", "0", "<b>", "x".repeat(100_000))) {
            assertThat(notes.doDownloadNotes(forged)).as(forged).isNotInstanceOf(Download.class);
            assertThat(notes.doDownloadIncidentPage(forged)).as(forged).isNotInstanceOf(Download.class);
        }
        assertThat(notes.doDownloadNotes("")).isInstanceOf(Download.class);
    }

    @Test
    void item_02_release_notes_are_for_those_who_may_see_deployments() throws Exception {
        rollout("COMPLETED", "");
        ReleaseNotesAction notes = run.getAction(ReleaseNotesAction.class);
        Jenkins.get().setAuthorizationStrategy(new LocalPermissions());
        try (ACLContext ignored = ACL.as2(Jenkins.ANONYMOUS2)) {
            assertThatThrownBy(() -> notes.doDownloadNotes(null)).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> notes.doDownloadIncident(null)).isInstanceOf(AccessDeniedException3.class);
        }
    }

    @Test
    void a_build_that_is_recorded_twice_is_there_once() throws Exception {
        rollout("COMPLETED", "");

        RunListener.fireCompleted(run, TaskListener.NULL);
        RunListener.fireCompleted(run, TaskListener.NULL);

        assertThat(DeploymentHistory.get().log().read().records()).hasSize(1);
    }

    @Test
    void a_log_that_cannot_be_written_costs_the_record_and_not_the_build() throws Exception {
        rollout("COMPLETED", "");
        Files.createDirectories(home.resolve("progressive-delivery/deployments.jsonl"));
        ByteArrayOutputStream log = new ByteArrayOutputStream();

        RunListener.fireCompleted(run, new StreamTaskListener(log, StandardCharsets.UTF_8));

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("could not be recorded");
    }

    private void rollout(String phase, String cause) throws IOException {
        Map<String, Object> ending =
                cause.isEmpty() ? Map.of() : Map.of("cause", cause, "reason", "because of " + cause);
        new Report("rollout")
                .publish(
                        run,
                        ReportVerdict.PASSED,
                        "",
                        List.of(),
                        Map.of(
                                "app", "shop",
                                "environment", "production",
                                "strategy", "BLUE_GREEN",
                                "version", "1.4.2",
                                "phase", phase,
                                "startedAt", "2026-03-01T10:00:00Z",
                                "since", "2026-03-01T10:05:00Z",
                                "ending", ending));
    }

    private static String text(HttpResponse download) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Download) download).content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void rolledBack(int weight) throws IOException {
        Map<String, Object> model = new HashMap<>(Map.of(
                "app", "shop",
                "environment", "production",
                "strategy", "CANARY",
                "version", "1.4.2",
                "previousVersion", "1.4.1",
                "phase", "ROLLED_BACK",
                "startedAt", "2026-03-01T10:00:00Z",
                "since", "2026-03-01T10:05:00Z",
                "ending", Map.of("cause", "UNHEALTHY", "reason", "error-rate 12 %")));
        model.put(
                "transitions",
                List.of(
                        Map.of("at", "2026-03-01T10:01:00Z", "to", "SHIFT", "weight", weight, "reason", ""),
                        Map.of(
                                "at", "2026-03-01T10:03:00Z",
                                "to", "RESTORE",
                                "weight", weight,
                                "reason", "error-rate 12 %")));
        new Report("rollout").publish(run, ReportVerdict.FAILED, "", List.of(), model);
    }

    /** What Jenkins and the plugin git tell of a commit. */
    public static final class Entry {
        private final String id;
        private final String message;
        private final long time;

        Entry(String id, String message, long time) {
            this.id = id;
            this.message = message;
            this.time = time;
        }

        public String getCommitId() {
            return id;
        }

        public String getMsg() {
            return message;
        }

        public long getTimestamp() {
            return time;
        }
    }

    private void approved(String environment, String by) throws IOException {
        new Report("approval")
                .publish(
                        run,
                        ReportVerdict.PASSED,
                        "",
                        List.of(),
                        Map.of(
                                "environment",
                                environment,
                                "evidenceDigest",
                                "00ff",
                                "decision",
                                Map.of("approvers", List.of(by))));
    }

    private static final class Report extends DeliveryReport {
        Report(String kind) {
            super(kind, "");
        }

        @Override
        public String getTitle() {
            return "A report";
        }

        @Override
        public String getIconFileName() {
            return null;
        }
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

    /** Public as builds of Jenkins are. */
    public static final class Build extends Run<Job, Build> {
        private final transient List<List<Entry>> changes = new ArrayList<>();

        public List<List<Entry>> getChangeSets() {
            return changes;
        }

        private Build(Job job) throws IOException {
            super(job);
        }
    }
}
