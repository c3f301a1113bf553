package io.jenkins.plugins.delivery.rehearsal.cluster.api;

/**
 * A right that a role gives.
 *
 * @param verb in lower case, such as {@code get}
 * @param group API group; empty for the core group
 * @param resource plural, with a subresource after a slash
 * @param clusterWide whether it holds outside of namespaces, too, as by a ClusterRoleBinding
 */
public record Grant(String verb, String group, String resource, boolean clusterWide) {}
