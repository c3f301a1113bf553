package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Pods;
import io.jenkins.plugins.delivery.engine.cluster.Readiness;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The way back of a rolling deployment: every object as it was before, and as many pods ready as there were. */
final class RollingReturn {
    private RollingReturn() {}

    static Move restore(Scene scene) {
        Map<String, String> before = scene.facts().before();
        if (scene.facts().broken()) {
            return toBroken(scene);
        }
        if (Objects.restore(scene.cluster(), before, key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        if (scene.facts().first()) {
            return scene.go(Phase.UNLOCK, "there was no earlier version; what was applied is removed");
        }
        List<String> words = new ArrayList<>();
        for (HasMetadata workload : workloads(before)) {
            Optional<HasMetadata> there = scene.cluster().find(workload);
            if (there.map(live -> freed(scene.cluster(), live)).orElse(false)) {
                return scene.again("pods that cannot become ready are replaced");
            }
            Readiness readiness = Workloads.readiness(scene.cluster(), there);
            boolean serves = readiness instanceof Readiness.Ready
                    || there.map(live -> settled(live, scene)).orElse(false);
            if (!serves) {
                return scene.stay("the version before is coming back: " + readiness.reason());
            }
            words.add(readiness.reason());
        }
        RolloutState back = scene.state().copy().weight(0, scene.now()).build();
        return scene.go(back, Phase.UNLOCK, "the version before serves again: " + String.join("; ", words));
    }

    /** There is nothing good to go back to: what serves stays, and otherwise everything is as it was. */
    private static Move toBroken(Scene scene) {
        Map<String, String> before = scene.facts().before();
        List<HasMetadata> there = workloads(before).stream()
                .flatMap(workload -> scene.cluster().find(workload).stream())
                .toList();
        Optional<Move> serves = FixForward.serving(
                scene,
                there.stream()
                        .filter(workload -> workload.getMetadata()
                                .getName()
                                .equals(scene.plan().app()))
                        .findFirst());
        if (serves.isPresent()) {
            return serves.get();
        }
        if (Objects.restore(scene.cluster(), before, key -> true)) {
            return scene.again("objects are brought back to what they were");
        }
        return there.stream().anyMatch(workload -> freed(scene.cluster(), workload))
                ? scene.again("pods that cannot become ready are replaced")
                : FixForward.asItWas(scene);
    }

    /**
     * A StatefulSet that replaces its pods in order waits for a broken one for ever, whatever its template says meanwhile;
     * Kubernetes asks for such a pod to be deleted ("StatefulSets", forced rollback).
     *
     * @return whether there was one
     */
    private static boolean freed(Cluster cluster, HasMetadata workload) {
        if (!(workload instanceof StatefulSet set)
                || "Parallel".equals(set.getSpec().getPodManagementPolicy())
                || set.getStatus() == null
                || !java.util.Objects.equals(
                        set.getStatus().getObservedGeneration(),
                        set.getMetadata().getGeneration())) {
            return false;
        }
        String wanted = set.getStatus().getUpdateRevision();
        List<Pod> broken = Workloads.pods(cluster, set).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null && !Pods.isReady(pod))
                .filter(pod -> {
                    String revision = pod.getMetadata().getLabels().get("controller-revision-hash");
                    return revision != null && !revision.equals(wanted);
                })
                .toList();
        broken.forEach(cluster::delete);
        return !broken.isEmpty();
    }

    /** No pods of the other version are left, and as many are ready as when the rollout began. */
    private static boolean settled(HasMetadata workload, Scene scene) {
        Facts facts = scene.facts();
        boolean main = workload.getMetadata().getName().equals(scene.plan().app());
        int enough = main ? facts.readyBefore() : 0;
        boolean brokenBefore = !main || facts.readyBefore() < facts.replicas() && facts.readyBefore() > 0;
        return brokenBefore && unmixed(workload) && Workloads.ready(workload) >= enough;
    }

    private static boolean unmixed(HasMetadata workload) {
        Long generation = workload.getMetadata().getGeneration();
        if (workload instanceof Deployment deployment && deployment.getStatus() != null) {
            var status = deployment.getStatus();
            return java.util.Objects.equals(status.getObservedGeneration(), generation)
                    && java.util.Objects.equals(status.getUpdatedReplicas(), status.getReplicas());
        }
        if (workload instanceof StatefulSet set && set.getStatus() != null) {
            var status = set.getStatus();
            return java.util.Objects.equals(status.getObservedGeneration(), generation)
                    && java.util.Objects.equals(status.getCurrentRevision(), status.getUpdateRevision());
        }
        if (workload instanceof DaemonSet set && set.getStatus() != null) {
            var status = set.getStatus();
            return java.util.Objects.equals(status.getObservedGeneration(), generation)
                    && java.util.Objects.equals(status.getUpdatedNumberScheduled(), status.getDesiredNumberScheduled());
        }
        return false;
    }

    static List<String> recovery(Scene scene) {
        String kubectl = "kubectl -n " + scene.plan().target().namespace() + " ";
        Facts facts = scene.state().facts();
        List<String> commands = new ArrayList<>();
        for (HasMetadata workload : facts == null ? List.<HasMetadata>of() : workloads(facts.before())) {
            String name = workload.getKind().toLowerCase(Locale.ROOT) + "/"
                    + workload.getMetadata().getName();
            commands.add(kubectl + "rollout undo " + name);
            commands.add(kubectl + "rollout status " + name);
        }
        commands.add(kubectl + "delete lease/" + RolloutLease.name(scene.plan().app()));
        return commands;
    }

    private static List<HasMetadata> workloads(Map<String, String> before) {
        return before.values().stream()
                .filter(json -> !json.isEmpty())
                .map(json -> (HasMetadata) Serialization.unmarshal(json))
                .filter(object -> Workload.of(object).isPresent())
                .toList();
    }
}
