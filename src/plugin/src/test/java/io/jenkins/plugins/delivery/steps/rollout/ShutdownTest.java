package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.steps.BackgroundStepExecution;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import io.jenkins.plugins.delivery.steps.approval.ApprovalGateStep;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps whose turn comes while Jenkins ends, when plugins are closed and agents gone: none of them fails of that. */
class ShutdownTest {
    private StepHarness harness;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        harness = new StepHarness(folder);
        EnvironmentSettings production = new EnvironmentSettings("production");
        production.setCluster("main");
        production.setNamespace("prod");
        DeliveryConfiguration.get().setClusters(List.of(new ClusterSettings("main")));
        DeliveryConfiguration.get().setEnvironments(List.of(production));
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void a_gate_stays_as_it_is() throws Exception {
        staysAsItIs(new ApprovalGateStep());
    }

    @Test
    void a_rollout_that_has_touched_nothing_stays_as_it_is() throws Exception {
        harness.withoutNode();
        staysAsItIs(Steps.with(new RollingDeployStep("production", "shop"), "none.yaml"));
    }

    @Test
    void a_step_that_works_in_turns_stays_as_it_is() throws Exception {
        staysAsItIs(new Broken());
    }

    /** Or the tests above would say nothing. */
    @Test
    void while_jenkins_runs_the_same_failures_end_their_steps() throws Exception {
        harness.withoutNode();
        for (Step step : List.of(Steps.with(new RollingDeployStep("production", "shop"), "none.yaml"), new Broken())) {
            assertThat(harness.start(step).failure()).isNotNull();
        }
    }

    private void staysAsItIs(Step step) throws Exception {
        harness.start(step);
        Jenkins.get().cleanUp();

        assertThatThrownBy(harness::failure).hasMessageContaining("waits for something that nothing will bring");
    }

    private static final class Broken extends Step {
        @Override
        public StepExecution start(StepContext context) {
            return new Execution(context);
        }
    }

    private static final class Execution extends BackgroundStepExecution {
        private static final long serialVersionUID = 1L;

        Execution(StepContext context) {
            super(context);
        }

        @Override
        protected void proceed() throws AbortException {
            throw new AbortException("The channel to the agent is closed");
        }

        @Override
        protected void stopped(Throwable cause) {
            // leaves nothing behind
        }
    }
}
