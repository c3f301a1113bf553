package io.jenkins.plugins.delivery.engine.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetricsBuilder;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetricsListBuilder;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.jenkins.plugins.delivery.engine.analysis.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient
class KubernetesMetricsProviderTest {
    KubernetesMockServer server;

    @Test
    void theFullestPodOfThoseThatAreMeant() {
        pods(pod("shop-canary-a-1"), pod("shop-canary-a-2"), pod("shop-b-1"));
        usage(
                used("shop-canary-a-1", "100m", "64Mi"),
                used("shop-canary-a-2", "150m", "96Mi"),
                used("shop-b-1", "1", "1Gi"));

        assertThat(number("cpu prod/shop-canary-[^-]+-[^-]+")).isCloseTo(0.75, within(1e-9));
        assertThat(number("memory prod/shop-canary-[^-]+-[^-]+")).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void aPodThatIsNotMeasuredYetTellsNothing() {
        pods(pod("shop-canary-a-1"), pod("shop-canary-a-2"));
        usage(used("shop-canary-a-1", "100m", "64Mi"));
        assertThat(ask("cpu prod/shop-canary-.*"))
                .isEqualTo(new Measurement.Missing("no usage of pod shop-canary-a-2 yet", false));
        assertThat(ask("cpu prod/nobody-.*")).isEqualTo(new Measurement.Missing("no pods", true));
    }

    @Test
    void withoutRequestAndLimitThereIsNoShare() {
        Pod bare = new PodBuilder(pod("shop-canary-a-1"))
                .editSpec()
                .editFirstContainer()
                .withResources(null)
                .endContainer()
                .endSpec()
                .build();
        pods(bare);
        usage(used("shop-canary-a-1", "100m", "64Mi"));
        assertThat(ask("cpu prod/shop-.*").toString()).contains("neither a request nor a limit of cpu");
    }

    @Test
    void anApiThatIsNotThereIsAnError() {
        pods(pod("shop-canary-a-1"));
        assertThat(ask("cpu prod/shop-.*").toString()).contains("the metrics API answers 404");
        assertThat(ask("up").toString()).contains("not a question about pods");
    }

    private double number(String query) {
        return ((Measurement.Value) ask(query)).number();
    }

    private Measurement ask(String query) {
        return new KubernetesMetricsProvider(server::createClient, Runnable::run, Duration.ofSeconds(10))
                .measure(query, Instant.EPOCH)
                .join();
    }

    private void pods(Pod... pods) {
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/prod/pods")
                .andReturn(200, new PodListBuilder().withItems(pods).build())
                .always();
    }

    private void usage(PodMetrics... metrics) {
        server.expect()
                .get()
                .withPath("/apis/metrics.k8s.io/v1beta1/namespaces/prod/pods")
                .andReturn(200, new PodMetricsListBuilder().withItems(metrics).build())
                .always();
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("prod")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("shop")
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("200m"), "memory", new Quantity("32Mi")))
                .withLimits(Map.of("cpu", new Quantity("2"), "memory", new Quantity("128Mi")))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
    }

    private static PodMetrics used(String pod, String cpu, String memory) {
        return new PodMetricsBuilder()
                .withNewMetadata()
                .withName(pod)
                .withNamespace("prod")
                .endMetadata()
                .addNewContainer()
                .withName("shop")
                .withUsage(Map.of("cpu", new Quantity(cpu), "memory", new Quantity(memory)))
                .endContainer()
                .build();
    }
}
