package io.jenkins.plugins.delivery.rehearsal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalClusterTest {
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts: [{name: here, context: {cluster: real, user: me, namespace: shop}}]
            clusters: [{name: real, cluster: {server: '%s'}}]
            users: [{name: me, user: {token: secret}}]
            """;

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void reaches_the_cluster_of_the_current_context() throws IOException {
        try (ApiServer server =
                        new ApiServer(vertx, Clock.systemUTC(), (namespace, pod, previous, lines) -> Optional.empty());
                ExternalCluster cluster = new ExternalCluster(kubeconfig(KUBECONFIG.formatted(server.url())))) {
            NewNamespace.in(cluster.client(), "shop");
            cluster.client()
                    .configMaps()
                    .inNamespace("shop")
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("a")
                            .endMetadata()
                            .withData(Map.of("b", "c"))
                            .build())
                    .create();

            assertThat(cluster.server()).startsWith(server.url());
            assertThat(cluster.client()
                            .configMaps()
                            .inNamespace("shop")
                            .withName("a")
                            .get()
                            .getData())
                    .containsEntry("b", "c");
            assertThat(cluster.simulated()).isEmpty();
            assertThat(cluster.prometheus()).isEmpty();
            assertThat(cluster.registry()).isEmpty();
        }
    }

    @Test
    void says_which_file_is_missing() {
        assertThatThrownBy(() -> new ExternalCluster(folder.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere cannot be read; check -Dkubeconfig");
    }

    @Test
    void says_that_no_context_is_chosen() {
        assertThatThrownBy(() -> new ExternalCluster(kubeconfig(KUBECONFIG.replace("current-context: here\n", ""))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no current context; kubectl config use-context sets it");
    }

    private Path kubeconfig(String text) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), text);
    }
}
