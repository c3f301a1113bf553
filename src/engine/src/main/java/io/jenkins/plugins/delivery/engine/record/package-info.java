/**
 * What was deployed where, when, by whom and with what result: one record a deployment, in a log that only grows.
 *
 * <p>Records are kept apart from builds, and stay when builds are deleted.
 */
package io.jenkins.plugins.delivery.engine.record;
