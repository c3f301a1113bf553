package io.jenkins.plugins.delivery.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is found out before anything is touched. */
class PreflightTest {
    private final Simulation world = new Simulation().serving(Plans.rolling("1"));

    @Test
    void every_missing_permission_is_named_at_once_with_the_role_that_grants_it() {
        world.cluster.denied.addAll(Set.of(
                Access.to("patch", "apps", "deployments"),
                Access.to("create", "apps", "deployments"),
                Access.to("get", "", "pods/log")));
        String before = objects();

        RolloutState end = world.run(Plans.rolling("2"));

        assertThat(end.phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(end.facts()).isNull();
        assertThat(objects()).isEqualTo(before);
        assertThat(end.ending().reason())
                .contains("may not: create, patch deployments.apps in namespace 'shop-prod'; get pods/log in")
                .contains("kind: Role\n")
                .contains("- {apiGroups: ['apps'], resources: ['deployments'], verbs: [create, patch]}")
                .contains("- {apiGroups: [''], resources: ['pods/log'], verbs: [get]}");
    }

    @Test
    void the_role_that_it_names_is_yaml_that_kubernetes_takes() {
        world.cluster.denied.add(Access.to("list", "", "events"));

        String reason = world.run(Plans.rolling("2")).ending().reason();
        List<HasMetadata> objects = Serialization.<io.fabric8.kubernetes.api.model.KubernetesList>unmarshal(
                        "apiVersion: v1\nkind: List\nitems:\n" + indented(reason))
                .getItems();

        assertThat(objects).extracting(HasMetadata::getKind).containsExactly("Role", "RoleBinding");
    }

    @Test
    void conflicts_on_several_objects_are_told_together() {
        world.cluster.delete(world.cluster
                .get(io.fabric8.kubernetes.api.model.Service.class, "shop")
                .orElseThrow());
        for (String kind : List.of("ConfigMap", "Service")) {
            String name = kind.equals("ConfigMap") ? "shop-config" : "shop";
            world.cluster.put(Serialization.unmarshal("apiVersion: v1\nkind: " + kind + "\nmetadata: {name: " + name
                    + "}\nspec: {selector: {app: shop}}\n"));
            world.cluster.foreign.add(kind + "/" + name);
        }

        assertThat(world.run(Plans.rolling("2")).ending().reason())
                .contains("ConfigMap/shop-config belongs to kubectl; ")
                .contains("Service/shop belongs to kubectl");
    }

    @Test
    void warnings_and_changes_are_known_before_anything_is_applied() {
        RolloutState[] planned = new RolloutState[1];
        world.beforeTick = state -> {
            planned[0] = state.phase() == Phase.APPLY && planned[0] == null ? state : planned[0];
            return state;
        };
        world.run(Plans.rolling("2"));

        Preflight preflight = planned[0].facts().preflight();
        assertThat(preflight.changes())
                .contains(
                        "~ Deployment shop: spec.template.spec.containers[shop].image: registry/shop:1 → registry/shop:2")
                .contains("~ ConfigMap shop-config: data.greeting: 'hello 1' → 'hello 2'");
        assertThat(preflight.warnings()).anyMatch(warning -> warning.contains("PodDisruptionBudget"));
    }

    /** All but the record of the rollout itself. */
    private String objects() {
        return world.cluster.fingerprint().replaceAll("(?m)^ConfigMap/shop-rollout .*$", "");
    }

    private static String indented(String reason) {
        String yaml = reason.substring(reason.indexOf("apiVersion:"));
        StringBuilder items = new StringBuilder();
        for (String document : yaml.split("---\n")) {
            items.append("- ").append(document.strip().replace("\n", "\n  ")).append('\n');
        }
        return items.toString();
    }
}
