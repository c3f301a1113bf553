/**
 * Judges a new version by its metrics: what to ask, whom to ask, and what the answer means.
 *
 * <p>The one rule above all: no data is never a pass. Public types may be used from the rollout and plugin packages.
 */
package io.jenkins.plugins.delivery.engine.analysis;
