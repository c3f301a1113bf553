package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.cluster.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the containers of a release run: the image that each was told, and the digest that it got for it.
 *
 * @param images by {@linkplain #key key}
 * @param digests by the same keys; none for a container whose pods do not agree
 */
record RanImages(Map<String, String> images, Map<String, String> digests) {
    /** A container of the application's own workload by its name alone, one of another workload with that. */
    static String key(String app, Workload workload, String container) {
        HasMetadata object = workload.object();
        String name = object.getMetadata().getName();
        return name.equals(app) ? container : object.getKind() + "/" + name + "/" + container;
    }

    /** @param serving name of the application's workload in the cluster, as the strategy gave it */
    static RanImages of(Cluster cluster, RolloutPlan plan, String serving) {
        RanImages ran = new RanImages(new TreeMap<>(), new TreeMap<>());
        for (Workload workload : plan.release().workloads()) {
            String name = workload.object().getMetadata().getName();
            live(cluster, workload, name.equals(plan.app()) ? serving : name)
                    .ifPresent(there -> ran.add(cluster, key(plan.app(), workload, ""), there));
        }
        return ran;
    }

    /** What one workload runs, as the application's own. */
    static RanImages of(Cluster cluster, Workload there) {
        RanImages ran = new RanImages(new TreeMap<>(), new TreeMap<>());
        ran.add(cluster, "", there);
        return ran;
    }

    private static Optional<Workload> live(Cluster cluster, Workload workload, String name) {
        HasMetadata like = workload.object();
        String released = like.getMetadata().getName();
        like.getMetadata().setName(name);
        Optional<Workload> there = cluster.find(like).flatMap(Workload::of);
        like.getMetadata().setName(released);
        return there;
    }

    private void add(Cluster cluster, String prefix, Workload there) {
        List<Pod> pods = Workloads.pods(cluster, there.object());
        for (Container container : there.allContainers()) {
            String key = prefix + container.getName();
            images.put(key, String.valueOf(container.getImage()));
            Set<String> ids =
                    pods.stream().flatMap(pod -> id(pod, container).stream()).collect(Collectors.toSet());
            if (ids.size() == 1) {
                digests.put(key, ids.iterator().next());
            }
        }
    }

    /** The digest that a pod runs; labels also find pods that were told another image. */
    private static Optional<String> id(Pod pod, Container container) {
        boolean other = pod.getSpec() != null
                && Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
                        .noneMatch(one -> one.getName().equals(container.getName())
                                && String.valueOf(container.getImage()).equals(one.getImage()));
        if (other || pod.getStatus() == null) {
            return Optional.empty();
        }
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .filter(status -> status.getName().equals(container.getName()))
                .map(ContainerStatus::getImageID)
                .filter(id -> id != null && !id.isEmpty())
                .findFirst();
    }
}
