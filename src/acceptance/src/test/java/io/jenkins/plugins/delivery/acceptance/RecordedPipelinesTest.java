package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.rehearsal.conformance.ConformanceCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pipelines whose behaviour a rehearsal is held to, on this Jenkins: where it behaves otherwise than the one that they were recorded
 * on, {@code target/jenkins/recorded.txt} says so. {@code -Dconformance=REGEX} runs only those whose name matches.
 */
@ExtendWith(WithJenkins.class)
@NeedsWar("makes accounts, credentials and libraries, and kills it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedPipelinesTest {
    private static final Path CASES = Path.of("../rehearsal/src/test/resources/conformance");
    private static final List<String> NEEDED = List.of(
            "credentials-binding",
            "git",
            "junit",
            "pipeline-build-step",
            "pipeline-groovy-lib",
            "pipeline-milestone-step",
            "pipeline-model-definition",
            "plain-credentials",
            "timestamper");
    /** Plugins that only these need. */
    private static final Map<String, String> NEEDED_BY =
            Map.of("802-real-declarative-full", "ws-cleanup", "911-multibranch-when", "workflow-multibranch");

    private static final double REQUIRED = 0.9;
    private static final int AT_ONCE = 4;
    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
        Assumptions.assumeTrue(Files.isDirectory(CASES), () -> "no recorded pipelines in " + CASES);
        List<String> absent = NEEDED.stream()
                .filter(name -> jenkins.plugins().plugin(name).isEmpty())
                .toList();
        Assumptions.assumeTrue(absent.isEmpty(), () -> "recorded pipelines need the plugins " + absent);
        RecordedJobs.prepare(jenkins);
    }

    @AfterAll
    void tidyUp() {
        RecordedJobs.tidyUp(jenkins);
    }

    @Test
    void pipelinesBehaveAsTheyWereRecorded() throws Exception {
        String filter = System.getProperty("conformance", ".*");
        List<ConformanceCase> cases = ConformanceCase.all(CASES).stream()
                .filter(each -> each.name().matches(filter))
                .filter(this::possible)
                .toList();
        Map<String, List<String>> differing = new LinkedHashMap<>();
        together(cases.stream().filter(each -> !RecordedRun.alone(each)).toList(), differing);
        for (ConformanceCase each : cases) {
            // Alone, too, what was too busy to do things at the recorded moment.
            if (RecordedRun.alone(each) || differing.containsKey(each.name())) {
                note(each, differences(each), differing);
            }
        }
        List<String> report = new ArrayList<>();
        report.add(cases.size() - differing.size() + " of " + cases.size() + " pipelines behave as recorded");
        differing.forEach((name, found) -> found.forEach(difference -> report.add(name + ": " + difference)));
        Files.write(Path.of("target/jenkins/recorded.txt"), report);
        report.forEach(System.out::println);

        assertThat(differing.values()).as("builds that did not end").noneMatch(found -> found.toString()
                .contains("in vain"));
        assertThat(cases.size() - differing.size()).isGreaterThanOrEqualTo((int) (cases.size() * REQUIRED));
    }

    private boolean possible(ConformanceCase subject) {
        String plugin = NEEDED_BY.get(subject.name());
        boolean possible = plugin == null || jenkins.plugins().plugin(plugin).isPresent();
        if (!possible) {
            System.out.println("Skipped " + subject.name() + ": needs the plugin " + plugin + ".");
        }
        return possible;
    }

    private void together(List<ConformanceCase> cases, Map<String, List<String>> differing) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<ConformanceCase, Future<List<String>>> running = new LinkedHashMap<>();
            cases.forEach(each -> running.put(each, people.submit(() -> differences(each))));
            for (Map.Entry<ConformanceCase, Future<List<String>>> one : running.entrySet()) {
                note(one.getKey(), one.getValue().get(), differing);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static void note(ConformanceCase subject, List<String> found, Map<String, List<String>> differing) {
        if (found.isEmpty()) {
            differing.remove(subject.name());
        } else {
            differing.put(subject.name(), found);
        }
    }

    /** In a job of its own, since a second try begins with the first build again. */
    private List<String> differences(ConformanceCase subject) {
        new JenkinsClient(jenkins.url(), "admin", "admin")
                .post("job/" + RecordedJobs.name(subject) + "/doDelete", Map.of());
        Path repositories = Path.of("target/jenkins/repositories").toAbsolutePath();
        return RecordedProject.is(subject)
                ? new RecordedProject(jenkins, subject, repositories).differences()
                : new RecordedRun(jenkins, subject, repositories).differences();
    }
}
