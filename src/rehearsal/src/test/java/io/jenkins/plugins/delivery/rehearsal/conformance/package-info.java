/** Runs the recorded pipelines of {@code conformance/} and compares with what a real Jenkins did. */
package io.jenkins.plugins.delivery.rehearsal.conformance;
