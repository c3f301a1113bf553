package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.exposition.ExpositionText;
import io.jenkins.plugins.delivery.prometheus.DeliveryCollector;
import io.jenkins.plugins.delivery.steps.approval.ApprovalGateStep;
import io.jenkins.plugins.delivery.steps.approval.GateFixture;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plugin prometheus makes of the collector that it finds. */
class DeliveryCollectorTest {
    private final CollectorRegistry registry = new CollectorRegistry();
    private GateFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        fixture = new GateFixture(home);
        ApprovalGateStep step = new ApprovalGateStep();
        fixture.start(step);
        registry.register(new DeliveryCollector());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void shows_what_our_own_route_shows() throws Exception {
        assertThat(shown().lines().filter(line -> line.startsWith("# TYPE")))
                .containsExactlyElementsOf(
                        ExpositionText.of(DeliveryFigures.get().families())
                                .lines()
                                .filter(line -> line.startsWith("# TYPE"))
                                .toList());
        assertThat(shown()).contains("delivery_gates_waiting{environment=\"\",} 1.0");
    }

    @Test
    void counts_on_from_one_scrape_to_the_next() throws Exception {
        fixture.action().decide(GateFixture.user("alice"), false, "not today");

        assertThat(shown())
                .isEqualTo(shown())
                .contains("delivery_gates_ended_total{environment=\"\",outcome=\"rejected\",} 1.0");
    }

    private String shown() throws IOException {
        StringWriter text = new StringWriter();
        TextFormat.write004(text, registry.metricFamilySamples());
        return text.toString();
    }
}
