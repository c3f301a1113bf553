/** {@code junit}: reads test reports and says how they went. */
package io.jenkins.plugins.delivery.rehearsal.steps.junit;
