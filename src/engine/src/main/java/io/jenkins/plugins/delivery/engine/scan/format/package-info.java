/**
 * One small streaming {@link io.jenkins.plugins.delivery.engine.scan.format.ReportReader} for each format of a scanner
 * report, found by what a file holds and never by its name.
 *
 * <p>From outside, use {@link io.jenkins.plugins.delivery.engine.scan.format.ReportFormats}.
 */
package io.jenkins.plugins.delivery.engine.scan.format;
