/**
 * The step {@code securityScan}: scanners on the agent, their reports, the baseline, and what the build keeps of a scan.
 *
 * <p>May be used from outside: the report of a scan, {@link io.jenkins.plugins.delivery.steps.scan.ScanAction}.
 */
package io.jenkins.plugins.delivery.steps.scan;
