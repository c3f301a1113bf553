package io.jenkins.plugins.delivery.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The header {@code Authorization} out of a credential. */
public final class HttpAuthorization {
    private HttpAuthorization() {}

    /**
     * Basic of a user name with password, Bearer of a secret text.
     *
     * @throws AbortException for a credential of another kind
     */
    public static String header(StandardCredentials credential) throws AbortException {
        if (credential instanceof StandardUsernamePasswordCredentials user) {
            String pair = user.getUsername() + ":" + user.getPassword().getPlainText();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        if (credential instanceof StringCredentials token) {
            return "Bearer " + token.getSecret().getPlainText();
        }
        throw new AbortException("The credential '" + credential.getId()
                + "' is neither a user name with password nor a secret text (token), nor a certificate for a check.");
    }
}
