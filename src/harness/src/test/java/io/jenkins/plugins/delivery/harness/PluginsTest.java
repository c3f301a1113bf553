package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
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
    void everyStepIsOffered(JenkinsRule jenkins) {
        assertThat(StepDescriptor.all().stream()
                        .filter(each -> each.clazz.getName().startsWith("io.jenkins.plugins.delivery."))
                        .map(StepDescriptor::getFunctionName))
                .contains(
                        "securityScan", "smokeTest", "approvalGate", "canaryPromote", "deliveryReport", "deliveryPlan");
    }
}
