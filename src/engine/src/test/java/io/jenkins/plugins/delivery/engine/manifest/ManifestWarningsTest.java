package io.jenkins.plugins.delivery.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestWarningsTest {
    private static final String GOOD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  terminationGracePeriodSeconds: 60
                  containers:
                    - name: shop
                      image: registry:5000/shop:1.4
                      readinessProbe: {httpGet: {path: /, port: 80}}
                      lifecycle: {preStop: {sleep: {seconds: 10}}}
                      resources: {requests: {cpu: 100m, memory: 64Mi}}
            """;

    private static final HasMetadata SERVICE = DiffTest.object(
            "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {selector: {app: shop}, ports: [{port: 80}]}\n");
    private static final HasMetadata BUDGET = DiffTest.object("apiVersion: policy/v1\nkind: PodDisruptionBudget\n"
            + "metadata: {name: shop}\nspec: {minAvailable: 1, selector: {matchLabels: {app: shop}}}\n");
    private static final HasMetadata AUTOSCALER =
            DiffTest.object("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: shop}\n"
                    + "spec: {maxReplicas: 9, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}}\n");

    @Test
    void a_manifest_that_has_everything_gets_none() {
        assertThat(of(GOOD, BUDGET)).isEmpty();
    }

    @Test
    void a_budget_that_is_in_the_cluster_already_counts() {
        assertThat(ManifestWarnings.of(List.of(DiffTest.object(GOOD), SERVICE), List.of(BUDGET)))
                .isEmpty();
    }

    @Test
    void an_image_that_may_be_another_one_tomorrow() {
        String image = "registry:5000/shop:1.4";
        assertThat(of(GOOD.replace(image, "registry:5000/shop:latest"), BUDGET))
                .containsExactly(
                        "Deployment 'shop', container 'shop': image registry:5000/shop:latest may be another one"
                                + " tomorrow; name a version or a digest");
        assertThat(of(GOOD.replace(image, "registry:5000/shop"), BUDGET)).hasSize(1);
        assertThat(of(GOOD.replace(image, "shop@sha256:" + "0".repeat(64)), BUDGET))
                .isEmpty();
    }

    @Test
    void what_only_runs_first_needs_an_image_that_stays_the_same_and_no_probes() {
        String migrating = "      initContainers: [{name: migrate, image: shop}]\n      containers:";

        assertThat(of(GOOD.replace("      containers:", migrating), BUDGET))
                .containsExactly("Deployment 'shop', container 'migrate': image shop may be another one tomorrow;"
                        + " name a version or a digest");
    }

    @Test
    void missing_probes() {
        assertThat(of(GOOD.replaceAll(" *readinessProbe.*\n", ""), BUDGET))
                .hasSize(2)
                .allMatch(warning -> warning.contains("Probe"));
    }

    @Test
    void missing_requests_by_name() {
        assertThat(of(GOOD.replace("cpu: 100m, ", ""), BUDGET))
                .singleElement()
                .asString()
                .contains("no request for cpu,");
        assertThat(of(GOOD.replace("requests", "limits"), BUDGET)).isEmpty();
    }

    @Test
    void pods_that_end_while_requests_still_come_to_them() {
        assertThat(of(GOOD.replaceAll(" *lifecycle.*\n", ""), BUDGET))
                .singleElement()
                .asString()
                .contains("preStop");
        assertThat(of(GOOD.replace("Seconds: 60", "Seconds: 5"), BUDGET))
                .singleElement()
                .asString()
                .contains("terminationGracePeriodSeconds 5");
    }

    @Test
    void workloads_without_a_service_need_not_drain() {
        String bare = GOOD.replaceAll(" *lifecycle.*\n", "");

        assertThat(ManifestWarnings.of(List.of(DiffTest.object(bare), BUDGET), List.of()))
                .isEmpty();
    }

    @Test
    void a_single_replica_unless_it_is_scaled() {
        String single = GOOD.replace("replicas: 3", "replicas: 1");

        assertThat(of(single))
                .containsExactly("Deployment 'shop': a single replica; whenever its pod moves, nobody is served");
        assertThat(of(single, AUTOSCALER, BUDGET)).isEmpty();
    }

    @Test
    void no_budget_for_several_replicas() {
        assertThat(of(GOOD)).singleElement().asString().contains("no PodDisruptionBudget");
    }

    private static List<String> of(String deployment, HasMetadata... others) {
        java.util.ArrayList<HasMetadata> release = new java.util.ArrayList<>(List.of(others));
        release.add(DiffTest.object(deployment));
        release.add(SERVICE);
        return ManifestWarnings.of(release, List.of());
    }
}
