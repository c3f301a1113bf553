/**
 * Runs pods: each container is a process of this machine, with probes, logs, restarts and graceful termination as a
 * kubelet does them, in virtual time.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.pod.Kubelet}.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster.pod;
