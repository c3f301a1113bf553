package io.jenkins.plugins.delivery.engine.traffic;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Splits by the number of pods behind one Service; needs nothing but Kubernetes. Pods are added before others are taken
 * away, and never are fewer ready than the application needs.
 */
final class ReplicasRouter implements TrafficRouter {
    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public Optional<String> missing(
            Cluster cluster, String app, Function<Class<? extends HasMetadata>, Boolean> manifests) {
        return Optional.empty();
    }

    @Override
    public int canaryPods(int weight, int replicas) {
        return ReplicaSplit.of(replicas, weight).canary();
    }

    @Override
    public boolean sharesService() {
        return true;
    }

    @Override
    public Routing route(Cluster cluster, Route route) {
        ReplicaSplit split = ReplicaSplit.of(route.replicas(), route.weight());
        Side stable = new Side(cluster.find(Deployment.class, route.app()), split.stable());
        Side canary = new Side(cluster.find(Deployment.class, route.canary()), split.canary());
        boolean canaryGrows = grow(cluster, canary);
        boolean stableGrows = grow(cluster, stable);
        if (!canaryGrows && !stableGrows) {
            shrink(cluster, canary, stable, route.replicas());
            shrink(cluster, stable, canary, route.replicas());
        }
        return observed(stable, canary);
    }

    @Override
    public Routing observe(Cluster cluster, Route route) {
        ReplicaSplit split = ReplicaSplit.of(route.replicas(), route.weight());
        return observed(
                new Side(cluster.find(Deployment.class, route.app()), split.stable()),
                new Side(cluster.find(Deployment.class, route.canary()), split.canary()));
    }

    @Override
    public void remove(Cluster cluster, String app) {
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
    private static void shrink(Cluster cluster, Side side, Side other, int replicas) {
        int needed = Math.max(side.target(), replicas - other.ready());
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
