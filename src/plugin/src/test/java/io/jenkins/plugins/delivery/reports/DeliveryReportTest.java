package io.jenkins.plugins.delivery.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.ExtensionList;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryReportTest {
    @TempDir
    private Path home;

    private LocalJenkins jenkins;
    private Run<?, ?> run;

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
        Jenkins.get().setAuthorizationStrategy(new LocalPermissions());
        Job job = new Job("shop");
        Jenkins.get().putItem(job);
        run = job.newBuild();
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @Test
    void what_is_published_is_there_after_a_restart() throws Exception {
        new Report("").publish(run, ReportVerdict.WARNED, "2 findings", List.of("2 HIGH"), Map.of("total", 2));

        Report report = reloaded().getAction(Report.class);

        assertThat(report.getVerdict()).isEqualTo(ReportVerdict.WARNED);
        assertThat(report.getHeadline()).isEqualTo("2 findings");
        assertThat(report.getFigures()).containsExactly("2 HIGH");
        assertThat(report.getModel().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void publishing_again_says_something_new_about_the_same_report() throws Exception {
        Report report = new Report("nightly build");
        report.publish(run, ReportVerdict.RUNNING, "looking", List.of(), Map.of());
        report.publish(run, ReportVerdict.PASSED, "fine", List.of(), Map.of("total", 0));

        assertThat(run.getActions(Report.class)).containsExactly(report);
        assertThat(report.getUrlName()).isEqualTo("scan-nightly-build");
        assertThat(DeliveryReport.find(run, Report.class, "scan-nightly-build")).contains(report);
        assertThat(reloaded().getAction(Report.class).getVerdict()).isEqualTo(ReportVerdict.PASSED);
    }

    @Test
    void reports_of_one_name_never_overwrite_each_other() throws Exception {
        for (String headline : List.of("first", "second", "third")) {
            new Report("a/b").publish(run, ReportVerdict.PASSED, headline, List.of(), Map.of("headline", headline));
        }
        new Report("a b").publish(run, ReportVerdict.PASSED, "fourth", List.of(), Map.of("headline", "fourth"));

        List<Report> reports = reloaded().getActions(Report.class);
        assertThat(reports).extracting(DeliveryReport::getUrlName).doesNotHaveDuplicates();
        assertThat(reports)
                .extracting(report -> report.getModel().path("headline").asText())
                .containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void item_14_a_name_cannot_leave_the_folder_of_the_build() throws Exception {
        for (String name : List.of("../../config", "/etc/passwd", "C:\\x", "..", "\u0000")) {
            Report report = new Report(name);
            report.publish(run, ReportVerdict.PASSED, "", List.of(), Map.of());
            assertThat(report.getUrlName()).matches("scan-[a-z0-9-]+");
        }
        try (var files = Files.walk(run.getRootDir().toPath())) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(file.getParent()).endsWith(Path.of("1/delivery")));
        }
    }

    @Test
    void item_11_text_that_xml_cannot_hold_does_not_cost_the_report() throws Exception {
        String odd = "nul \u0000, half a pair \uD83D, bell \u0007,\nnew line";
        new Report(odd).publish(run, ReportVerdict.FAILED, odd, List.of(odd), Map.of("text", odd));

        Report report = reloaded().getAction(Report.class);
        String kept = "nul \uFFFD, half a pair \uFFFD, bell \uFFFD,\nnew line";
        assertThat(report.getHeadline()).isEqualTo(kept);
        assertThat(report.getFigures()).containsExactly(kept);
    }

    @Test
    void a_model_that_is_missing_or_damaged_leaves_the_rest() throws Exception {
        Report report = new Report("");
        report.publish(run, ReportVerdict.FAILED, "3 CRITICAL", List.of(), Map.of("total", 3));
        Path model = run.getRootDir().toPath().resolve("delivery/scan.json");

        Files.writeString(model, "{\"total\":");
        assertThat(report.getModel()).isNull();
        Files.delete(model);
        assertThat(report.getModel()).isNull();
        assertThat(report.json())
                .containsEntry("complete", false)
                .containsEntry("headline", "3 CRITICAL")
                .containsEntry("verdict", ReportVerdict.FAILED);
    }

    @Test
    void a_model_that_cannot_be_written_publishes_nothing() throws Exception {
        Report report = new Report("");
        report.publish(run, ReportVerdict.PASSED, "fine", List.of(), Map.of("total", 0));

        assertThatThrownBy(
                        () -> report.publish(run, ReportVerdict.FAILED, "bad", List.of(), Map.of("self", new Object())))
                .isInstanceOf(IOException.class);
        assertThat(report.getHeadline()).isEqualTo("fine");
        assertThat(report.getModel().path("total").asInt(-1)).isZero();
    }

    @Test
    void item_02_a_report_is_for_who_may_read_the_job() throws Exception {
        Report report = new Report("");
        report.publish(run, ReportVerdict.PASSED, "fine", List.of(), Map.of());
        DeliveryTab tab = new DeliveryTab(run);

        assertThatThrownBy(report::doJson).isInstanceOf(AccessDeniedException3.class);
        assertThatThrownBy(tab::doJson).isInstanceOf(AccessDeniedException3.class);
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            assertThat(json(report.doJson()).path("headline").asText()).isEqualTo("fine");
            assertThat(json(tab.doJson()).path("reports").path(0).path("url").asText())
                    .isEqualTo("job/shop/1/scan/");
        }
    }

    @Test
    void a_build_has_the_tab_once_there_is_something_to_show() throws Exception {
        DeliveryTabFactory factory = ExtensionList.lookupSingleton(DeliveryTabFactory.class);

        assertThat(factory.createFor(run)).isEmpty();
        new Report("").publish(run, ReportVerdict.PASSED, "fine", List.of(), Map.of());
        assertThat(factory.createFor(run)).hasSize(1);
    }

    @Test
    void beside_a_build_a_link_leads_to_the_tab_which_alone_answers_there() throws Exception {
        assertThat(run.getAction(DeliveryLink.class)).isNull();
        new Report("").publish(run, ReportVerdict.PASSED, "fine", List.of(), Map.of());

        DeliveryLink link = run.getAction(DeliveryLink.class);
        assertThat(link.getUrlName()).isEqualTo(run.getAction(DeliveryTab.class).getUrlName() + "/");
        assertThat(link.getIconFileName()).startsWith("symbol-");
        assertThat(link.getDisplayName()).isEqualTo("Delivery");
        assertThat(run.getAllActions().stream().filter(action -> "delivery".equals(action.getUrlName())))
                .singleElement()
                .isInstanceOf(DeliveryTab.class);
    }

    @Test
    void a_job_has_reported_however_many_builds_ago_that_was() throws Exception {
        hudson.model.Job<?, ?> job = run.getParent();
        assertThat(ReportedKinds.any(job)).isFalse();
        new Report("").publish(run, ReportVerdict.PASSED, "fine", List.of(), Map.of());
        for (int i = 0; i < 9; i++) {
            ((Job) job).newBuild();
        }

        assertThat(ReportedKinds.any(job)).isTrue();
        assertThat(ReportedKinds.has(job, "scan")).isTrue();
        assertThat(ReportedKinds.has(job, "smoke-test")).isFalse();
    }

    private static JsonNode json(Object response) throws IOException {
        return new ObjectMapper().readTree(ReportFile.bytes(((JsonResponse) response).model()));
    }

    private Run<?, ?> reloaded() throws Exception {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            stop();
            jenkins = LocalJenkins.start(home);
            Job job = new Job("shop");
            Jenkins.get().putItem(job);
            job.onLoad(Jenkins.get(), "shop");
            return job.getBuildByNumber(1);
        }
    }

    /** One that says whatever a test wants. */
    public static final class Report extends DeliveryReport {
        Report(String name) {
            super("scan", name);
        }

        @Override
        public String getTitle() {
            return "Scan";
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
            return new Build(this, directory);
        }
    }

    private static final class Build extends Run<Job, Build> {
        private Build(Job job) throws IOException {
            super(job);
        }

        private Build(Job job, File directory) throws IOException {
            super(job, directory);
        }
    }
}
