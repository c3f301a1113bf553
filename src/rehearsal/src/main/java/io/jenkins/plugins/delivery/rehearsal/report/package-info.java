/**
 * What stays of a rehearsal: one self-contained page, {@code result.json} and JUnit XML. {@link
 * io.jenkins.plugins.delivery.rehearsal.report.RunRecorder} listens to the run, {@link
 * io.jenkins.plugins.delivery.rehearsal.report.ReportFiles} writes; both are for {@code Main} and tests.
 */
package io.jenkins.plugins.delivery.rehearsal.report;
