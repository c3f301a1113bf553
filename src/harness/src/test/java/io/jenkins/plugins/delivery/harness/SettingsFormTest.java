package io.jenkins.plugins.delivery.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The page of the settings, opened and saved in Jenkins, gives every setting that it was opened with. */
@WithJenkins
class SettingsFormTest {
    @Test
    void theFormGivesTheSettingsBackThatItWasOpenedWith(JenkinsRule jenkins) throws Exception {
        ConfigurationAsCode.get()
                .configure(
                        getClass().getResource(SettingsAsCodeTest.EVERY_SETTING).toExternalForm());
        Map<?, ?> before = SettingsAsCodeTest.exported();
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            HtmlPage page = client.goTo("manage/progressive-delivery");
            empty();

            jenkins.submit(page.getFormByName("config"));
        }

        assertThat(SettingsAsCodeTest.exported()).asString().isEqualTo(before.toString());
    }

    /** So that nothing is left but what the form says. */
    private static void empty() {
        DeliveryConfiguration settings = DeliveryConfiguration.get();
        settings.setEnvironments(List.of());
        settings.setClusters(List.of());
        settings.setMetricProviders(List.of());
        settings.setSmokeTestHosts(List.of());
        settings.setScanners(List.of());
        settings.setFreezes(List.of());
        settings.setNotificationTargets(List.of());
        settings.setScanGates(List.of());
        settings.setAuditRetentionDays(0);
        settings.setLargestReportMegabytes(1);
    }
}
