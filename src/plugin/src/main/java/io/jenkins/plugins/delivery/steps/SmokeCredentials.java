package io.jenkins.plugins.delivery.steps;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Turns the credentials of a suite into headers, anew for each round: nothing of them is kept. */
final class SmokeCredentials {
    private SmokeCredentials() {}

    /** @throws AbortException if the build may not use one of them, or it is of no use here */
    static Map<String, String> of(SmokeSuite suite, Run<?, ?> run) throws AbortException {
        Map<String, String> headers = new HashMap<>();
        for (String id : suite.credentialsIds()) {
            headers.put(id, header(BuildCredentials.find(id, StandardCredentials.class, run, null)));
        }
        return headers;
    }

    /** The value of the header {@code Authorization} for a credential. */
    static String header(StandardCredentials credential) throws AbortException {
        if (credential instanceof StandardUsernamePasswordCredentials user) {
            String pair = user.getUsername() + ":" + user.getPassword().getPlainText();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        if (credential instanceof StringCredentials token) {
            return "Bearer " + token.getSecret().getPlainText();
        }
        throw new AbortException("The credential '" + credential.getId()
                + "' is neither a user name with password nor a secret text (token).");
    }
}
