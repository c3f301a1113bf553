package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.ApiResource;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rights that a rollout needs in its namespace; a test compares them with the calls that it makes. */
public final class Needs {
    /** What is applied is looked at, created or changed, and brought back or removed on the way back. */
    private static final List<String> WRITTEN = List.of("get", "create", "patch", "update", "delete");

    /** What every rollout does besides: its lease, its releases, and looking at pods and why they are not ready. */
    private static final List<String> ALWAYS = List.of(
            "coordination.k8s.io leases get create update patch delete",
            " configmaps get list create patch update delete",
            " services get",
            " pods list",
            " pods/log get",
            " events get list create patch",
            " endpoints get",
            "discovery.k8s.io endpointslices list",
            "policy poddisruptionbudgets list",
            "autoscaling horizontalpodautoscalers list");

    private static final Map<StrategyKind, List<String>> BY_STRATEGY = Map.of(
            StrategyKind.BLUE_GREEN,
                    List.of(
                            "apps deployments get create patch update delete",
                            " services get create patch update delete",
                            "autoscaling horizontalpodautoscalers patch update"),
            StrategyKind.CANARY,
                    List.of(
                            "apps deployments get create patch update delete",
                            " services get create patch update delete"),
            StrategyKind.ROLLING, List.of("apps deployments get", " pods delete"),
            StrategyKind.ROLLBACK, List.of("apps replicasets list", "apps controllerrevisions list"));

    /** Objects that carry the routes; some are made by the router, others are only changed. */
    private static final Map<String, List<String>> BY_ROUTE = Map.of(
            "nginx", List.of("networking.k8s.io ingresses get list create patch update delete"),
            "alb", List.of("networking.k8s.io ingresses get patch"),
            "ingress", List.of("networking.k8s.io ingresses get patch"),
            "gateway-api", List.of("gateway.networking.k8s.io httproutes get patch"),
            "http-route", List.of("gateway.networking.k8s.io httproutes get patch"),
            "linkerd",
                    List.of("gateway.networking.k8s.io httproutes get patch", "policy.linkerd.io httproutes get patch"),
            "istio",
                    List.of(
                            "networking.istio.io virtualservices get patch",
                            "networking.istio.io destinationrules get create patch delete"),
            "traefik", List.of("traefik.io traefikservices get patch", "traefik.io ingressroutes get patch"));

    private Needs() {}

    /** @param objects all that will be applied */
    static Set<Access> of(RolloutPlan plan, Cluster cluster, List<? extends HasMetadata> objects) {
        Set<Access> needs = parsed(List.of(ALWAYS, BY_STRATEGY.get(plan.strategy()), route(plan)));
        if (plan.guard().watches()) {
            needs.addAll(parse("batch jobs get create delete"));
        }
        for (ApiResource resource : kinds(cluster, objects)) {
            WRITTEN.forEach(verb -> needs.add(resource.to(verb)));
        }
        return needs;
    }

    /** What a rollout of a Deployment with a Service needs by any strategy, before anybody says more of it. */
    public static Set<Access> ofAnyRollout() {
        Set<Access> needs = parsed(BY_STRATEGY.values());
        needs.addAll(parsed(List.of(ALWAYS)));
        for (String verb : WRITTEN) {
            needs.add(Access.to(verb, "apps", "deployments"));
            needs.add(Access.to(verb, "", "services"));
        }
        return needs;
    }

    /** What it takes to look for a revision that nobody recorded, which comes before there is anything to roll out. */
    static Set<Access> toLookBack() {
        return parsed(List.of(BY_STRATEGY.get(StrategyKind.ROLLBACK)));
    }

    private static List<String> route(RolloutPlan plan) {
        String by =
                switch (plan.strategy()) {
                    case CANARY -> plan.canary().router();
                    case BLUE_GREEN -> plan.blueGreen().switchBy();
                    default -> "";
                };
        return BY_ROUTE.getOrDefault(by, List.of());
    }

    /** One question for each kind, however many objects. */
    private static Collection<ApiResource> kinds(Cluster cluster, List<? extends HasMetadata> objects) {
        Map<String, ApiResource> kinds = new LinkedHashMap<>();
        for (HasMetadata object : objects) {
            kinds.computeIfAbsent(object.getApiVersion() + " " + object.getKind(), any -> cluster.resource(object));
        }
        return kinds.values();
    }

    private static Set<Access> parsed(Collection<List<String>> lines) {
        Set<Access> needs = new TreeSet<>();
        lines.forEach(some -> some.forEach(line -> needs.addAll(parse(line))));
        return needs;
    }

    private static List<Access> parse(String line) {
        String[] words = line.split(" ");
        return List.of(words).subList(2, words.length).stream()
                .map(verb -> Access.to(verb, words[0], words[1]))
                .toList();
    }
}
