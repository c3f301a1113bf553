package io.jenkins.plugins.delivery.rehearsal.conformance;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SecretBytes;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import com.fasterxml.jackson.databind.JsonNode;
import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.rehearsal.clock.Busy;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.runtime.LibrarySource;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRun;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsalController;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.RunSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.model.JenkinsLocationConfiguration;
import org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Runs one case, all its builds, in a controller of its own. */
final class CaseRunner {
    private static final String JOB = "jobq7";
    private static final String URL = "http://localhost:8080/";
    private static final long LIMIT_SECONDS = 25;

    /** Steps of plugins that the recorded Jenkins did not have. */
    private static final Set<String> NOT_INSTALLED = Set.of("lock");

    private final ConformanceCase subject;
    private final Path home;
    private final List<String> details = new ArrayList<>();

    CaseRunner(ConformanceCase subject, Path home) {
        this.subject = subject;
        this.home = home;
    }

    Verdict run() {
        long start = System.nanoTime();
        Verdict.Kind kind = Verdict.Kind.DIFFERING;
        String reason;
        try {
            runAll();
            kind = details.isEmpty() ? Verdict.Kind.PASSED : Verdict.Kind.DIFFERING;
            reason = details.isEmpty() ? "" : details.get(0);
        } catch (java.util.concurrent.TimeoutException hanging) {
            kind = Verdict.Kind.CRASHED;
            reason = "did not end within " + LIMIT_SECONDS + " s";
        } catch (Exception | Error failure) {
            kind = Verdict.Kind.CRASHED;
            reason = failure.toString();
            for (StackTraceElement frame : failure.getStackTrace()) {
                details.add("at " + frame);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Verdict(subject.name(), subject.area(), kind, reason, details, millis);
    }

    private void runAll() throws Exception {
        VirtualClock clock = new VirtualClock();
        SourceRepository source = SourceRepository.of(subject, home.resolveSibling(home.getFileName() + "-source"));
        try (clock;
                RehearsalController controller = RehearsalController.start(home, clock, CaseRunner::prepare)) {
            List<JsonNode> recordings = subject.recordings();
            List<CompletableFuture<Void>> running = new ArrayList<>();
            Busy starting = null;
            for (int i = 0; i < recordings.size(); i++) {
                JsonNode recording = recordings.get(i);
                JsonNode plan = subject.json().path("runPlan").path(i);
                source.before(plan);
                PipelineRun run = new PipelineRuntime().start(request(recording, clock, source));
                if (starting != null) {
                    starting.close();
                }
                Actor actor = new Actor(run, clock, recording.path("actions"));
                actor.begin();
                int number = i + 1;
                running.add(run.whenDone().thenAccept(outcome -> compare(number, recording, outcome, actor)));
                if (plan.path("runsConcurrently").asBoolean()) {
                    CompletableFuture<Busy> later = new CompletableFuture<>();
                    clock.schedule(
                            Duration.ofSeconds(
                                    plan.path("nextRunStartsAfterSeconds").asLong()),
                            () -> later.complete(clock.busy("the next build is being started")));
                    starting = later.get(LIMIT_SECONDS, TimeUnit.SECONDS);
                } else {
                    await(running);
                }
            }
            await(running);
        }
    }

    private static void await(List<CompletableFuture<Void>> running) throws Exception {
        CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0])).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private PipelineRequest request(JsonNode recording, VirtualClock clock, SourceRepository source) throws Exception {
        return PipelineRequest.of(subject.folder().resolve("Jenkinsfile"))
                .home(home)
                .jobName(JOB)
                .strict(false)
                .clock(clock)
                .parameters(ConformanceCase.parameters(recording))
                .libraries(libraries())
                .jobs(otherJobs())
                .actions(actions(recording, source))
                .build();
    }

    private List<Action> actions(JsonNode recording, SourceRepository source) {
        List<Action> actions = new ArrayList<>();
        source.source(recording.path("branch").asText("main")).ifPresent(tree -> actions.add(new RunSource(tree)));
        if (subject.json().has("multibranch")
                && !recording.path("log").path(0).asText().startsWith("Started by")) {
            actions.add(new CauseAction(new BranchIndexing()));
        }
        return actions;
    }

    private List<LibrarySource> libraries() {
        JsonNode library = subject.json().path("library");
        if (library.isMissingNode() || library.isNull()) {
            return List.of();
        }
        return List.of(new LibrarySource(
                library.path("name").asText(),
                subject.folder(),
                library.path("defaultVersion").asText(),
                library.path("implicit").asBoolean(),
                library.path("trusted").asBoolean()));
    }

    private Map<String, Path> otherJobs() throws Exception {
        Map<String, Path> jobs = new HashMap<>();
        Path folder = subject.folder().resolve("jobs");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> jobs.put(file.getFileName().toString().replace(".groovy", ""), file));
            }
        }
        return jobs;
    }

    private static void prepare(Jenkins jenkins) {
        ExtensionList<StepDescriptor> steps = jenkins.getExtensionList(StepDescriptor.class);
        List.copyOf(steps).stream()
                .filter(step -> NOT_INSTALLED.contains(step.getFunctionName()))
                .forEach(steps::remove);
        credentials();
    }

    private static void credentials() {
        JenkinsLocationConfiguration.get().setUrl(URL);
        var store = SystemCredentialsProvider.getInstance().getCredentials();
        store.clear();
        store.add(new StringCredentialsImpl(
                CredentialsScope.GLOBAL, "str-cred", "", Secret.fromString("s3cr3t-value-123")));
        try {
            store.add(new UsernamePasswordCredentialsImpl(
                    CredentialsScope.GLOBAL, "up-cred", "", "svc-user", "pa55-w0rd-xyz"));
        } catch (hudson.model.Descriptor.FormException impossible) {
            throw new IllegalStateException(impossible);
        }
        store.add(new FileCredentialsImpl(
                CredentialsScope.GLOBAL,
                "file-cred",
                "",
                "settings.txt",
                SecretBytes.fromRawBytes("region=eu-1".getBytes(StandardCharsets.UTF_8))));
    }

    private synchronized void compare(int number, JsonNode recording, PipelineOutcome outcome, Actor actor) {
        Path workspace = home.resolve("workspace").resolve(JOB);
        Normalizer normalizer =
                new Normalizer(home, workspace, JOB, home.resolveSibling(home.getFileName() + "-source"), URL);
        String prefix = number == subject.recordings().size() ? "" : "build " + number + ": ";
        new Comparison(recording, outcome.result().toString(), outcome.log(), normalizer::own)
                .differences(outcome.stages())
                .forEach(each -> details.add(prefix + each));
        actor.differences().forEach(each -> details.add(prefix + each));
    }

    /** As a multibranch project says it. */
    static final class BranchIndexing extends Cause {
        @Override
        public String getShortDescription() {
            return "Branch indexing";
        }
    }
}
