package io.jenkins.plugins.delivery.steps.rollout;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.fabric8.kubernetes.client.Config;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.credentials.SharedClient;
import io.jenkins.plugins.delivery.engine.cluster.Cluster;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException;
import io.jenkins.plugins.delivery.engine.cluster.ClusterException.Kind;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.rollout.Phase;
import io.jenkins.plugins.delivery.engine.rollout.RolloutPlan;
import io.jenkins.plugins.delivery.engine.rollout.RolloutState;
import io.jenkins.plugins.delivery.engine.rollout.ServiceAddress;
import io.jenkins.plugins.delivery.engine.rollout.Target;
import io.jenkins.plugins.delivery.kept.KeptSettings;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;

/** The cluster of one rollout, opened when it is needed. Only used by one turn at a time. */
final class ClusterConnection implements Closeable {
    private final Target target;
    private final Run<?, ?> run;

    /** Null for a rollout that an older release began. */
    @CheckForNull
    private KeptSettings kept;

    @CheckForNull
    private SharedClient client;

    ClusterConnection(Target target, Run<?, ?> run, @CheckForNull KeptSettings kept) {
        this.target = target;
        this.run = run;
        this.kept = kept;
    }

    /**
     * The cluster. One that cannot be reached fails at every call, so that the rollout decides what that means: it ends
     * when nothing has been touched, and goes on trying otherwise.
     */
    Cluster cluster(RolloutState state) {
        try {
            if (kept != null && state.phase() == Phase.LOCK) {
                kept.requireUnchanged();
            }
            return open();
        } catch (IOException | RuntimeException e) {
            boolean untouched = state.phase() == Phase.LOCK || state.phase() == Phase.PLAN;
            return failing(new ClusterException(untouched ? Kind.FORBIDDEN : Kind.UNAVAILABLE, e.getMessage(), e));
        }
    }

    /** Where the application is reached, or null while that is not known. */
    @CheckForNull
    String address(RolloutPlan plan) {
        try {
            return ServiceAddress.of(open(), target, plan.app()).orElse(null);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** What a rollout goes on with, with what has been learnt of it here. */
    @CheckForNull
    KeptSettings kept() {
        return kept;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    private Cluster open() throws IOException {
        if (client == null) {
            client = connect();
        }
        return new KubernetesCluster(client.client(), target.namespace());
    }

    private SharedClient connect() throws IOException {
        if (kept == null) {
            return SharedClient.open(DeliveryConfiguration.get().environment(target.environment()), run);
        }
        Config connection = kept.connection(run);
        kept = kept.reaching(connection);
        return SharedClient.open(connection);
    }

    private static Cluster failing(ClusterException problem) {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (proxy, method, arguments) -> {
                    throw problem;
                });
    }
}
