package io.jenkins.plugins.delivery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithJenkins.class)
@NeedsWar("asks as a reader")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTest {
    private RealJenkins jenkins;

    @BeforeAll
    void start(RealJenkins shared) {
        jenkins = shared;
        assumeTrue(
                shared.plugins().plugin("prometheus").isPresent(),
                "Skipped: the plugin prometheus is not in the folder of plugins.");
    }

    @Test
    void thatPluginShowsOurFiguresAmongItsOwn() {
        // It asks for them every two minutes; this is now.
        jenkins.as("admin")
                .script(
                        "org.jenkinsci.plugins.prometheus.service.DefaultPrometheusMetrics.get().collectMetrics()\nnull");

        assertThat(jenkins.as("reader").get("prometheus/").body().lines())
                .contains("# TYPE delivery_rollouts_started_total counter", "# TYPE delivery_gates_waiting gauge")
                .anyMatch(line -> line.startsWith("jvm_"));
    }

    @Test
    void ourOwnRouteHasThemToo() {
        assertThat(jenkins.as("admin").get("delivery-metrics/").body().lines())
                .contains("# TYPE delivery_rollouts_started_total counter", "# TYPE delivery_gates_waiting gauge");
    }
}
