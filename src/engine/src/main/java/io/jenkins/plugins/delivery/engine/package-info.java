/**
 * What can be said of scans, checks, rollouts, traffic, analysis, approvals and records without Jenkins.
 *
 * <p>Nothing below this package refers to a Jenkins type: the plugin and the rehearsal stand on it, never the
 * other way round.
 */
package io.jenkins.plugins.delivery.engine;
