/**
 * The audit log of each job: who approved, overrode, promoted, stopped or rolled back, on a page and as files.
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.audit.AuditLogs}.
 */
package io.jenkins.plugins.delivery.audit;
