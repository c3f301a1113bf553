package io.jenkins.plugins.delivery.environments;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.delivery.engine.record.DeploymentLog;
import io.jenkins.plugins.delivery.engine.record.DeploymentOutcome;
import io.jenkins.plugins.delivery.engine.record.DeploymentRecord;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import io.jenkins.plugins.delivery.reports.DeliveryReport;
import io.jenkins.plugins.delivery.reports.ReportVerdict;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static final class Build extends Run<Job, Build> {
        private Build(Job job) throws IOException {
            super(job);
        }
    }
}
