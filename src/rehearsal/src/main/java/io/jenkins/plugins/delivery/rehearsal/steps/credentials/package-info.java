/** {@code withCredentials}: secrets in the environment of a block, and never in its log. */
package io.jenkins.plugins.delivery.rehearsal.steps.credentials;
