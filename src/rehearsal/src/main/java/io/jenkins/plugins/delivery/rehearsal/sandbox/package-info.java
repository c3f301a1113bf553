/**
 * What a sandboxed pipeline may call. Decisions and wording follow the Script Security plugin; the list of what is
 * allowed is our own compact collection of facts in {@code allowed.txt}.
 *
 * <p>{@link io.jenkins.plugins.delivery.rehearsal.sandbox.Sandbox} is the entry for the pipeline runtime.
 */
package io.jenkins.plugins.delivery.rehearsal.sandbox;
