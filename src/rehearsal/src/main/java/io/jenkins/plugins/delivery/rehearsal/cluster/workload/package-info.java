/**
 * The controllers: Deployments to ReplicaSets to Pods, StatefulSets and DaemonSets to Pods, Services to Endpoints, and what loses its owner goes.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.workload.Controllers}.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster.workload;
