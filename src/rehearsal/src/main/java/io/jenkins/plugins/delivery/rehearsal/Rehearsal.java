package io.jenkins.plugins.delivery.rehearsal;

import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult;
import io.jenkins.plugins.delivery.rehearsal.report.RehearsalResult.Pipeline;
import io.jenkins.plugins.delivery.rehearsal.report.ReportFiles;
import io.jenkins.plugins.delivery.rehearsal.report.ResultBuilder;
import io.jenkins.plugins.delivery.rehearsal.report.RunRecorder;
import io.jenkins.plugins.delivery.rehearsal.runtime.LibrarySource;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime;
import io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.FolderSource;
import io.jenkins.plugins.delivery.rehearsal.steps.scm.RunSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One rehearsal: prepares, runs the pipeline, and writes the report. */
final class Rehearsal {
    private final Options options;
    private final RunObserver display;

    Rehearsal(Options options, RunObserver display) {
        this.options = options;
        this.display = display;
    }

    RehearsalResult run(long startNanos) throws RehearsalException, InterruptedException {
        ReportFiles files = new ReportFiles(options.reportFolder());
        try {
            files.clear();
            Folders.delete(home());
            RunRecorder recorder = new RunRecorder();
            PipelineOutcome outcome = new PipelineRuntime().run(request(recorder));
            RehearsalResult result = new ResultBuilder(
                            new Pipeline(
                                    options.name(), options.shown(options.jenkinsfile()), null, null, "bob", Map.of()),
                            recorder)
                    .of(outcome, null, (System.nanoTime() - startNanos) / 1_000_000);
            files.write(result);
            return result;
        } catch (IOException e) {
            throw new RehearsalException(
                    "Cannot write: " + e.getMessage(), options.reportFolder().toString(), "Check", e);
        }
    }

    private PipelineRequest request(RunRecorder recorder) {
        return PipelineRequest.of(options.jenkinsfile())
                .home(home())
                .jobName(options.name())
                .clock(new VirtualClock())
                .libraries(libraries())
                .actions(List.of(new RunSource(new FolderSource(options.folder().toString()))))
                .observer(new Observers(List.of(recorder, display)))
                .build();
    }

    private Path home() {
        return options.reportFolder().resolve("home");
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
