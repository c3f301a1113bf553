/**
 * What a rollout leaves in the cluster for people and tools: Events, a record that {@code kubectl get} reads, and the
 * numbers that Prometheus scrapes. Drivers use it; no decision depends on it.
 */
package io.jenkins.plugins.delivery.engine.rollout.status;
