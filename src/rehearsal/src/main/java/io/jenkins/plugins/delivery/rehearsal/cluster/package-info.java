/**
 * The cluster that a pipeline deploys to: embedded in this process, with real pods and real traffic, or a true one.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.TargetCluster} and its two kinds.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster;
