package io.jenkins.plugins.delivery.rehearsal.steps.credentials;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.delivery.engine.secret.SecretForms;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;

/** Hides secrets in the log of a block; itself it holds them encrypted. */
final class SecretMask extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Secret> secrets;

    SecretMask(List<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    @Override
    public OutputStream decorateLogger(Run run, OutputStream logger) {
        return new MaskingStream(
                logger,
                SecretForms.of(secrets.stream().map(Secret::getPlainText).toList()));
    }
}
