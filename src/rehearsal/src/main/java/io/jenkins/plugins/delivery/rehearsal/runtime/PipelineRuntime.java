package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.io.IOException;

/** Runs pipelines, one call after the other or several at a time, in the controller of this JVM. */
public final class PipelineRuntime {
    /**
     * Runs a pipeline to its end. If no controller runs in this JVM, one is started for this run and closed after it.
     * Whatever is wrong with the pipeline is told by the outcome; nothing is thrown for it.
     */
    public PipelineOutcome run(PipelineRequest request) throws IOException, InterruptedException {
        if (RehearsalController.isRunning()) {
            return start(request).await();
        }
        try (RehearsalController controller =
                RehearsalController.start(request.home(), request.clock(), jenkins -> {})) {
            return start(request).await();
        }
    }

    /** Starts a pipeline in the controller that runs in this JVM. */
    public PipelineRun start(PipelineRequest request) throws IOException {
        PipelineRun run = new PipelineRun(request, RehearsalController.get());
        run.begin();
        return run;
    }
}
