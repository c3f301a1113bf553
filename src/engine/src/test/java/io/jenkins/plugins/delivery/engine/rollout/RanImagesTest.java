package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Images;
import io.jenkins.plugins.delivery.engine.cluster.Manifests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every workload of a release comes back as it ran, not as its tag is understood by now. */
class RanImagesTest {
    private static final String STORE = """
            {"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"store","namespace":"shop-prod"},
             "spec":{"selector":{"matchLabels":{"app":"store"}},"template":{"metadata":{"labels":{"app":"store"}},
             "spec":{"initContainers":[{"name":"schema","image":"registry/schema:3"}],
             "containers":[{"name":"db","image":"registry/db:15"},{"name":"log","image":"registry/log:2"}]}}}}
            """;

    private final FakeCluster cluster = new FakeCluster();
    private final RolloutPlan plan = releasing(Plans.rolling("1"));

    private static RolloutPlan releasing(RolloutPlan plan) {
        List<String> documents = new ArrayList<>(plan.manifests());
        documents.add(STORE);
        return plan.releasing(plan.version(), documents);
    }

    @Test
    void each_container_of_each_workload_is_pinned() {
        plan.release().objects().forEach(cluster::put);
        cluster.put(pod("shop-1", "shop", "shop", "registry/shop:1", digest('a')));
        cluster.put(pod("store-0", "store", "db", "registry/db:15", digest('b')));

        assertThat(pinned())
                .containsExactly(
                        "registry/shop@" + digest('a'),
                        "registry/schema:3",
                        "registry/db@" + digest('b'),
                        "registry/log:2");
    }

    @Test
    void what_only_runs_first_is_pinned_as_well() {
        plan.release().objects().forEach(cluster::put);
        cluster.put(pod("store-0", "store", "schema", "registry/schema:3", digest('d'), "initContainer"));

        assertThat(pinned()).contains("registry/schema@" + digest('d'));
    }

    @Test
    void pods_that_were_told_another_image_do_not_count() {
        plan.release().objects().forEach(cluster::put);
        cluster.put(pod("store-0", "store", "db", "registry/db:14", digest('c')));
        cluster.put(pod("store-1", "store", "db", "registry/db:15", digest('b')));

        assertThat(pinned()).contains("registry/db@" + digest('b'));
    }

    @Test
    void what_pods_do_not_agree_about_keeps_its_tag() {
        plan.release().objects().forEach(cluster::put);
        cluster.put(pod("store-0", "store", "db", "registry/db:15", digest('b')));
        cluster.put(pod("store-1", "store", "db", "registry/db:15", digest('c')));

        assertThat(pinned()).contains("registry/db:15");
    }

    private List<String> pinned() {
        RanImages ran = RanImages.of(cluster, plan, "shop");
        Release release = new Release(
                1,
                "1",
                StrategyKind.ROLLING,
                "r",
                Instant.EPOCH,
                ran.images(),
                ran.digests(),
                Map.of(),
                plan.manifests(),
                true,
                null,
                Map.of());
        return Images.all(Manifests.of(release.pinned("shop")));
    }

    private static String digest(char digit) {
        return "sha256:" + String.valueOf(digit).repeat(64);
    }

    private static HasMetadata pod(String name, String app, String container, String image, String digest) {
        return pod(name, app, container, image, digest, "container");
    }

    private static HasMetadata pod(
            String name, String app, String container, String image, String digest, String role) {
        return Serialization.unmarshal("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name
                + "\",\"labels\":{\"app\":\"" + app + "\"}},\"spec\":{\"" + role + "s\":[{\"name\":\"" + container
                + "\",\"image\":\"" + image + "\"}]},\"status\":{\"" + role + "Statuses\":[{\"name\":\"" + container
                + "\",\"imageID\":\"registry/any@" + digest + "\"}]}}");
    }
}
