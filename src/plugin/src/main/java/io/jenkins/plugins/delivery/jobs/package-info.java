/** What a job has delivered, build by build. It knows of the steps that did it; nothing knows of it. */
package io.jenkins.plugins.delivery.jobs;
