package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits by the number of pods behind one Service; needs nothing but Kubernetes. Pods are added before others are taken
 * away, and never are fewer ready than the application needs less what its slack allows.
 */
final class ReplicasRouter implements TrafficRouter {
    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public Optional<String> refusal(Cluster cluster, Route route, List<HasMetadata> manifests) {
        return route.match().none()
                ? Optional.empty()
                : Optional.of(
                        "router 'replicas' splits by the number of pods and cannot tell users apart; leave out match:"
                                + " (" + route.match().conditions().get(0).words()
                                + "), or use a router that looks at requests");
    }

    @Override
    public int canaryPods(Route route) {
        return ReplicaSplit.of(route).canary();
    }

    @Override
    public boolean sharesService() {
        return true;
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        return ObjectRouter.retried(() -> step(cluster, route));
    }

    private static Routing step(Cluster cluster, Route route) {
        ReplicaSplit split = ReplicaSplit.of(route);
        Side stable = new Side(cluster.find(Deployment.class, route.app()), split.stable());
        Side canary = new Side(cluster.find(Deployment.class, route.canary()), split.canary());
        boolean canaryGrows = grow(cluster, canary);
        boolean stableGrows = grow(cluster, stable);
        if (!canaryGrows && !stableGrows) {
            int least = Math.min(route.replicas(), split.total());
            shrink(cluster, canary, stable, least);
            shrink(cluster, stable, canary, least);
        }
        return observed(stable, canary);
    }

    @Override
    public Routing observe(Cluster cluster, Route route) {
        ReplicaSplit split = ReplicaSplit.of(route);
        return observed(
                new Side(cluster.find(Deployment.class, route.app()), split.stable()),
                new Side(cluster.find(Deployment.class, route.canary()), split.canary()));
    }

    @Override
    public void remove(Cluster cluster, Route route) {
        // pods are all there is, and they belong to the rollout
    }

    @Override
    public List<String> recovery(String namespace, Route route) {
        return List.of(
                "kubectl -n " + namespace + " scale deployment/" + route.app() + " --replicas=" + route.replicas(),
                "kubectl -n " + namespace + " rollout status deployment/" + route.app(),
                "kubectl -n " + namespace + " scale deployment/" + route.canary() + " --replicas=0");
    }

    private static boolean grow(Cluster cluster, Side side) {
        if (side.there() && side.wanted() < side.target()) {
            scale(cluster, side.deployment().orElseThrow(), side.target());
            return true;
        }
        return false;
    }

    /** Takes pods of one side away, as far as the ready pods of the other side can already stand in for them. */
    private static void shrink(Cluster cluster, Side side, Side other, int least) {
        int needed = Math.max(side.target(), least - other.ready());
        if (side.there() && side.wanted() > needed) {
            scale(cluster, side.deployment().orElseThrow(), needed);
        }
    }

    private static void scale(Cluster cluster, Deployment deployment, int replicas) {
        cluster.patch(deployment, Map.of("spec", Map.of("replicas", replicas)));
    }

    private static Routing observed(Side stable, Side canary) {
        int ready = stable.ready() + canary.ready();
        int weight = ready == 0 ? 0 : (int) Math.round(100.0 * canary.ready() / ready);
        String words = stable.ready() + " stable and " + canary.ready() + " canary pods are ready (" + weight + " %)";
        return new Routing(stable.settled() && canary.settled(), weight, words);
    }

    private record Side(Optional<Deployment> deployment, int target) {
        boolean there() {
            return deployment.isPresent();
        }

        int wanted() {
            return deployment.map(Workloads::wanted).orElse(0);
        }

        int ready() {
            return deployment.map(Workloads::ready).orElse(0);
        }

        boolean settled() {
            return wanted() == target && ready() == target;
        }
    }
}
