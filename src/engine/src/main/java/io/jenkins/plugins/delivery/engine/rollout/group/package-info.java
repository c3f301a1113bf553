/**
 * Several services rolled out as one release: all of them get the new version, or none does. Each is a rollout of its
 * own; {@link io.jenkins.plugins.delivery.engine.rollout.group.GroupReconciler} only decides whose turn it is.
 */
package io.jenkins.plugins.delivery.engine.rollout.group;
