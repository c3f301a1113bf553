package io.jenkins.plugins.delivery.engine.smoke;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * How requests reach the API server of a cluster. The Kubernetes client itself follows redirects wherever a Service sends
 * it, with the rights of the controller's network; so these requests go by our own client.
 *
 * @param server address of the API server
 * @param authorization value of the header {@code Authorization}, or null where a client certificate is shown
 */
record ClusterAccess(
        URI server, ClientTls tls, @CheckForNull String authorization) {
    /** @throws IOException if certificates or keys of the settings cannot be read */
    static ClusterAccess of(Config config) throws IOException {
        try {
            ClientTls tls = new ClientTls(
                    ClientTls.trust(SSLUtils.trustManagers(config)),
                    SSLUtils.keyManagers(config),
                    config.isDisableHostnameVerification());
            return new ClusterAccess(URI.create(config.getMasterUrl()), tls, authorization(config));
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates of the cluster cannot be read: " + e.getMessage(), e);
        }
    }

    @CheckForNull
    private static String authorization(Config config) {
        if (config.getOauthToken() != null) {
            return "Bearer " + config.getOauthToken();
        }
        if (config.getUsername() == null) {
            return null;
        }
        String pair = config.getUsername() + ":" + config.getPassword();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ClusterAccess[" + server + "]";
    }
}
