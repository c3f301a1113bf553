/** {@code lock}: one at a time, among all builds and branches of this controller. */
package io.jenkins.plugins.delivery.rehearsal.steps.lock;
