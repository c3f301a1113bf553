/**
 * Steps that a plain Jenkins with its suggested plugins has, as far as real pipelines use them, made for a rehearsal on one machine. Each is
 * an ordinary step with a descriptor; nothing here is meant to be called from outside but what steers a run: pending inputs, source trees.
 */
package io.jenkins.plugins.delivery.rehearsal.steps;
