/** Runs a Jenkinsfile on one machine, from the command line: {@link io.jenkins.plugins.delivery.rehearsal.Main}. */
package io.jenkins.plugins.delivery.rehearsal;
