package io.jenkins.plugins.delivery.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The current context of a kubeconfig, as far as it may count on a controller: what it says itself, not programs that
 * it would have the controller run, nor files that it would have it read.
 */
final class Kubeconfig {
    private final String id;
    private final io.fabric8.kubernetes.api.model.Config parsed;

    private Kubeconfig(String id, io.fabric8.kubernetes.api.model.Config parsed) {
        this.id = id;
        this.parsed = parsed;
    }

    /**
     * @param id of the credential, for errors
     * @throws AbortException if the text is no kubeconfig; it does not say what the text is
     */
    static Kubeconfig parse(String id, String text) throws AbortException {
        try {
            return new Kubeconfig(
                    id,
                    Objects.requireNonNull(
                            Serialization.unmarshal(text, io.fabric8.kubernetes.api.model.Config.class)));
        } catch (RuntimeException e) {
            throw new AbortException("The credential '" + id + "' is not a kubeconfig in YAML.");
        }
    }

    /** Server and user, without any of the controller's own settings. */
    Config toConfig() throws AbortException {
        NamedContext context =
                pick(parsed.getContexts(), one -> one.getName().equals(parsed.getCurrentContext()), "current-context");
        String clusterName = context.getContext().getCluster();
        String userName = context.getContext().getUser();
        Cluster cluster = pick(
                        parsed.getClusters(),
                        (NamedCluster one) -> one.getName().equals(clusterName),
                        "cluster")
                .getCluster();
        AuthInfo user = pick(
                        parsed.getUsers(), (NamedAuthInfo one) -> one.getName().equals(userName), "user")
                .getUser();
        refuse(cluster.getCertificateAuthority(), "certificate-authority", "certificate-authority-data");
        refuse(cluster.getProxyUrl(), "proxy-url", "the proxy of Jenkins");
        refuse(user.getClientCertificate(), "client-certificate", "client-certificate-data");
        refuse(user.getClientKey(), "client-key", "client-key-data");
        refuse(user.getTokenFile(), "tokenFile", "token");
        refuse(user.getExec(), "exec", "token");
        refuse(user.getAuthProvider(), "auth-provider", "token");
        return config(cluster, user);
    }

    private Config config(Cluster cluster, AuthInfo user) {
        Config config = Config.empty();
        config.setMasterUrl(cluster.getServer());
        config.setCaCertData(cluster.getCertificateAuthorityData());
        config.setOauthToken(user.getToken());
        config.setUsername(user.getUsername());
        config.setPassword(user.getPassword());
        config.setClientCertData(user.getClientCertificateData());
        config.setClientKeyData(user.getClientKeyData());
        return config;
    }

    private void refuse(@CheckForNull Object value, String what, String instead) throws AbortException {
        if (value != null && !value.toString().isEmpty()) {
            throw new AbortException("The kubeconfig '" + id + "' has '" + what
                    + "', which would reach into the controller. Use " + instead + " instead.");
        }
    }

    private <T> T pick(@CheckForNull List<T> from, Predicate<T> wanted, String what) throws AbortException {
        return (from == null ? List.<T>of() : from)
                .stream()
                        .filter(wanted)
                        .findFirst()
                        .orElseThrow(() -> new AbortException(
                                "The kubeconfig '" + id + "' lacks the " + what + " that it refers to."));
    }
}
