/**
 * A real Jenkins for tests: found by what the command line names ({@link
 * io.jenkins.plugins.delivery.acceptance.AcceptanceTarget}), checked before it is started, started with a fresh home on a free
 * port of the loopback interface ({@link io.jenkins.plugins.delivery.acceptance.JenkinsProcess}), and driven over REST ({@link
 * io.jenkins.plugins.delivery.acceptance.JenkinsClient}). Of the plugin nothing is used but its {@code .hpi}.
 */
package io.jenkins.plugins.delivery.acceptance;
