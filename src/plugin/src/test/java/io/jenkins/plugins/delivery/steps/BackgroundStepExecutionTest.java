package io.jenkins.plugins.delivery.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundStepExecutionTest {
    @Test
    void aClassThatCannotBeLoadedEndsTheStepInsteadOfLeavingItWaiting(@TempDir Path folder) throws Exception {
        try (StepHarness harness = new StepHarness(folder)) {
            harness.start(new Step() {
                @Override
                public StepExecution start(StepContext context) {
                    return new Unloadable(context);
                }
            });

            assertThat(harness.failure()).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    /** As if another plugin had brought a library in a version that ours was not built with. */
    private static final class Unloadable extends BackgroundStepExecution {
        private static final long serialVersionUID = 1L;

        Unloadable(StepContext context) {
            super(context);
        }

        @Override
        protected void proceed() {
            throw new NoClassDefFoundError("com/example/Library");
        }

        @Override
        protected void stopped(Throwable cause) {
            // leaves nothing behind
        }
    }
}
