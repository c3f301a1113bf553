package io.jenkins.plugins.delivery.steps.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.MetricProviderSettings;
import io.jenkins.plugins.delivery.steps.StepHarness;
import io.jenkins.plugins.delivery.steps.Steps;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollout that is judged by a query which the administrator gave a name. */
class OwnPresetRolloutTest {
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private volatile String value = "0";
    private PretendCluster cluster;
    private HttpServer prometheus;
    private StepHarness harness;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cluster = new PretendCluster();
        harness = new StepHarness(folder);
        cluster.isProduction(harness, "shop");
        prometheus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        prometheus.createContext("/api/v1/query", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(URLDecoder.decode(form, StandardCharsets.UTF_8)
                    .replaceFirst("^query=", "")
                    .replaceFirst("&time=.*", ""));
            byte[] answer = ("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":"
                            + "[{\"metric\":{},\"value\":[1,\"" + value + "\"]}]}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        prometheus.start();
        settings();
        harness.start(canary("1", List.of())).result();
    }

    private void settings() {
        MetricProviderSettings provider = new MetricProviderSettings("prometheus");
        provider.setUrl("http://127.0.0.1:" + prometheus.getAddress().getPort());
        provider.setPresets("refused-orders: sum(refused{namespace=\"{{namespace}}\",pod=~\"{{pods}}\"})");
        DeliveryConfiguration.get().setMetricProviders(List.of(provider));
    }

    @AfterEach
    void stop() {
        prometheus.stop(0);
        harness.close();
        cluster.close();
    }

    @Test
    void belowItsLimitTheReleaseServes() throws Exception {
        value = "2";

        harness.start(canary("2", refusedOrders())).result();

        assertThat(cluster.serves("shop")).isEqualTo("shop:2");
        assertThat(asked).containsExactly("sum(refused{namespace=\"prod\",pod=~\"shop-canary-[^-]+-[^-]+\"})");
    }

    @Test
    void aboveItsLimitTheReleaseIsTakenBack() throws Exception {
        value = "7";

        assertThat(harness.start(canary("2", refusedOrders())).failure())
                .hasMessageContaining("refused-orders: 7, above the limit of 5");
        assertThat(cluster.serves("shop")).isEqualTo("shop:1");
    }

    @Test
    void aNameThatNobodyGaveIsRefusedBeforeAnythingIsTouched() {
        List<Object> metrics = List.of(Map.of("preset", "refused-order", "max", 5));

        assertThatThrownBy(() -> harness.start(canary("2", metrics)))
                .hasMessageContaining("there is no preset 'refused-order'; did you mean 'refused-orders'?");
    }

    private static List<Object> refusedOrders() {
        return List.of(Map.of("preset", "refused-orders", "max", 5));
    }

    private static CanaryPromoteStep canary(String version, List<Object> metrics) {
        CanaryPromoteStep step = Steps.with(new CanaryPromoteStep("production", "shop"), "deploy/*.yaml");
        step.setImage("shop:" + version);
        step.setWeights(List.of(50, 100));
        step.setMetrics(metrics);
        return step;
    }
}
