package io.jenkins.plugins.delivery.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.mockwebserver.http.MockResponse;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesClusterTest {
    private final ApplyingServer server = new ApplyingServer();
    private final KubernetesClient client = server.client();
    private final Cluster cluster = new KubernetesCluster(client, "prod");

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void appliesFindsListsAndDeletes() {
        assertThat(cluster.find(ConfigMap.class, "c")).isEmpty();

        cluster.apply(map("1"), Optional.empty(), false);
        cluster.apply(map("2"), cluster.find(map("")), true);

        assertThat(cluster.find(ConfigMap.class, "c").orElseThrow().getData()).isEqualTo(Map.of("v", "2"));
        assertThat(cluster.find(map("")).orElseThrow().getKind()).isEqualTo("ConfigMap");
        assertThat(cluster.list(ConfigMap.class, Map.of("app", "shop"))).hasSize(1);
        assertThat(cluster.list(ConfigMap.class, Map.of("app", "other"))).isEmpty();
        cluster.delete(map(""));
        cluster.delete(map(""));
        assertThat(cluster.find(ConfigMap.class, "c")).isEmpty();
    }

    @Test
    void aCheckAsksTheServerToChangeNothing() {
        List<String> asked = new ArrayList<>();
        server.instead = request -> {
            asked.add(request.getMethod() + " " + request.getPath());
            return new MockResponse().setResponseCode(200).setBody("{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}");
        };

        cluster.check(map("1"), false);

        assertThat(asked).hasSize(1).first().asString().startsWith("PATCH").contains("dryRun=All", "force=false");
    }

    @Test
    void aPatchOrReplacementOfWhatHasChangedIsAConflict() {
        cluster.create(map("1"));
        ConfigMap observed = cluster.find(ConfigMap.class, "c").orElseThrow();
        cluster.patch(observed, Map.of("data", Map.of("v", "2")));

        assertThat(kind(() -> cluster.patch(observed, Map.of("data", Map.of("v", "3")))))
                .isEqualTo(Kind.CONFLICT);
        assertThat(kind(() -> cluster.replace(observed))).isEqualTo(Kind.CONFLICT);
        assertThat(kind(() -> cluster.create(map("4")))).isEqualTo(Kind.CONFLICT);
        assertThat(cluster.find(ConfigMap.class, "c").orElseThrow().getData()).isEqualTo(Map.of("v", "2"));
    }

    @Test
    void anApplyIsBoundToWhatWasObserved() {
        cluster.apply(map("1"), Optional.empty(), true);
        Optional<ConfigMap> observed = cluster.find(ConfigMap.class, "c");
        cluster.apply(map("2"), observed, true);

        assertThat(kind(() -> cluster.apply(map("3"), observed, true)))
                .as("changed since")
                .isEqualTo(Kind.CONFLICT);
        assertThat(kind(() -> cluster.apply(map("4"), Optional.empty(), true)))
                .as("there, although it was not")
                .isEqualTo(Kind.CONFLICT);
        assertThat(cluster.find(ConfigMap.class, "c").orElseThrow().getData()).isEqualTo(Map.of("v", "2"));

        Optional<ConfigMap> last = cluster.find(ConfigMap.class, "c");
        cluster.delete(map(""));
        assertThat(kind(() -> cluster.apply(map("5"), last, true))).as("gone").isEqualTo(Kind.CONFLICT);
        assertThat(cluster.find(ConfigMap.class, "c")).isEmpty();
    }

    @Test
    void aDeletionNamesTheVersionThatWasObserved() {
        cluster.create(map("1"));
        ConfigMap observed = cluster.find(ConfigMap.class, "c").orElseThrow();
        List<String> asked = new ArrayList<>();
        server.instead = request -> {
            asked.add(request.getMethod() + " " + ApplyingServer.text(request.getBody()));
            return null;
        };

        cluster.delete(observed);

        assertThat(asked)
                .last()
                .asString()
                .startsWith("DELETE")
                .contains(
                        "\"resourceVersion\":\"" + observed.getMetadata().getResourceVersion() + "\"",
                        "\"propagationPolicy\":\"Background\"");
        assertThat(cluster.find(ConfigMap.class, "c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID, false", "401, FORBIDDEN, false", "403, FORBIDDEN, false", "404, NOT_FOUND, false",
        "409, CONFLICT, true", "410, UNAVAILABLE, true", "422, INVALID, false", "429, UNAVAILABLE, true",
        "500, UNAVAILABLE, true", "503, UNAVAILABLE, true"
    })
    void everyRefusalIsFiledUnderWhatCanBeDoneAboutIt(int code, Kind kind, boolean mayPass) {
        server.instead = request -> new MockResponse().setResponseCode(code).setBody(status(code, "no"));

        ClusterException e = thrown(() -> cluster.apply(map("1"), Optional.empty(), false));

        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.mayPass()).isEqualTo(mayPass);
        assertThat(e).hasMessage("cannot apply ConfigMap 'c' in namespace 'prod': HTTP " + code + ", no");
    }

    @Test
    void aBusyServerSaysWhenToComeBack() {
        server.instead = request -> new MockResponse()
                .setResponseCode(429)
                .setBody(status(429, "slow down").replace("{}", "{\"retryAfterSeconds\":7}"));
        assertThat(thrown(() -> cluster.find(ConfigMap.class, "c")).retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 7 | 7",
                "503 | 7 | 7",
                "429 | 3600 | 60",
                "429 | Mon, 02 Mar 2026 10:00:31 GMT | 31",
                "503 | Mon, 02 Mar 2026 11:00:00 GMT | 60",
                "429 | Mon, 02 Mar 2026 09:00:00 GMT | ",
                "429 | soon | ",
                "500 | 7 | ",
            })
    void aBusyServerOrProxyMaySayItInAHeader(int code, String header, Integer seconds) {
        server.instead = request -> new MockResponse()
                .setResponseCode(code)
                .addHeader("Date", "Mon, 02 Mar 2026 10:00:00 GMT")
                .addHeader("Retry-After", header)
                .setBody("<html>busy</html>");

        ClusterException e = thrown(() -> cluster.apply(map("1"), Optional.empty(), false));

        assertThat(e.retryAfter()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
        assertThat(e.mayPass()).isTrue();
        assertThat(e).hasMessageContaining("HTTP " + code);
    }

    @Test
    void fieldsOfOthersAreNamedWithTheirManager() {
        server.instead = request -> new MockResponse()
                .setResponseCode(409)
                .setBody(status(409, "Apply failed")
                        .replace(
                                "{}",
                                "{\"causes\":[{\"reason\":\"FieldManagerConflict\",\"message\":\"conflict with"
                                        + " \\\"kubectl\\\"\",\"field\":\".data.v\"}]}"));

        ClusterException e = thrown(() -> cluster.apply(map("1"), Optional.empty(), false));

        assertThat(e.kind()).isEqualTo(Kind.OWNED_BY_OTHERS);
        assertThat(e).hasMessageContaining(".data.v (conflict with \"kubectl\")");
    }

    @Test
    void answersThatAreCutOffOrNeverComeCanBeTriedAgain() {
        server.instead = request -> new MockResponse().setResponseCode(200).setBody("{\"kind\":\"Conf");
        assertThat(thrown(() -> cluster.find(ConfigMap.class, "c")).mayPass()).isTrue();
        server.close();
        assertThat(thrown(() -> cluster.find(ConfigMap.class, "c")).mayPass()).isTrue();
    }

    private static ClusterException thrown(Runnable call) {
        return catchThrowableOfType(ClusterException.class, call::run);
    }

    private static Kind kind(Runnable call) {
        return thrown(call).kind();
    }

    private static String status(int code, String message) {
        return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"" + message
                + "\",\"code\":" + code + ",\"details\":{}}";
    }

    private static ConfigMap map(String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("c")
                .withNamespace("prod")
                .addToLabels("app", "shop")
                .endMetadata()
                .addToData("v", value)
                .build();
    }
}
