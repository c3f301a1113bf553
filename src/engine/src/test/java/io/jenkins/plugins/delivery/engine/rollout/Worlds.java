package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rollouts that need rights of their own: autoscalers, routers at their other kinds of objects, and releases of every usual kind. */
final class Worlds {
    /** The kinds of a usual release; whatever else a release holds is granted as well. */
    private static final List<String> USUAL = List.of(
            "v1 ConfigMap",
            "v1 Service",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "apps/v1 DaemonSet",
            "networking.k8s.io/v1 Ingress",
            "autoscaling/v2 HorizontalPodAutoscaler",
            "policy/v1 PodDisruptionBudget");

    private static final String PODS =
            "selector: {matchLabels: {app: any}}, template: {metadata: {labels: {app: any}}, spec: {containers: []}}";

    private Worlds() {}

    static Stories.Story autoscaled() {
        return story("autoscaler", () -> scaled(false), () -> Plans.blueGreen("2"));
    }

    static Stories.Story scaledByKeda() {
        return story("KEDA", () -> scaled(true), () -> Plans.blueGreen("2"));
    }

    private static Simulation scaled(boolean keda) {
        Simulation world = new Simulation().serving(Plans.blueGreen("1"));
        HasMetadata autoscaler = Stories.autoscaler("blue");
        if (keda) {
            world.cluster.put(Serialization.unmarshal("{\"apiVersion\":\"keda.sh/v1alpha1\",\"kind\":\"ScaledObject\","
                    + "\"metadata\":{\"name\":\"shop\",\"namespace\":\"shop-prod\"},\"spec\":{}}"));
            autoscaler
                    .getMetadata()
                    .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                            .withKind("ScaledObject")
                            .withName("shop")
                            .build()));
        }
        world.cluster.put(autoscaler);
        return world;
    }

    /** Routers at the other kinds of objects that they can work at. */
    static Stream<Stories.Story> routed() {
        HasMetadata policy =
                object("networking.istio.io/v1", "DestinationRule", "shop", "host: shop, trafficPolicy: {}");
        HasMetadata weighted = object(
                "traefik.io/v1alpha1", "TraefikService", "public", "weighted: {services: [{name: shop, port: 80}]}");
        HasMetadata meshed = object(
                "policy.linkerd.io/v1beta3",
                "HTTPRoute",
                "public",
                "parentRefs: [{group: core, kind: Service, name: shop, port: 80}],"
                        + " rules: [{backendRefs: [{name: shop, port: 80}]}]");
        return Stream.of(
                canary("istio", Stories.route("istio"), policy),
                canary("traefik", weighted),
                canary("linkerd", meshed));
    }

    private static Stories.Story canary(String router, HasMetadata... objects) {
        return story(
                "canary, " + router,
                () -> {
                    Simulation world = new Simulation();
                    List.of(objects).forEach(world.cluster::put);
                    return world.serving(Stories.at(Plans.canary("1", router)));
                },
                () -> Stories.at(Plans.canary("2", router)));
    }

    private static HasMetadata object(String version, String kind, String name, String spec) {
        return Serialization.unmarshal("apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: " + name
                + ", namespace: " + FakeCluster.NAMESPACE + "}\nspec: {" + spec + "}\n");
    }

    /** One object of each usual kind beside the application, which come with the new version. */
    static Stories.Story newKinds() {
        return story("new kinds", () -> new Simulation().serving(Plans.rolling("1")), () -> releasing("2"));
    }

    /** One object of each usual kind beside the application, and each of them changes. */
    static Stories.Story usualKinds() {
        return story("usual kinds", () -> new Simulation().serving(releasing("1")), () -> releasing("2"));
    }

    /** One object of each usual kind. */
    static List<HasMetadata> usual() {
        return usual("1");
    }

    private static List<HasMetadata> usual(String value) {
        return USUAL.stream()
                .map(kind -> (HasMetadata) Serialization.unmarshal("apiVersion: " + kind.split(" ")[0] + "\nkind: "
                        + kind.split(" ")[1] + "\nmetadata: {name: any, namespace: " + FakeCluster.NAMESPACE + "}\n"
                        + content(kind, value)))
                .toList();
    }

    private static String content(String kind, String value) {
        return switch (kind.substring(kind.indexOf(' ') + 1)) {
            case "ConfigMap" -> "data: {value: '" + value + "'}\n";
            case "Service" -> "spec: {selector: {app: any, value: '" + value + "'}}\n";
            case "Deployment", "StatefulSet" -> "spec: {replicas: 0, minReadySeconds: " + value + ", " + PODS + "}\n";
            case "DaemonSet" ->
                "spec: {minReadySeconds: " + value + ", " + PODS + "}\nstatus: {observedGeneration: 9,"
                        + " desiredNumberScheduled: 0, updatedNumberScheduled: 0, numberAvailable: 0}\n";
            case "Ingress" -> "spec: {ingressClassName: 'class" + value + "'}\n";
            case "HorizontalPodAutoscaler" ->
                "spec: {maxReplicas: " + value + ", scaleTargetRef: {kind: Deployment, name: any}}\n";
            default -> "spec: {minAvailable: " + value + "}\n";
        };
    }

    private static RolloutPlan releasing(String version) {
        RolloutPlan plan = Plans.rolling(version);
        List<String> documents = new ArrayList<>(plan.manifests());
        usual(version).forEach(object -> documents.add(Serialization.asJson(object)));
        return plan.releasing(version, documents);
    }

    static Stories.Story story(String name, Supplier<Simulation> world, Supplier<RolloutPlan> plan) {
        return new Stories.Story(name, world, plan);
    }
}
