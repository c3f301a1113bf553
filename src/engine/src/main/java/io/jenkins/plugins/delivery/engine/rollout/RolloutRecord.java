package io.jenkins.plugins.delivery.engine.rollout;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the cluster itself knows of an application's last rollout: ConfigMap {@code <app>-rollout}, which {@code kubectl}
 * reads and which tells a guardian what to restore. Every write is bound to the version that was read.
 */
public final class RolloutRecord {
    /** Id of the rollout. */
    public static final String ROLLOUT = "rollout";
    /** The build that rolls out. */
    public static final String BUILD = "build";
    /** Where it is: the name of a {@link Phase}, in lower case with dashes. */
    public static final String PHASE = "phase";
    /** Percent of traffic on the new version. */
    public static final String WEIGHT = "weight";
    /** The version that is rolled out. */
    public static final String VERSION = "version";
    /** The version that served before. */
    public static final String PREVIOUS_VERSION = "previousVersion";
    /** What it does or waits for, for people. */
    public static final String MESSAGE = "message";
    /** When the record was last written, in UTC. */
    public static final String UPDATED = "updated";

    /** {@link #DECIDED}, {@link #OVER}, or empty while the rollout may still go back. */
    static final String END = "end";

    static final String DECIDED = "decided";
    static final String OVER = "over";
    /** What a guardian needs to restore the stable version; JSON. */
    static final String RESTORE = "restore";
    /** What the guardian is doing: {@code watching}, {@code restoring}, {@code restored}. */
    static final String GUARDIAN = "guardian";

    private final Map<String, String> data;

    private RolloutRecord(Map<String, String> data) {
        this.data = data == null ? Map.of() : Map.copyOf(data);
    }

    /** The ConfigMap's name; the Lease has the same. */
    public static String name(String app) {
        return app + "-rollout";
    }

    /** The record of an application, if there is one. */
    public static Optional<RolloutRecord> find(Cluster cluster, String app) {
        return cluster.find(ConfigMap.class, name(app)).map(map -> new RolloutRecord(map.getData()));
    }

    /** A value, or empty text. */
    public String get(String key) {
        return data.getOrDefault(key, "");
    }

    /** Whether it is about this rollout. */
    public boolean isOf(String rollout) {
        return rollout.equals(get(ROLLOUT));
    }

    /**
     * Writes values, and leaves all others as they are. What another rollout had written goes.
     *
     * @param values have to say which {@link #ROLLOUT} they are about
     */
    public static void write(Cluster cluster, String app, Map<String, String> values) {
        Optional<ConfigMap> there = cluster.find(ConfigMap.class, name(app));
        if (there.isEmpty()) {
            cluster.create(configMap(cluster, app, values));
        } else if (isAbout(there.get(), values)) {
            patch(cluster, there.get(), app, values);
        } else {
            ConfigMap next = configMap(cluster, app, values);
            next.getMetadata().setResourceVersion(there.get().getMetadata().getResourceVersion());
            cluster.replace(next);
        }
    }

    /**
     * The same, but only where there already is a record of the same rollout that is as it has to be. Two that try to
     * settle opposite things at once cannot both succeed: the slower one gets a conflict.
     *
     * @return whether it is so now
     */
    public static boolean amend(
            Cluster cluster, String app, Predicate<RolloutRecord> ifSo, Map<String, String> values) {
        Optional<ConfigMap> there = cluster.find(ConfigMap.class, name(app))
                .filter(map -> isAbout(map, values))
                .filter(map -> ifSo.test(new RolloutRecord(map.getData())));
        there.ifPresent(map -> patch(cluster, map, app, values));
        return there.isPresent();
    }

    private static boolean isAbout(ConfigMap map, Map<String, String> values) {
        return new RolloutRecord(map.getData()).isOf(values.get(ROLLOUT));
    }

    private static void patch(Cluster cluster, ConfigMap there, String app, Map<String, String> values) {
        if (there.getData() == null || !there.getData().entrySet().containsAll(values.entrySet())) {
            cluster.patch(there, Map.of("metadata", Map.of("labels", labels(app, values)), "data", values));
        }
    }

    private static ConfigMap configMap(Cluster cluster, String app, Map<String, String> values) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name(app))
                .withNamespace(cluster.namespace())
                .withLabels(labels(app, values))
                .endMetadata()
                .withData(new HashMap<>(values))
                .build();
    }

    private static Map<String, String> labels(String app, Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.NAME, app);
        labels.put(Labels.MANAGED_BY, Labels.US);
        if (values.containsKey(PHASE)) {
            labels.put(Labels.PHASE, values.get(PHASE));
        }
        if (values.containsKey(WEIGHT)) {
            labels.put(Labels.WEIGHT, values.get(WEIGHT));
        }
        return labels;
    }
}
