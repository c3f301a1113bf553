package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PluginsTest {
    @Test
    void everyPluginLoads(JenkinsRule jenkins) {
        assertThat(jenkins.jenkins.pluginManager.getFailedPlugins()).isEmpty();
        assertThat(jenkins.jenkins
                        .pluginManager
                        .getPlugin("progressive-delivery")
                        .isActive())
                .isTrue();
    }

    @Test
    void everyStepIsRestartedByATest(JenkinsRule jenkins) {
        assertThat(Stream.of(
                                RestartsTest.steps().stream(),
                                RolloutRestartsTest.steps(),
                                Stream.of(GateRestartsTest.STEP))
                        .flatMap(steps -> steps))
                .containsExactlyInAnyOrderElementsOf(StepForm.offered());
    }
}
