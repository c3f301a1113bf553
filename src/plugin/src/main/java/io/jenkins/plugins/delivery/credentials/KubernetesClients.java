package io.jenkins.plugins.delivery.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.cluster.Labels;
import io.jenkins.plugins.delivery.engine.cluster.ServerFaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jenkinsci.plugins.plaincredentials.FileCredentials;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Opens clients to the clusters of the settings, with nothing taken from the controller's own environment. */
public final class KubernetesClients {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int REQUEST_MILLIS = 30_000;
    private static final int LARGEST_KUBECONFIG = 1 << 20;

    private KubernetesClients() {}

    /**
     * A client for an environment, if its namespace is one that pipelines may deploy to.
     *
     * @throws IOException as {@link #open(ClusterSettings, Run)}, or if the environment cannot be used
     */
    public static KubernetesClient open(EnvironmentSettings environment, Run<?, ?> run) throws IOException {
        return open(cluster(environment), run);
    }

    /**
     * What a client for an environment needs to know, for requests that are no API calls.
     *
     * @throws IOException as {@link #open(EnvironmentSettings, Run)}
     */
    public static Config config(EnvironmentSettings environment, Run<?, ?> run) throws IOException {
        return config(cluster(environment), run);
    }

    private static ClusterSettings cluster(EnvironmentSettings environment) throws AbortException {
        try {
            return DeliveryConfiguration.get().clusterOf(environment);
        } catch (ArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /**
     * Reads a credential and may reach over the network later: never on the thread of the program.
     *
     * @throws IOException if the job may not use the cluster, or the credential is missing or of no use
     */
    public static KubernetesClient open(ClusterSettings cluster, Run<?, ?> run) throws IOException {
        return open(config(cluster, run));
    }

    /**
     * A client for who tries the settings out: with a credential of the whole controller, as an administrator may use it.
     *
     * @throws IOException if the credential is missing or of no use
     */
    public static KubernetesClient tryOut(ClusterSettings cluster) throws IOException {
        return open(config(cluster, AdministratorCredentials::find));
    }

    /**
     * The same for what has begun: whether the job may use the cluster was asked then, and what it left in the middle is to
     * be taken to its end.
     *
     * @throws IOException if the credential is missing or of no use
     */
    public static Config goingOn(ClusterSettings cluster, Run<?, ?> run) throws IOException {
        return config(cluster, (id, url) -> BuildCredentials.find(id, StandardCredentials.class, run, url));
    }

    /** A client of what {@link #goingOn} and its like say. */
    public static KubernetesClient open(Config config) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KubernetesClient.class.getClassLoader());
        try {
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientBuilderConsumer(
                            client -> ServerFaults.withstand(client, Duration.ofMillis(REQUEST_MILLIS)))
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * What a client for a cluster needs to know.
     *
     * @throws IOException as {@link #open(ClusterSettings, Run)}
     */
    public static Config config(ClusterSettings cluster, Run<?, ?> run) throws IOException {
        String job = run.getParent().getFullName();
        if (!cluster.allowsJob(job)) {
            throw new AbortException("The cluster " + cluster.getName() + " may not be used by " + job
                    + ". An administrator lists the folders that may in its settings.");
        }
        return goingOn(cluster, run);
    }

    /** Where a credential comes from. */
    private interface Source {
        StandardCredentials find(String id, @CheckForNull String url) throws AbortException;
    }

    private static Config config(ClusterSettings cluster, Source credentials) throws IOException {
        Config config = authenticated(cluster, credentials);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setRequestTimeout(REQUEST_MILLIS);
        config.setRequestRetryBackoffLimit(0); // a rollout looks again anyway, and must not be late with an abort
        if (cluster.getCaCertificate() != null) {
            config.setCaCertData(base64(cluster.getCaCertificate()));
        }
        config.setUserAgent(Labels.US); // the field manager of what is created or replaced
        config.setTrustCerts(cluster.isSkipTlsVerify());
        config.setDisableHostnameVerification(cluster.isSkipTlsVerify());
        return config;
    }

    private static Config authenticated(ClusterSettings cluster, Source credentials) throws IOException {
        if (cluster.getCredentialsId() == null) {
            return withServer(cluster, Config.empty());
        }
        StandardCredentials credential = credentials.find(cluster.getCredentialsId(), cluster.getServer());
        if (credential instanceof StringCredentials token) {
            Config config = withServer(cluster, Config.empty());
            config.setOauthToken(token.getSecret().getPlainText());
            return config;
        }
        if (credential instanceof FileCredentials kubeconfig) {
            Config config =
                    Kubeconfig.parse(kubeconfig.getId(), read(kubeconfig)).toConfig();
            return cluster.getServer() == null ? config : withServer(cluster, config);
        }
        throw new AbortException("The credential '" + cluster.getCredentialsId() + "' of the cluster "
                + cluster.getName() + " is neither a secret text (token) nor a secret file (kubeconfig).");
    }

    private static Config withServer(ClusterSettings cluster, Config config) throws AbortException {
        if (cluster.getServer() == null) {
            throw new AbortException("The cluster " + cluster.getName()
                    + " has neither an API server nor a kubeconfig in its settings.");
        }
        config.setMasterUrl(cluster.getServer());
        return config;
    }

    private static String read(FileCredentials kubeconfig) throws IOException {
        try (InputStream in = kubeconfig.getContent()) {
            byte[] content = in.readNBytes(LARGEST_KUBECONFIG + 1);
            if (content.length > LARGEST_KUBECONFIG) {
                throw new AbortException("The kubeconfig '" + kubeconfig.getId() + "' is larger than 1 MiB.");
            }
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }
}
