package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.rehearsal.cluster.NewNamespace;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an apply and a deletion name of the object they were decided on, and what the API server makes of it. */
class ApplyPreconditionsTest {
    private final Vertx vertx = Vertx.vertx();
    private final ApiServer server = new ApiServer(
            vertx, Clock.systemUTC(), (namespace, pod, previous, lines) -> Optional.empty(), object -> {});
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                    .withMasterUrl(server.url())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
    private final KubernetesCluster cluster = new KubernetesCluster(client, "shop");

    @BeforeEach
    void open() {
        NewNamespace.in(client, "shop");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_was_not_there_is_made_once() {
        cluster.apply(map("1"), Optional.empty(), true);

        assertThat(refused(() -> cluster.apply(map("2"), Optional.empty(), true)))
                .isEqualTo(Kind.CONFLICT);
        assertThat(value()).isEqualTo("1");
    }

    @Test
    void what_has_changed_since_it_was_read_is_left_as_it_is() {
        cluster.apply(map("1"), Optional.empty(), true);
        Optional<ConfigMap> read = cluster.find(ConfigMap.class, "settings");
        cluster.apply(map("2"), read, true);

        assertThat(refused(() -> cluster.apply(map("3"), read, true))).isEqualTo(Kind.CONFLICT);
        assertThat(refused(() -> cluster.delete(read.orElseThrow()))).isEqualTo(Kind.CONFLICT);
        assertThat(value()).isEqualTo("2");
    }

    @Test
    void what_is_gone_since_it_was_read_is_not_made_again() {
        cluster.apply(map("1"), Optional.empty(), true);
        Optional<ConfigMap> read = cluster.find(ConfigMap.class, "settings");
        cluster.delete(read.orElseThrow());

        assertThat(refused(() -> cluster.apply(map("2"), read, true))).isEqualTo(Kind.CONFLICT);
        assertThat(cluster.find(ConfigMap.class, "settings")).isEmpty();
    }

    @Test
    void what_another_made_under_the_same_name_is_not_taken_for_it() {
        cluster.apply(map("1"), Optional.empty(), true);
        Optional<ConfigMap> read = cluster.find(ConfigMap.class, "settings");
        cluster.delete(read.orElseThrow());
        cluster.apply(map("other"), Optional.empty(), true);

        assertThat(refused(() -> cluster.apply(map("2"), read, true))).isEqualTo(Kind.CONFLICT);
        assertThat(value()).isEqualTo("other");
    }

    private String value() {
        return cluster.find(ConfigMap.class, "settings").orElseThrow().getData().get("v");
    }

    private static Kind refused(Runnable call) {
        return catchThrowableOfType(ClusterException.class, call::run).kind();
    }

    private static ConfigMap map(String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace("shop")
                .endMetadata()
                .withData(Map.of("v", value))
                .build();
    }
}
