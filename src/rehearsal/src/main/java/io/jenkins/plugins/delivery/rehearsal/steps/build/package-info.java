/** {@code build}: starts another pipeline of the rehearsal, and waits for it. */
package io.jenkins.plugins.delivery.rehearsal.steps.build;
