/**
 * Checks that tell whether a deployment answers.
 *
 * <p>A {@link io.jenkins.plugins.delivery.engine.smoke.SmokeSuite} says what is checked,
 * {@link io.jenkins.plugins.delivery.engine.smoke.SmokeProber} tries checks once, and
 * {@link io.jenkins.plugins.delivery.engine.smoke.SmokeSession} decides what is tried when, and ends in a
 * {@link io.jenkins.plugins.delivery.engine.smoke.SmokeReport}. A session is a value without thread or timer, so it survives
 * its process and needs no particular clock; {@link io.jenkins.plugins.delivery.engine.smoke.SmokeRunner} drives one where
 * there is no other driver.
 */
package io.jenkins.plugins.delivery.engine.smoke;
