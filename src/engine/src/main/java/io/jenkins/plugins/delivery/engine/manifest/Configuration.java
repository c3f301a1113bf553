package io.jenkins.plugins.delivery.engine.manifest;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.jenkins.plugins.delivery.engine.cluster.Access;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.Workload;
import io.jenkins.plugins.delivery.engine.journal.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The ConfigMaps and Secrets that the pods of a release read, and hashes by which a change is noticed.
 *
 * <p>The hash of a Secret is cut to 24 bits: enough to notice a change, too little to guess a password by.
 */
public final class Configuration {
    /** The hash of what cannot be read. */
    public static final String UNKNOWN = "";

    private static final int SECRET_DIGITS = 6;

    private Configuration() {}

    /** What the pods of workloads refer to, as {@code ConfigMap/name} and {@code Secret/name}. */
    public static SortedSet<String> references(List<? extends HasMetadata> objects) {
        SortedSet<String> names = new TreeSet<>();
        objects.stream()
                .flatMap(object -> Workload.of(object).stream())
                .map(workload -> workload.template().getSpec())
                .forEach(pod -> collect(pod, names));
        return names;
    }

    /**
     * Hashes of everything that the pods refer to, as it is now. What is not there or may not be read is {@link #UNKNOWN};
     * Secrets are read only where that is allowed.
     */
    public static SortedMap<String, String> hashes(Cluster cluster, List<? extends HasMetadata> objects) {
        SortedMap<String, String> hashes = new TreeMap<>();
        SortedSet<String> names = references(objects);
        boolean secrets = names.stream().anyMatch(name -> name.startsWith("Secret/"))
                && cluster.may(Access.to("get", "", "secrets"));
        for (String name : names) {
            hashes.put(name, name.startsWith("Secret/") && !secrets ? UNKNOWN : hash(cluster, name));
        }
        return hashes;
    }

    private static String hash(Cluster cluster, String reference) {
        String name = reference.substring(reference.indexOf('/') + 1);
        try {
            return reference.startsWith("Secret/")
                    ? cluster.find(Secret.class, name)
                            .map(secret -> hash(secret.getMetadata().getUid() + data(secret.getData()))
                                    .substring(0, SECRET_DIGITS))
                            .orElse(UNKNOWN)
                    : cluster.find(ConfigMap.class, name)
                            .map(map -> hash(data(map.getData()) + data(map.getBinaryData())))
                            .orElse(UNKNOWN);
        } catch (ClusterException e) {
            if (e.mayPass()) {
                throw e;
            }
            return UNKNOWN;
        }
    }

    private static String data(Map<String, String> data) {
        return data == null ? "{}" : new TreeMap<>(data).toString();
    }

    private static String hash(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void collect(PodSpec pod, SortedSet<String> names) {
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> collect(container, names));
        for (Volume volume : pod.getVolumes()) {
            if (volume.getConfigMap() != null) {
                add("ConfigMap", volume.getConfigMap().getName(), names);
            }
            if (volume.getSecret() != null) {
                add("Secret", volume.getSecret().getSecretName(), names);
            }
            if (volume.getProjected() != null) {
                volume.getProjected().getSources().forEach(source -> collect(source, names));
            }
        }
    }

    private static void collect(VolumeProjection source, SortedSet<String> names) {
        if (source.getConfigMap() != null) {
            add("ConfigMap", source.getConfigMap().getName(), names);
        }
        if (source.getSecret() != null) {
            add("Secret", source.getSecret().getName(), names);
        }
    }

    private static void collect(Container container, SortedSet<String> names) {
        for (EnvFromSource from : container.getEnvFrom()) {
            if (from.getConfigMapRef() != null) {
                add("ConfigMap", from.getConfigMapRef().getName(), names);
            }
            if (from.getSecretRef() != null) {
                add("Secret", from.getSecretRef().getName(), names);
            }
        }
        for (EnvVar variable : container.getEnv()) {
            var from = variable.getValueFrom();
            if (from != null && from.getConfigMapKeyRef() != null) {
                add("ConfigMap", from.getConfigMapKeyRef().getName(), names);
            }
            if (from != null && from.getSecretKeyRef() != null) {
                add("Secret", from.getSecretKeyRef().getName(), names);
            }
        }
    }

    private static void add(String kind, String name, SortedSet<String> names) {
        if (name != null && !name.isEmpty()) {
            names.add(kind + "/" + name);
        }
    }
}
