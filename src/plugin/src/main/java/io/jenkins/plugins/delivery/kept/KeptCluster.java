package io.jenkins.plugins.delivery.kept;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import java.util.Objects;

/**
 * How a cluster of the settings was reached when something began there.
 *
 * @param name in the settings
 * @param server as the settings said it; null where a kubeconfig did
 * @param credentialsId id of the credential; never what is in it
 * @param caCertificate PEM certificates; null for those that Java trusts
 * @param skipTlsVerify whether any certificate was accepted
 * @param reached the server that was reached in fact; null as long as none was
 */
public record KeptCluster(
        String name,
        @CheckForNull String server,
        @CheckForNull String credentialsId,
        @CheckForNull String caCertificate,
        boolean skipTlsVerify,
        @CheckForNull String reached) {

    static KeptCluster of(ClusterSettings cluster) {
        return new KeptCluster(
                cluster.getName(),
                cluster.getServer(),
                cluster.getCredentialsId(),
                cluster.getCaCertificate(),
                cluster.isSkipTlsVerify(),
                null);
    }

    KeptCluster reaching(String url) {
        return new KeptCluster(name, server, credentialsId, caCertificate, skipTlsVerify, withoutSlash(url));
    }

    boolean hasReached(String url) {
        return withoutSlash(url).equals(reached);
    }

    /** Whether the settings still mean the same server, as far as they say one. */
    boolean isAt(ClusterSettings now) {
        return Objects.equals(server, now.getServer());
    }

    ClusterSettings settings() {
        ClusterSettings settings = new ClusterSettings(name);
        settings.setServer(server);
        settings.setCredentialsId(credentialsId);
        settings.setCaCertificate(caCertificate);
        settings.setSkipTlsVerify(skipTlsVerify);
        return settings;
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
