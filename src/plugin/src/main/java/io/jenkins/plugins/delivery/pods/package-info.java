/**
 * The pods of a rollout on its report: what was seen of them last, and which of them did not serve before it went back.
 *
 * <p>Steps use it; it knows only the engine.
 */
package io.jenkins.plugins.delivery.pods;
