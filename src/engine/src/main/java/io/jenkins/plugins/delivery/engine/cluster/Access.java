package io.jenkins.plugins.delivery.engine.cluster;

import java.util.Comparator;

/**
 * A right that the API server grants or does not.
 *
 * @param verb {@code get}, {@code list}, {@code create}, {@code update}, {@code patch} or {@code delete}
 * @param group API group; empty for the core group
 * @param resource plural, with the subresource where one is meant: {@code pods}, {@code pods/log}
 * @param namespaced whether it is a right in one namespace
 */
public record Access(String verb, String group, String resource, boolean namespaced) implements Comparable<Access> {
    private static final Comparator<Access> ORDER = Comparator.comparing(Access::group)
            .thenComparing(Access::resource)
            .thenComparing(Access::verb)
            .thenComparing(Access::namespaced);

    /** A right in a namespace. */
    public static Access to(String verb, String group, String resource) {
        return new Access(verb, group, resource, true);
    }

    /** The resource as {@code kubectl auth can-i} takes it, such as {@code deployments.apps} or {@code pods/log}. */
    public String qualified() {
        int slash = resource.indexOf('/');
        String name = slash < 0 ? resource : resource.substring(0, slash);
        return name + (group.isEmpty() ? "" : "." + group) + (slash < 0 ? "" : resource.substring(slash));
    }

    @Override
    public int compareTo(Access other) {
        return ORDER.compare(this, other);
    }
}
