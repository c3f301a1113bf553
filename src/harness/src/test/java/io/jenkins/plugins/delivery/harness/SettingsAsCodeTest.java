package io.jenkins.plugins.delivery.harness;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.misc.junit.jupiter.AbstractRoundTripTest;
import io.jenkins.plugins.delivery.acceptance.SettingsYaml;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * Every setting is imported by Configuration as Code, from a file, over its page and at the start of Jenkins, and comes
 * back in the export.
 */
class SettingsAsCodeTest extends AbstractRoundTripTest {
    static final String EVERY_SETTING = "/io/jenkins/plugins/delivery/acceptance/all-settings.yaml";

    @Override
    protected String configResource() {
        return EVERY_SETTING;
    }

    @Override
    protected String stringInLogExpected() {
        return "year-end closing";
    }

    @Override
    protected void assertConfiguredAsExpected(JenkinsRule jenkins, String yaml) {
        SettingsYaml.contains(exported(), SettingsYaml.ours(yaml));
    }

    static Map<?, ?> exported() {
        ByteArrayOutputStream yaml = new ByteArrayOutputStream();
        try {
            ConfigurationAsCode.get().export(yaml);
        } catch (Exception e) {
            throw new AssertionError("nothing is exported", e);
        }
        return SettingsYaml.ours(yaml.toString(StandardCharsets.UTF_8));
    }
}
