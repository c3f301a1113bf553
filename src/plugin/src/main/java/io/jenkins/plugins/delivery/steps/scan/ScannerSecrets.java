package io.jenkins.plugins.delivery.steps.scan;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.delivery.config.ScannerCredential;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The credentials of a scanner as variables of its environment, looked up anew for each start. */
final class ScannerSecrets {
    private ScannerSecrets() {}

    /** @throws AbortException if the build may not use one of them, or it is of no use here */
    static Map<String, String> of(List<ScannerCredential> credentials, Run<?, ?> run) throws AbortException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (ScannerCredential credential : credentials) {
            bind(
                    credential.getVariable(),
                    BuildCredentials.find(credential.getCredentialsId(), StandardCredentials.class, run, null),
                    variables);
        }
        return variables;
    }

    private static void bind(String variable, StandardCredentials credential, Map<String, String> variables)
            throws AbortException {
        if (credential instanceof StringCredentials text) {
            variables.put(variable, text.getSecret().getPlainText());
        } else if (credential instanceof StandardUsernamePasswordCredentials user) {
            String password = user.getPassword().getPlainText();
            variables.put(variable, user.getUsername() + ":" + password);
            variables.put(variable + "_USR", user.getUsername());
            variables.put(variable + "_PSW", password);
        } else {
            throw new AbortException("The credential '" + credential.getId()
                    + "' is neither a user name with password nor a secret text (token).");
        }
    }
}
