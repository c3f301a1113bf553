package io.jenkins.plugins.delivery.rehearsal.cluster.api;

import java.util.Comparator;

/**
 * Which object.
 *
 * @param namespace empty for one that belongs to the whole cluster
 */
public record ObjectKey(ResourceType type, String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing((ObjectKey key) -> key.type.qualifiedName())
            .thenComparing(key -> key.type.version())
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
