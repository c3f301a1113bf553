/** {@code input}: a run waits for a person. Scenarios and tests answer through {@link io.jenkins.plugins.delivery.rehearsal.steps.input.PendingInputs}. */
package io.jenkins.plugins.delivery.rehearsal.steps.input;
