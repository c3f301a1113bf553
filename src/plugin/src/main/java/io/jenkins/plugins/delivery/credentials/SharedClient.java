package io.jenkins.plugins.delivery.credentials;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.engine.journal.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A client that everybody shares who reaches the same server with the same credential: a thousand rollouts that wait do
 * not each have connections and threads of their own. It is closed when the last of them is done.
 */
public final class SharedClient implements Closeable {
    private final Pool pool;
    private final String key;
    private final KubernetesClient client;
    private boolean closed;

    private SharedClient(Pool pool, String key, KubernetesClient client) {
        this.pool = pool;
        this.key = key;
        this.client = client;
    }

    /**
     * The client for an environment. What the build may use is checked for each, whoever opened it first.
     *
     * @throws IOException as {@link KubernetesClients#open(EnvironmentSettings, Run)}
     */
    public static SharedClient open(EnvironmentSettings environment, Run<?, ?> run) throws IOException {
        return open(KubernetesClients.config(environment, run));
    }

    /** The client of a connection that somebody has found for a build. */
    public static SharedClient open(Config connection) {
        return ExtensionList.lookupSingleton(Pool.class).open(connection);
    }

    /** The client; never to be closed by who uses it. */
    public KubernetesClient client() {
        return client;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pool.release(key);
        }
    }

    /** The clients that are open. */
    @Extension
    public static final class Pool {
        private final Map<String, Used> open = new HashMap<>();

        private record Used(KubernetesClient client, int times) {}

        synchronized SharedClient open(Config config) {
            String key = key(config);
            Used used = open.get(key);
            KubernetesClient client = used == null ? KubernetesClients.open(config) : used.client();
            open.put(key, new Used(client, used == null ? 1 : used.times() + 1));
            return new SharedClient(this, key, client);
        }

        private synchronized void release(String key) {
            Used used = open.get(key);
            if (used.times() > 1) {
                open.put(key, new Used(used.client(), used.times() - 1));
            } else {
                open.remove(key);
                used.client().close();
            }
        }

        synchronized int size() {
            return open.size();
        }

        /** Who reaches what and is whom there; a digest, because secrets are part of it. */
        private static String key(Config config) {
            String identity = String.join(
                    "\n",
                    String.valueOf(config.getMasterUrl()),
                    String.valueOf(config.getOauthToken()),
                    String.valueOf(config.getUsername()),
                    String.valueOf(config.getPassword()),
                    String.valueOf(config.getClientCertData()),
                    String.valueOf(config.getClientKeyData()),
                    String.valueOf(config.getCaCertData()),
                    String.valueOf(config.isTrustCerts()),
                    String.valueOf(config.isDisableHostnameVerification()),
                    String.valueOf(config.getNamespace()));
            return Digest.of(identity.getBytes(StandardCharsets.UTF_8));
        }
    }
}
