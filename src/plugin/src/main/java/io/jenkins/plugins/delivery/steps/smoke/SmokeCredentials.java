package io.jenkins.plugins.delivery.steps.smoke;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.delivery.credentials.BuildCredentials;
import io.jenkins.plugins.delivery.credentials.HttpAuthorization;
import io.jenkins.plugins.delivery.engine.smoke.CheckCredential;
import io.jenkins.plugins.delivery.engine.smoke.SmokeSuite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Turns the credentials of a suite into what goes over the wire, anew for each round: nothing of them is kept. */
final class SmokeCredentials {
    private SmokeCredentials() {}

    /** @throws AbortException if the build may not use one of them, or it is of no use here */
    static Map<String, CheckCredential> of(SmokeSuite suite, Run<?, ?> run) throws AbortException {
        Map<String, CheckCredential> credentials = new HashMap<>();
        for (String id : suite.credentialsIds()) {
            credentials.put(id, converted(BuildCredentials.find(id, StandardCredentials.class, run, null)));
        }
        return credentials;
    }

    private static CheckCredential converted(StandardCredentials credential) throws AbortException {
        return credential instanceof StandardCertificateCredentials certificate
                ? certificate(certificate)
                : new CheckCredential.Authorization(HttpAuthorization.header(credential));
    }

    /** The first key of the store with its certificates, in a store of its own. */
    private static CheckCredential certificate(StandardCertificateCredentials credential) throws AbortException {
        try {
            KeyStore given = credential.getKeyStore();
            for (String alias : Collections.list(given.aliases())) {
                Key key = given.isKeyEntry(alias)
                        ? given.getKey(
                                alias, credential.getPassword().getPlainText().toCharArray())
                        : null;
                if (key != null) {
                    char[] password = UUID.randomUUID().toString().toCharArray();
                    KeyStore one = KeyStore.getInstance("PKCS12");
                    one.load(null, null);
                    one.setKeyEntry("client", key, password, given.getCertificateChain(alias));
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    one.store(bytes, password);
                    return new CheckCredential.ClientCertificate(bytes.toByteArray(), password);
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new AbortException("The certificate '" + credential.getId() + "' cannot be read: "
                    + e.getClass().getSimpleName() + ".");
        }
        throw new AbortException("The certificate '" + credential.getId() + "' holds no private key.");
    }
}
