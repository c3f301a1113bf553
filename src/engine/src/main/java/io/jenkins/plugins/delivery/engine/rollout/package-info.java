/**
 * Rolls a release out, and back: a plan, a state, and {@link
 * io.jenkins.plugins.delivery.engine.rollout.RolloutReconciler}, which compares what should be with what is and does the
 * one next thing that is safe to do twice.
 *
 * <p>Drivers (the Jenkins steps, the rehearsal, tests) only keep the state and call again when it asks to be called.
 * They may use the public types; strategies and their parts are for this package alone.
 */
package io.jenkins.plugins.delivery.engine.rollout;
