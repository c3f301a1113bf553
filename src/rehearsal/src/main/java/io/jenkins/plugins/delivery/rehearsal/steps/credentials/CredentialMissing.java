package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.AbortException;

/** There is no credential of that ID, or none of the wanted kind. */
final class CredentialMissing extends AbortException {
    private static final long serialVersionUID = 1;

    CredentialMissing(String message) {
        super(message);
    }
}
