package io.jenkins.plugins.delivery.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers:
                    - {name: web, image: shop:1}
                    - {name: proxy, image: envoy:3}
                  volumes: [{name: v, configMap: {name: c, defaultMode: 0644}}]
            """;

    @Test
    void readsSeveralDocumentsOfSeveralFilesAndListsInOrder() {
        Manifests manifests = Manifests.read(
                List.of(
                        new ManifestFile(
                                "a.yaml", "---\n" + DEPLOYMENT + "---\n# nothing here\n---\n" + configMap("one")),
                        new ManifestFile(
                                "b.yaml",
                                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name:"
                                        + " two}}\n")),
                "prod");

        assertThat(manifests.objects())
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName())
                .containsExactly("Deployment shop", "ConfigMap one", "ConfigMap two");
        assertThat(manifests.objects())
                .allMatch(object -> "prod".equals(object.getMetadata().getNamespace()));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Manifests manifests = read(DEPLOYMENT);
        assertThat(Manifests.of(manifests.documents()).objects()).isEqualTo(manifests.objects());
    }

    @Test
    void fileModesAreOctalAsKubernetesReadsThem() {
        assertThat(read(DEPLOYMENT)
                        .deployment("shop")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getVolumes()
                        .get(0)
                        .getConfigMap()
                        .getDefaultMode())
                .isEqualTo(0644);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("a: [1, 2", "deploy/a.yaml, line 1", "not YAML"),
                Arguments.of("a: 1\n\tb: 2", "deploy/a.yaml, line 2, column 1", "not YAML"),
                Arguments.of("- a\n- b", "document 1", "expected a Kubernetes object"),
                Arguments.of("", "no Kubernetes object", "deploy/a.yaml"),
                Arguments.of("kind: Service\nmetadata: {name: x}", "document 1", "it has no apiVersion"),
                Arguments.of("apiVersion: v1\nkind: ConfigMap\nmetadata: {}", "ConfigMap", "has no metadata.name"),
                Arguments.of("apiVersion: v1\nkind: Namespace\nmetadata: {name: x}", "Namespace 'x'", "whole cluster"),
                Arguments.of("apiVersion: v1\nkind: Secret\nmetadata: {name: x}", "Secret 'x'", "refer to it by name"),
                Arguments.of(
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, namespace: dev}",
                        "names namespace 'dev'",
                        "allows only 'prod'"),
                Arguments.of(
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {replicas: many}",
                        "document 1 (Deployment)",
                        "many"),
                Arguments.of(configMap("x") + "---\n" + configMap("x"), "document 2", "is there twice"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesWhatCannotBeUsedAndSaysWhereAndWhy(String yaml, String place, String reason) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesABombOfAliases() {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'j'; c++) {
            char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + before + ",").repeat(9))
                    .append('*')
                    .append(before)
                    .append("]\n");
        }
        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(ManifestException.class);
    }

    @Test
    void saysWhichDeploymentsThereAreWhenTheWantedOneIsMissing() {
        assertThatThrownBy(() -> read(DEPLOYMENT).deployment("shp"))
                .hasMessage("there is no Deployment 'shp' among the manifests (there is shop); did you mean 'shop'?");
        assertThatThrownBy(() -> read(configMap("x")).deployment("shop"))
                .hasMessage("there is no Deployment 'shop' among the manifests, and no other Deployment");
    }

    @Test
    void putsAnImageIntoTheContainerThatIsMeant() {
        Manifests manifests = Images.substitute(read(DEPLOYMENT), "shop", Map.of("web", "shop:2"));

        assertThat(images(manifests.deployment("shop"))).containsExactly("shop:2", "envoy:3");
        assertThatThrownBy(() -> Images.substitute(read(DEPLOYMENT), "shop", Map.of("wep", "shop:2")))
                .hasMessageContaining("has no container 'wep'; did you mean 'web'?");
        assertThatThrownBy(() -> Images.substitute(read(DEPLOYMENT), "shop", "shop:2"))
                .hasMessageContaining("has the containers web, proxy, and none is named 'shop'");
    }

    @Test
    void aContainerThatOnlyRunsFirstGetsItsImageByName() {
        String migrating = DEPLOYMENT.replace(
                "containers:", "initContainers: [{name: migrate, image: shop:1}]\n      containers:");

        Manifests manifests = Images.substitute(read(migrating), "shop", Map.of("migrate", "shop:2"));

        assertThat(Images.all(manifests)).startsWith("shop:2").contains("envoy:3");
        assertThat(images(manifests.deployment("shop"))).doesNotContain("shop:2");
    }

    @Test
    void theVersionOfAnImageIsItsTagOrTheBeginningOfItsDigest() {
        assertThat(Images.version("registry:5000/team/shop:1.4.2")).isEqualTo("1.4.2");
        assertThat(Images.version("registry:5000/team/shop")).isEqualTo("latest");
        assertThat(Images.version("shop@sha256:0123456789abcdef0123")).isEqualTo("0123456789ab");
        assertThat(Images.version("shop:1.4.2@sha256:0123456789abcdef0123")).isEqualTo("1.4.2");
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefusedButNeverBreaks(@ForAll String text) {
        try {
            for (HasMetadata object : read(text).objects()) {
                assertThat(object.getMetadata().getName()).isNotBlank();
            }
        } catch (ManifestException refused) {
            assertThat(refused).hasMessageContaining("deploy/a.yaml");
        }
    }

    @Test
    void anObjectOfAnUnknownKindIsKeptAsItIs() {
        Manifests manifests = read("apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {size: 3}");
        assertThat(manifests.documents().get(0)).contains("\"size\":3");
        assertThat(manifests.find(ConfigMap.class, "w")).isEmpty();
    }

    private static List<String> images(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(container -> container.getImage())
                .toList();
    }

    private static String configMap(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n";
    }

    private static Manifests read(String yaml) {
        return Manifests.read(List.of(new ManifestFile("deploy/a.yaml", yaml)), "prod");
    }
}
