package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom we trust, and what we show.
 *
 * @param trust which certificates of servers
 * @param keys shown to a server that asks for one, where a check has no certificate of its own; empty for none
 * @param anyName whether a certificate may be for another host; only where an administrator says so of a cluster
 */
record ClientTls(X509TrustManager trust, KeyManager[] keys, boolean anyName) {
    ClientTls(X509TrustManager trust) {
        this(trust, new KeyManager[0], false);
    }

    /** Trusts what this machine's Java trusts. */
    static ClientTls ofThisMachine() {
        return new ClientTls(trust((KeyStore) null));
    }

    /** @param store certificates to trust, or null for those of this machine's Java */
    static X509TrustManager trust(@CheckForNull KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return trust(factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot read the certificates that it trusts.", e);
        }
    }

    static X509TrustManager trust(TrustManager[] managers) {
        return Arrays.stream(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There are no certificates to trust."));
    }

    /** @param certificate to show to servers that ask for one, or null for our own */
    SSLSocketFactory sockets(@CheckForNull CheckCredential.ClientCertificate certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(certificate == null ? keys : keys(certificate), new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new ProbeException("the client certificate of the credential cannot be read ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static KeyManager[] keys(CheckCredential.ClientCertificate certificate)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(certificate.pkcs12()), certificate.password());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, certificate.password());
        return factory.getKeyManagers();
    }
}
