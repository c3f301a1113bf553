package io.jenkins.plugins.delivery.rehearsal.runtime;

import io.jenkins.plugins.delivery.rehearsal.clock.VirtualClock;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Runs a script in a fresh home. */
final class Rehearse {
    private Rehearse() {}

    static PipelineOutcome script(Path home, String text) throws Exception {
        return script(home, text, request -> request);
    }

    static PipelineOutcome script(Path home, String text, UnaryOperator<PipelineRequest.Builder> settings)
            throws Exception {
        try (VirtualClock clock = new VirtualClock()) {
            PipelineRequest.Builder request =
                    PipelineRequest.ofScript(text).home(home).clock(clock);
            return new PipelineRuntime().run(settings.apply(request).build());
        }
    }
}
