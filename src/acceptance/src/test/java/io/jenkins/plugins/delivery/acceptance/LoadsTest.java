package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithJenkins.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadsTest {
    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
    }

    @Test
    void thePluginIsActive() {
        var plugins = jenkins.as("admin").json("pluginManager/api/json?tree=plugins[shortName,active,enabled]");

        assertThat(plugins.path("plugins")).anySatisfy(plugin -> assertThat(plugin.toString())
                .contains("\"active\":true", "\"progressive-delivery\""));
    }

    @Test
    void nothingIsWarnedOfThatIsOurs() {
        List<String> log = jenkins.log();
        assertThat(log).as("the log").hasSizeGreaterThan(10);

        assertThat(LogProblems.of(log))
                .filteredOn(problem -> problem.contains("delivery"))
                .isEmpty();
    }
}
