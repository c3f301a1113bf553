package io.jenkins.plugins.delivery.rehearsal.cluster.api;

/**
 * A kind of object that the API serves.
 *
 * @param group empty for the core group
 * @param status whether it has a status subresource, so that writes to the object itself leave the status alone
 */
public record ResourceType(
        String group, String version, String plural, String kind, boolean namespaced, boolean status) {
    /** As objects name it: {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As error messages name it: {@code deployments.apps}. */
    public String qualifiedName() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
