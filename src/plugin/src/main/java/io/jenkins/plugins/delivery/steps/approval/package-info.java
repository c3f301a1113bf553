/**
 * The step {@code approvalGate}: its plan, its votes and their effect on the build, and the page of what waits.
 *
 * <p>May be used from outside: what waits, by environment ({@link io.jenkins.plugins.delivery.steps.approval.WaitingApprovals}), the artifact
 * that people approved ({@link io.jenkins.plugins.delivery.steps.approval.ApprovedArtifact}), counts of gates, and the report of a gate.
 */
package io.jenkins.plugins.delivery.steps.approval;
