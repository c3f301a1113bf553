package io.jenkins.plugins.delivery.rehearsal.runtime;

/** How a shell script ended: exit code, its standard output, and what else stands in the log (with the output unless it was returned). */
public record ShellOutcome(int exitCode, String stdout, String log) {}
