package io.jenkins.plugins.delivery.engine.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/** The labels and annotations that a rollout writes on objects. */
public final class Labels {
    /** The application that an object belongs to. */
    public static final String NAME = "app.kubernetes.io/name";
    /** Who looks after an object: {@link #US} on everything that we apply. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /** Our name, as field manager and in {@link #MANAGED_BY}. */
    public static final String US = "progressive-delivery";
    /** On pods of a canary rollout: {@link #STABLE} or {@link #CANARY}. */
    public static final String TRACK = "delivery.jenkins.io/track";

    public static final String STABLE = "stable";
    public static final String CANARY = "canary";
    /** On pods of the old version that were started to be compared with a canary; its value is the application. */
    public static final String BASELINE = "delivery.jenkins.io/baseline";
    /** On pods of a blue-green rollout and in the selector of their Service: {@code blue} or {@code green}. */
    public static final String COLOR = "delivery.jenkins.io/color";
    /** Annotation: the version that an object belongs to. */
    public static final String VERSION = "delivery.jenkins.io/version";
    /** Annotation: the rollout that wrote an object last. */
    public static final String ROLLOUT = "delivery.jenkins.io/rollout";
    /** Label of a release record, holding its number. */
    public static final String RELEASE = "delivery.jenkins.io/release";
    /** Annotation of a rollout's lease: when the build of its holder began. */
    public static final String BEGAN = "delivery.jenkins.io/began";
    /** Annotation of a rollout's lease: a newer build that wants it, with when it began. */
    public static final String CLAIM = "delivery.jenkins.io/claim";
    /** Annotation of an autoscaler whose scaling down is suspended: how it was. */
    public static final String SCALING = "delivery.jenkins.io/scaling-before";
    /** Annotation by which a cluster says where a Service is reachable from outside. */
    public static final String REACHABLE_AT = "delivery.jenkins.io/reachable-at";

    /** Annotation of a Lease: the rollout that a guardian took back. */
    public static final String TAKEN_BACK = "delivery.jenkins.io/taken-back";
    /** Label of a rollout's record: where the rollout is. */
    public static final String PHASE = "delivery.jenkins.io/phase";
    /** Label of a rollout's record: percent of traffic on the new version. */
    public static final String WEIGHT = "delivery.jenkins.io/weight";

    private Labels() {}

    /** A copy of a map, which may be null, with one more entry. */
    public static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> copy = map == null ? new LinkedHashMap<>() : new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
