/**
 * A Kubernetes API server in memory: objects, server-side apply, preconditions, subresources, watches, and faults on
 * request.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiServer} over HTTP, {@link
 * io.jenkins.plugins.delivery.rehearsal.cluster.api.ClusterObjects} for the controllers in this process, {@link
 * io.jenkins.plugins.delivery.rehearsal.cluster.api.ApiFaults}.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster.api;
