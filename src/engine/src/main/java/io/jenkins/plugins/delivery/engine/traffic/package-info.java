/**
 * Splits traffic between the stable version and the canary: {@link
 * io.jenkins.plugins.delivery.engine.traffic.TrafficRouter} and one small class for each way to do it.
 *
 * <p>A router moves traffic and reports what is in effect. When to move it, and whether it is safe to, is decided by the
 * rollout. Public types may be used from the rollout package.
 */
package io.jenkins.plugins.delivery.engine.traffic;
