/**
 * What scanners found, what of it is new, and whether it may pass.
 *
 * <p>A {@link io.jenkins.plugins.delivery.engine.scan.format.ReportReader} turns a report into findings, a
 * {@link io.jenkins.plugins.delivery.engine.scan.ScanReport} merges what several tools said of one problem, a
 * {@link io.jenkins.plugins.delivery.engine.scan.Baseline} says what is new, and
 * {@link io.jenkins.plugins.delivery.engine.scan.Gate}s decide. All public types may be used from outside.
 */
package io.jenkins.plugins.delivery.engine.scan;
