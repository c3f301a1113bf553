package io.jenkins.plugins.delivery.rehearsal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.yaml.YamlFile;
import io.jenkins.plugins.delivery.engine.yaml.YamlFileException;
import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Expectation;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Pipeline;
import io.jenkins.plugins.delivery.rehearsal.report.ReportFiles;
import io.jenkins.plugins.delivery.rehearsal.report.ResultBuilder;
import io.jenkins.plugins.delivery.rehearsal.report.RunRecorder;
import io.jenkins.plugins.delivery.rehearsal.report.TrafficSummary;
import io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan;
import io.jenkins.plugins.delivery.rehearsal.runtime.LibrarySource;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RehearsalController;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.scenario.Recording;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scene;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.FolderSource;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.RunSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One rehearsal: prepares, runs the pipeline once or for each way that a controller can die, and writes the report. */
final class Rehearsal {
    private final Options options;
    private final RunObserver display;
    private final Recording recording;
    private final Path home;

    /** @param recording what scripts did in an earlier rehearsal of the same pipeline in the same home */
    Rehearsal(Options options, RunObserver display, Recording recording, Path home) {
        this.options = options;
        this.display = display;
        this.recording = recording;
        this.home = home;
    }

    RehearsalResult run(long startNanos) throws RehearsalException, InterruptedException {
        RehearsalSettings settings = settings();
        Scenario scenario = scenario();
        ReportFiles files = new ReportFiles(options.reportFolder());
        try {
            files.clear();
            Folders.delete(home.resolve("jobs"));
            RehearsalResult result = run(settings, scenario, startNanos);
            files.write(result);
            return result;
        } catch (IOException e) {
            throw new RehearsalException(
                    "The rehearsal could not read or write: " + e.getMessage(),
                    options.reportFolder().toString(),
                    "Check that the folder can be written to, and that the disk is not full.",
                    e);
        }
    }

    /** Runs the pipeline once, whatever the scenario says of kills, and leaves no report. */
    RehearsalResult once(KillPlan kill) throws RehearsalException, InterruptedException, IOException {
        Folders.delete(home.resolve("jobs"));
        return once(settings(), scenario(), kill, display, System.nanoTime(), 1);
    }

    private RehearsalResult run(RehearsalSettings settings, Scenario scenario, long startNanos)
            throws IOException, InterruptedException, RehearsalException {
        if (!scenario.killsEverywhere()) {
            return once(settings, scenario, scenario.killPlan(), display, startNanos, 1);
        }
        RehearsalResult undisturbed = once(settings, scenario, KillPlan.none(), display, startNanos, 1);
        RehearsalResult last = undisturbed;
        for (int boundary = 1; boundary <= undisturbed.durability().boundaries() && met(last); boundary++) {
            display.stepStatus(
                    "",
                    "killed at boundary " + boundary + " of "
                            + undisturbed.durability().boundaries());
            last = once(settings, scenario, KillPlan.at(boundary), RunObserver.NONE, startNanos, boundary + 1);
        }
        return last;
    }

    private static boolean met(RehearsalResult result) {
        return result.expectation() == null || result.expectation().met();
    }

    private RehearsalResult once(
            RehearsalSettings settings,
            Scenario scenario,
            KillPlan kill,
            RunObserver watching,
            long startNanos,
            int runs)
            throws IOException, InterruptedException, RehearsalException {
        RunRecorder recorder = new RunRecorder();
        try (VirtualClock clock = new VirtualClock();
                Scene scene = scene(settings, scenario, clock);
                RehearsalController controller = RehearsalController.start(home, clock, scene::prepare)) {
            PipelineRequest request = PipelineRequest.of(options.jenkinsfile())
                    .home(controller.home())
                    .jobName(options.name())
                    .clock(clock)
                    .parameters(scenario.parameters())
                    .libraries(libraries())
                    .user(settings.startedBy())
                    .actions(List.of(
                            new RunSource(new FolderSource(options.folder().toString()))))
                    .shell(scene.shell())
                    .kill(kill)
                    .observer(new Observers(List.of(recorder, watching, scene.observer())))
                    .build();
            PipelineOutcome outcome = new PipelineRuntime().run(request);
            List<String> unmet = scene.unmet(outcome);
            return new ResultBuilder(pipeline(settings, scenario), recorder)
                    .traffic(scene.traffic().stream().map(TrafficSummary::of).toList())
                    .simulated(scene.simulated())
                    .runs(runs)
                    .cluster(clock.elsewhere())
                    .of(outcome, expectation(scenario, unmet), (System.nanoTime() - startNanos) / 1_000_000);
        } catch (IllegalArgumentException e) {
            throw new RehearsalException(
                    e.getMessage(),
                    e instanceof ArgumentException argument ? settingsPlace(argument) : shownSettings(),
                    "Correct the settings; docs/rehearsal.md says what they can hold.",
                    e);
        }
    }

