/**
 * Who did what to a deployment, when and from where: a chain of entries each of which carries the digest of the one
 * before, so that nothing can be changed, moved or taken out unseen.
 *
 * <p>{@link io.jenkins.plugins.delivery.engine.audit.AuditChain} keeps it in a file; {@link
 * io.jenkins.plugins.delivery.engine.audit.AuditCommand} verifies such a file without Jenkins.
 */
package io.jenkins.plugins.delivery.engine.audit;
