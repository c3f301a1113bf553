/**
 * What the engine needs of Kubernetes: manifests, one narrow port to the API ({@link
 * io.jenkins.plugins.delivery.engine.cluster.Cluster}), readiness with a reason, and the names of our labels.
 *
 * <p>Public types may be used from the rollout, traffic and plugin packages. Nothing here decides anything.
 */
package io.jenkins.plugins.delivery.engine.cluster;