    private Scene scene(RehearsalSettings settings, Scenario scenario, VirtualClock clock) throws RehearsalException {
        try {
            return Scene.open(settings, scenario, clock, home.resolve("cluster"), options.kubeconfig(), recording);
        } catch (IOException e) {
            boolean external = options.kubeconfig().isPresent();
            throw new RehearsalException(
                    String.valueOf(e.getMessage()),
                    external ? options.kubeconfig().map(options::shown).orElseThrow() : null,
                    external
                            ? "Check -Dkubeconfig, or leave it out for the embedded cluster."
                            : "The embedded cluster needs free ports on the loopback interface and a folder it can write to.",
                    e);
        }
    }

    @CheckForNull
    private static Expectation expectation(Scenario scenario, List<String> unmet) {
        return scenario.expect() == null ? null : new Expectation(unmet.isEmpty(), unmet);
    }

    private Pipeline pipeline(RehearsalSettings settings, Scenario scenario) {
        Map<String, String> parameters = new LinkedHashMap<>();
        scenario.parameters().forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        return new Pipeline(
                options.name(),
                options.shown(options.jenkinsfile()),
                scenario.name().isEmpty() ? null : scenario.name(),
                scenario.description().isEmpty() ? null : scenario.description(),
                settings.startedBy(),
                parameters);
    }

    private RehearsalSettings settings() throws RehearsalException {
        Path file = options.folder().resolve("rehearsal.yaml");
        try {
            return Files.exists(file) ? RehearsalSettings.read(file, shownSettings()) : RehearsalSettings.none();
        } catch (YamlFileException | IOException e) {
            throw unreadable(e, file);
        }
    }

    private Scenario scenario() throws RehearsalException {
        if (options.scenario().isEmpty()) {
            return Scenario.none();
        }
        Path file = options.scenario().get();
        try {
            return Scenario.read(file, options.shown(file));
        } catch (YamlFileException | IOException e) {
            throw unreadable(e, file);
        }
    }

    private RehearsalException unreadable(Exception e, Path file) {
        return new RehearsalException(
                String.valueOf(e.getMessage()),
                e instanceof YamlFileException ? null : options.shown(file),
                "docs/rehearsal.md says what the file can hold.",
                e);
    }

    /** Settings are bound after the file was read: the place is looked up again. */
    private String settingsPlace(ArgumentException refused) throws IOException {
        Path file = options.folder().resolve("rehearsal.yaml");
        return Files.exists(file)
                ? YamlFile.parse(shownSettings(), Files.readString(file)).where(refused.argument())
                : shownSettings();
    }

    private String shownSettings() {
        return options.shown(options.folder().resolve("rehearsal.yaml"));
    }

    /** What lies beside the Jenkinsfile, and the library of this repository. */
    private List<LibrarySource> libraries() {
        List<LibrarySource> libraries = new ArrayList<>();
        for (Path root : List.of(options.folder(), options.root())) {
            if (Files.isDirectory(root.resolve("vars"))
                    && libraries.stream().noneMatch(one -> one.root().equals(root))) {
                libraries.add(new LibrarySource("library" + libraries.size(), root, "", true, true));
            }
        }
        return libraries;
    }
}
