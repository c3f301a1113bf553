/**
 * Who may let a change pass, who did, and what that amounts to.
 *
 * <p>{@link io.jenkins.plugins.delivery.engine.approval.Approval} is an immutable value with the rules;
 * {@link io.jenkins.plugins.delivery.engine.approval.ApprovalLedger} lets many threads vote on one of them. User
 * ids are compared as they are: whoever calls passes the realm's canonical form of an id.
 */
package io.jenkins.plugins.delivery.engine.approval;
