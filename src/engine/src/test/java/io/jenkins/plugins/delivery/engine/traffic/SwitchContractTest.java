package io.jenkins.plugins.delivery.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.rollout.FakeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way to switch colours promises. */
class SwitchContractTest {
    private static final Swap BLUE = new Swap("shop", "blue");
    private static final Swap GREEN = new Swap("shop", "green");

    private final FakeCluster cluster = new FakeCluster();
    private List<HasMetadata> objects;

    static List<String> names() {
        return Switches.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void all_users_go_over_and_come_back(String name) {
        Switch one = world(name);
        assertThat(one.refusal(cluster, GREEN, List.of())).isEmpty();
        assertThat(one.observe(cluster, BLUE).inEffect()).isTrue();
        assertThat(one.observe(cluster, GREEN).inEffect()).isFalse();
        String before = content();

        assertThat(bring(one, GREEN).weight()).isEqualTo(100);
        assertThat(users()).isEqualTo("green");
        assertThat(one.observe(cluster, BLUE).inEffect()).isFalse();

        assertThat(bring(one, BLUE).inEffect()).isTrue();
        assertThat(users()).isEqualTo("blue");
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_settled_is_as_before_but_for_the_colour(String name) {
        Switch one = world(name);
        String before = content();
        bring(one, GREEN);
        List<String> colors = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            one.settle(cluster, GREEN);
            colors.add(users());
            settle();
        }
        assertThat(one.settle(cluster, GREEN).inEffect()).isTrue();
        assertThat(colors).containsOnly("green");
        assertThat(content().replace("green", "blue")).isEqualTo(before);
        assertThat(Colors.of(cluster, "shop")).isEqualTo("green");
    }

    @ParameterizedTest
    @MethodSource("names")
    void users_can_be_brought_back_from_any_moment_of_settling(String name) {
        for (int steps = 0; steps < 4; steps++) {
            Switch one = world(name);
            bring(one, GREEN);
            for (int i = 0; i < steps; i++) {
                one.settle(cluster, GREEN);
                settle();
            }
            assertThat(bring(one, BLUE).inEffect()).isTrue();
            assertThat(users()).isEqualTo("blue");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_not_in_effect_before_the_endpoints_have_followed(String name) {
        Switch one = world(name);
        cluster.list(io.fabric8.kubernetes.api.model.Pod.class, Map.of(Labels.COLOR, "green"))
                .forEach(cluster::delete);
        settle();
        Routing routing = bring(one, GREEN);
        assertThat(routing.inEffect()).isFalse();
        assertThat(routing.words()).contains("0 of its endpoints are green");
    }

    @ParameterizedTest
    @MethodSource("names")
    void repeating_writes_nothing(String name) {
        Switch one = world(name);
        bring(one, GREEN);
        String version = content() + versions();
        one.to(cluster, GREEN);
        one.observe(cluster, GREEN);
        assertThat(content() + versions()).isEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_somebody_else_puts_back_is_said(String name) {
        assumeTrue(!name.equals("service"), "a rollout compares the selector of a Service itself");
        Switch one = world(name);
        String before = RouterWorld.tree(cluster.find(objects.get(0)).orElseThrow())
                .path("spec")
                .toString();
        assertThat(one.observe(cluster, GREEN).drifted()).as("not yet").isFalse();
        bring(one, GREEN);
        ObjectNode now = RouterWorld.tree(cluster.find(objects.get(0)).orElseThrow());
        now.set("spec", Serialization.unmarshal(before, com.fasterxml.jackson.databind.JsonNode.class));
        cluster.put(Serialization.unmarshal(now.toString(), HasMetadata.class));
        settle();

        assertThat(one.observe(cluster, GREEN).drifted()).isTrue();
        assertThat(one.observe(cluster, GREEN).words()).contains("although it did: somebody changed it");
        assertThat(bring(one, BLUE).inEffect()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void its_recovery_moves_all_users(String name) {
        Switch one = world(name);
        bring(one, GREEN);
        one.recovery("prod", BLUE).forEach(new Kubectl(cluster)::run);
        settle();
        assertThat(users()).isEqualTo("blue");
        assertThat(one.observe(cluster, BLUE).inEffect()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_missing_or_leads_elsewhere_or_belongs_to_others_is_refused(String name) {
        Switch one = world(name);
        HasMetadata main = cluster.find(objects.get(0)).orElseThrow();
        cluster.delete(main);
        assertThat(one.refusal(cluster, GREEN, List.of())).get().asString().contains("'shop'", "add it");
        assertThat(one.refusal(cluster, GREEN, List.of(main))).isEmpty();

        assumeTrue(!name.equals("service"), "a Service belongs to its application by its name");
        cluster.put(main);
        assertThat(one.refusal(cluster, new Swap("cart", "green", "shop"), List.of()))
                .get()
                .asString()
                .contains("does not lead to Service 'cart'");
        ObjectNode owned = RouterWorld.tree(main);
        ((ObjectNode) owned.get("metadata"))
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "Rollout")
                .put("name", "shop-rollout")
                .put("uid", "1")
                .put("controller", true);
        cluster.put(Serialization.unmarshal(owned.toString(), HasMetadata.class));
        assertThat(one.refusal(cluster, GREEN, List.of()))
                .get()
                .asString()
                .contains("belongs to Rollout 'shop-rollout' (argoproj.io/v1alpha1)");
    }

    private Switch world(String name) {
        objects = RouterWorld.read("switches/" + name + ".yaml");
        objects.forEach(cluster::put);
        cluster.put(service("shop", "blue"));
        cluster.put(service("shop-preview", "green"));
        for (String color : List.of("blue", "green")) {
            cluster.put(new PodBuilder()
                    .withNewMetadata()
                    .withName("shop-" + color + "-1")
                    .addToLabels("app", "shop")
                    .addToLabels(Labels.COLOR, color)
                    .endMetadata()
                    .build());
        }
        settle();
        return Switches.named(name);
    }

    private Routing bring(Switch one, Swap swap) {
        Routing last = one.to(cluster, swap);
        for (int i = 0; i < 4 && !last.inEffect(); i++) {
            settle();
            last = one.to(cluster, swap);
        }
        return last;
    }

    /** Endpoints follow selectors, and gateways accept routes. */
    private void settle() {
        for (String name : List.of("shop", "shop-preview")) {
            Service service = cluster.find(Service.class, name).orElseThrow();
            EndpointSliceBuilder slice = new EndpointSliceBuilder()
                    .withNewMetadata()
                    .withName(name + "-slice")
                    .addToLabels("kubernetes.io/service-name", name)
                    .endMetadata()
                    .withAddressType("IPv4");
            cluster.list(
                            io.fabric8.kubernetes.api.model.Pod.class,
                            service.getSpec().getSelector())
                    .forEach(pod -> slice.addNewEndpoint()
                            .withTargetRef(new ObjectReferenceBuilder()
                                    .withKind("Pod")
                                    .withName(pod.getMetadata().getName())
                                    .build())
                            .endEndpoint());
            cluster.put(slice.build());
        }
        RouterWorld.accept(cluster, objects.get(0));
    }

    /** The colours that users meet: by the selector of the Service that the object leads to. */
    private String users() {
        String spec = RouterWorld.tree(cluster.find(objects.get(0)).orElseThrow())
                .path("spec")
                .toString();
        boolean preview = spec.contains("\"shop-preview\"");
        return preview && spec.contains("\"shop\"") ? "both" : Colors.of(cluster, preview ? "shop-preview" : "shop");
    }

    private String content() {
        return RouterWorld.bare(cluster.find(objects.get(0)).orElseThrow())
                + RouterWorld.bare(cluster.find(Service.class, "shop").orElseThrow());
    }

    private String versions() {
        Cluster all = cluster;
        return all.find(objects.get(0)).orElseThrow().getMetadata().getResourceVersion()
                + all.find(Service.class, "shop").orElseThrow().getMetadata().getResourceVersion();
    }

    private static Service service(String name, String color) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("shop-prod")
                .endMetadata()
                .withNewSpec()
                .withSelector(Map.of("app", "shop", Labels.COLOR, color))
                .endSpec()
                .build();
    }
}
