package io.jenkins.plugins.delivery.engine.rollout.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.PodLook;
import io.jenkins.plugins.delivery.engine.cluster.Pods;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import io.jenkins.plugins.delivery.engine.rollout.Facts;
import io.jenkins.plugins.delivery.engine.rollout.StrategyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workloads that a rollout is about, with their pods, as they were at a moment. For people: nothing is decided by it.
 *
 * @param at when they were looked at
 * @param workloads the new version's first
 * @param pods those that do not serve first
 * @param leftOff how many pods there are besides
 */
public record RolloutPods(Instant at, List<WorkloadLook> workloads, List<PodLook> pods, int leftOff) {
    /** Pods that are shown. */
    static final int MOST = 50;

    /** Pods that are asked why they do not serve. */
    private static final int ASKED = 5;

    public RolloutPods {
        workloads = List.copyOf(workloads);
        pods = List.copyOf(pods);
    }

    /** Looks at them; empty while the cluster does not say, and where there are none. */
    public static Optional<RolloutPods> look(Cluster cluster, Facts facts, Instant now) {
        try {
            return Optional.of(seen(cluster, facts, now))
                    .filter(seen -> !seen.workloads().isEmpty());
        } catch (ClusterException e) {
            return Optional.empty();
        }
    }

    /** Those that do not serve although they should. */
    public List<PodLook> broken() {
        return pods.stream().filter(pod -> !pod.reason().isEmpty()).toList();
    }

    /** Whether it says the same, at whatever moment. */
    public boolean sameAs(RolloutPods other) {
        return workloads.equals(other.workloads) && pods.equals(other.pods) && leftOff == other.leftOff;
    }

    private static RolloutPods seen(Cluster cluster, Facts facts, Instant now) {
        List<WorkloadLook> workloads = new ArrayList<>();
        Map<String, Found> found = new LinkedHashMap<>();
        for (String name :
                facts.next().equals(facts.serving()) ? List.of(facts.next()) : List.of(facts.next(), facts.serving())) {
            Optional<HasMetadata> workload = name.isEmpty() ? Optional.empty() : find(cluster, facts, name);
            workload.map(WorkloadLook::of).ifPresent(workloads::add);
            workload.map(there -> Workloads.pods(cluster, there))
                    .orElse(List.of())
                    .forEach(pod -> found.putIfAbsent(pod.getMetadata().getName(), new Found(pod, name)));
        }
        List<Found> sorted = found.values().stream()
                .sorted(Comparator.comparing((Found one) -> Pods.isReady(one.pod()))
                        .thenComparing(one -> one.pod().getMetadata().getName()))
                .toList();
        List<PodLook> pods = new ArrayList<>();
        for (Found one : sorted.subList(0, Math.min(MOST, sorted.size()))) {
            pods.add(PodLook.of(cluster, one.pod(), one.workload(), pods.size() < ASKED));
        }
        return new RolloutPods(now, workloads, pods, sorted.size() - pods.size());
    }

    /** A pod, and the first of the workloads whose labels it has. */
    private record Found(Pod pod, String workload) {}

    /** Only pods that are replaced one by one may belong to something else than a Deployment. */
    private static Optional<HasMetadata> find(Cluster cluster, Facts facts, String name) {
        boolean oneByOne = facts.effective() == StrategyKind.ROLLING || facts.effective() == StrategyKind.ROLLBACK;
        for (Class<? extends HasMetadata> type : oneByOne ? Workload.TYPES : List.of(Deployment.class)) {
            Optional<? extends HasMetadata> there = cluster.find(type, name);
            if (there.isPresent()) {
                return Optional.of(there.get());
            }
        }
        return Optional.empty();
    }
}
