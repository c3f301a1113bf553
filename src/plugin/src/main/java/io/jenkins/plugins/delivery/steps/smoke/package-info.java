/**
 * The step {@code smokeTest}: its input, its probes on the controller or the agent, its result and the trend of a job.
 *
 * <p>May be used from outside: the report of a test, {@link io.jenkins.plugins.delivery.steps.smoke.SmokeAction}.
 */
package io.jenkins.plugins.delivery.steps.smoke;
