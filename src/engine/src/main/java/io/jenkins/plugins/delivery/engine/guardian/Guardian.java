package io.jenkins.plugins.delivery.engine.guardian;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jenkins.plugins.delivery.engine.cluster.KubernetesCluster;
import io.jenkins.plugins.delivery.engine.cluster.ServerFaults;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches the lease of one rollout from inside the cluster, and restores the version before when nobody renews it.
 *
 * <p>Arguments: {@code --app --namespace --rollout --after --lifetime}, the durations in ISO-8601. It finds the API server
 * and its ServiceAccount as every program in a pod does. Exit code 0 when it is no longer needed, 2 for wrong arguments,
 * 143 when it was ended.
 */
public final class Guardian {
    private static final int REQUEST_MILLIS = 20_000;

    private Guardian() {}

    public static void main(String[] arguments) throws InterruptedException {
        GuardianOptions options;
        try {
            options = GuardianOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "end"));
        Config config = new ConfigBuilder()
                .withNamespace(options.namespace())
                .withRequestTimeout(REQUEST_MILLIS)
                .withConnectionTimeout(REQUEST_MILLIS / 2)
                .withRequestRetryBackoffLimit(0)
                .build();
        KubernetesClientBuilder builder = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(
                        client -> ServerFaults.withstand(client, Duration.ofMillis(REQUEST_MILLIS)));
        try (KubernetesClient client = builder.build()) {
            Clock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
            Watchman watchman =
                    new Watchman(options, new KubernetesCluster(client, options.namespace()), clock, Guardian::say);
            run(watchman, ended);
        }
    }

    private static void run(Watchman watchman, CountDownLatch ended) throws InterruptedException {
        Watchman.Step step = watchman.step();
        while (!step.over()) {
            Duration pause = step.pause();
            if (ended.await(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS)) {
                return;
            }
            step = watchman.step();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
