/**
 * How scanners are run: command lines as lists of arguments, what their exit codes mean, which of them a workspace
 * needs. Nothing here starts a process; who does asks a
 * {@link io.jenkins.plugins.delivery.engine.scan.run.ScannerDefinition} what to start and what came of it.
 */
package io.jenkins.plugins.delivery.engine.scan.run;
