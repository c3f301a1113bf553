/** What a pipeline says about its own job: {@code properties}, parameters, triggers and other settings. */
package io.jenkins.plugins.delivery.rehearsal.steps.job;
